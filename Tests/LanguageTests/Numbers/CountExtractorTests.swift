// Counts of victims: how many, what befell them, how sure.

import Testing

@testable import Language

@Suite("Counts of victims")
struct CountExtractorTests {
    private func counts(_ text: String) throws -> [String] {
        try Reading.annotations(text).counts.map { count in
            let figure = count.quantity.figure.map(String.init) ?? "?"
            return "\(count.kind.rawValue) \(count.quantity.mark)\(figure)"
        }
    }

    @Test(
        "victims stand before or behind the word that says what befell them",
        arguments: [
            ("The blast killed four soldiers.", ["killed 4"]),
            ("Four soldiers were killed.", ["killed 4"]),
            ("Four soldiers have died.", ["killed 4"]),
            ("The blast left four soldiers dead.", ["killed 4"]),
            ("The blast destroyed a house, killing four soldiers.", ["killed 4"]),
            ("There were four deaths in the town.", ["killed 4"]),
            ("The death toll from the quake has risen to 48.", ["killed 48"]),
            ("Police detained 30 protesters.", ["arrested 30"]),
            ("Ten fishermen are missing.", ["missing 10"]),
            ("Gunmen kidnapped six teachers.", ["kidnapped 6"]),
            ("The floods displaced 20,000 villagers.", ["displaced 20000"]),
            ("Rebels captured three pilots.", ["captured 3"]),
        ]
    )
    func places(text: String, expected: [String]) throws {
        #expect(try counts(text) == expected)
    }

    @Test(
        "words before the number say how sure it is",
        arguments: [
            ("At least 34 people were killed.", "killed >=34"), ("More than 200 were wounded.", "wounded >200"),
            ("Some 2.5 million people were displaced.", "displaced ~2500000"), ("Up to 90 people died.", "killed <=90"),
            ("As many as 90 miners died.", "killed <=90"), ("A total of four men were killed.", "killed 4"),
            ("Fewer than ten people were hurt.", "wounded <10"), ("Two dozen people were hurt.", "wounded 24"),
            ("Dozens of people were killed.", "killed dozens?"), ("Several were hurt.", "wounded several?"),
            ("A minimum of six died.", "killed >=6"), ("An estimated 50 people died.", "killed ~50"),
        ]
    )
    func qualifiers(text: String, expected: String) throws {
        #expect(try counts(text) == [expected])
    }

    @Test(
        "one sentence can give several counts",
        arguments: [
            ("The raid killed two women and five men.", ["killed 2", "killed 5"]),
            ("Seven people were killed and 33 injured.", ["killed 7", "wounded 33"]),
            ("It killed one and injured five.", ["killed 1", "wounded 5"]),
            ("Two soldiers were killed and a third wounded.", ["killed 2", "wounded 1"]),
            ("Three farmers and a driver were killed.", ["killed 3", "killed 1"]),
        ]
    )
    func several(text: String, expected: [String]) throws {
        #expect(try counts(text) == expected)
    }

    @Test(
        "a part singled out of the victims is not counted again",
        arguments: [
            "The raid killed 14 people, including two children.",
            "At least 14 people, including two children, were killed.",
            "Fourteen people - among them two children - were killed.",
            "He was one of 14 soldiers killed in the raid.",
        ]
    )
    func parts(text: String) throws {
        #expect(try Reading.annotations(text).counts.map(\.quantity.figure) == [14])
    }

    @Test(
        "single victims count as one",
        arguments: [
            "A 15-year-old boy was killed.", "The blast killed a farmer.", "Capt. Jane Doe was killed on Monday.",
            "The shot left him dead.", "Omar Haddad, 32, was killed by a mortar.",
        ]
    )
    func single(text: String) throws {
        #expect(try counts(text) == ["killed 1"])
    }

    @Test(
        "numbers of other things are no victims",
        arguments: [
            "He was killed 12 miles from the town with his dog.", "The killed and the wounded lay there.",
            "The dead were buried after three days.", "Mass arrests followed in 2019.",
            "Hostages were held for 50 days.",
        ]
    )
    func none(text: String) throws {
        #expect(try Reading.annotations(text).counts.filter { ($0.quantity.figure ?? 0) > 1 } == [])
    }

    @Test("no injuries is a count of none")
    func zero() throws {
        #expect(try counts("The strike caused no injuries.") == ["wounded 0"])
    }
}
