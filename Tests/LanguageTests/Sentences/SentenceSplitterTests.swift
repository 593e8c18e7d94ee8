// Cases of our own for where sentences end.
import Testing

@testable import Language

@Suite struct SentenceSplitterTests {
    @Test(
        "sentences end where readers would end them",
        arguments: [
            ("He left. She stayed.", ["He left.", "She stayed."]),
            ("Maj. Gen. Ann Roe spoke. Troops listened.", ["Maj. Gen. Ann Roe spoke.", "Troops listened."]),
            ("They left the U.S. On Monday they came back.", ["They left the U.S.", "On Monday they came back."]),
            ("The U.S. Army moved on Jan. 5 in St. Omer.", ["The U.S. Army moved on Jan. 5 in St. Omer."]),
            ("George W. Doe met J. R. Roe.", ["George W. Doe met J. R. Roe."]),
            ("It opened at 5 p.m. The crowd came.", ["It opened at 5 p.m.", "The crowd came."]),
            ("Acme Inc. said so. It was late.", ["Acme Inc. said so.", "It was late."]),
            ("Was it true? Yes! It was.", ["Was it true?", "Yes!", "It was."]),
            ("“Why?” he asked. “Because.” She left.", ["“Why?” he asked.", "“Because.”", "She left."]),
            ("\"Stop it!\" Roe said. \"Now.\"", ["\"Stop it!\" Roe said.", "\"Now.\""]),
            ("He said: “We won. We are done.” Then he left.", ["He said: “We won.", "We are done.”", "Then he left."]),
            ("Prices rose 3.5 percent to $2.10 a litre.", ["Prices rose 3.5 percent to $2.10 a litre."]),
            ("(It was late.) Nobody came.", ["(It was late.)", "Nobody came."]),
            ("TESTVILLE (News Wire) - Two died. One fled.", ["TESTVILLE (News Wire) - Two died.", "One fled."]),
            ("Two killed in blast\n\nTwo people died.", ["Two killed in blast", "Two people died."]),
            ("Two killed in blast\nTwo people died.", ["Two killed in blast", "Two people died."]),
            (
                "The army said on\nMonday that it had\nleft the town\nfor good.",
                ["The army said on\nMonday that it had\nleft the town\nfor good."]
            ),
            ("- Guns\n- Ammunition\n- Food", ["- Guns", "- Ammunition", "- Food"]),
            ("1. Guns came first.\n2. Food followed.", ["1. Guns came first.", "2. Food followed."]),
            ("It fell.[2] It rose.", ["It fell.[2]", "It rose."]),
            ("guns, tanks, etc. and food", ["guns, tanks, etc. and food"]),
            ("The iPhone maker left. eTrade came.", ["The iPhone maker left.", "eTrade came."]),
            ("The end.He left.", ["The end.", "He left."]),
            ("", []),
        ]
    )
    func ends(text: String, expected: [String]) throws {
        #expect(try LanguageData.sentences(text) == expected)
    }

    @Test("an empty line always ends a sentence, even inside one")
    func emptyLines() throws {
        #expect(try LanguageData.sentences("the army\n\nleft the town") == ["the army", "left the town"])
    }

    @Test("a text that ends no sentence is cut all the same")
    func endless() throws {
        let document = try LanguageData.segmenter().segment(String(repeating: "on and ", count: 1500))
        #expect(document.tokens.count == 3000)
        #expect(document.sentences.map(\.tokens.count) == [1000, 1000, 1000])
    }
}
