import Chronology
import EventModel
import Testing

@testable import Coding

@Suite struct TextPartsTests {
    @Test(
        "A text is cut at the end of a paragraph, else of a line, a sentence, a word or a character",
        arguments: [
            ("", 8, [""]),
            ("short", 8, ["short"]),
            ("one two.\n\nthree four", 16, ["one two.\n\n", "three four"]),
            ("one two three\nfour five", 16, ["one two three\n", "four five"]),
            ("One two. Three four five", 16, ["One two. ", "Three four five"]),
            ("one two three four", 10, ["one two ", "three four"]),
            ("äöüäöü", 5, ["äö", "üä", "öü"]),
            ("0123456789", 4, ["0123", "4567", "89"]),
        ]
    )
    func cut(text: String, byteCountMax: Int, parts: [String]) {
        #expect(Array(TextParts(text, byteCountMax: byteCountMax)) == parts)
    }

    @Test("Parts put together are the text, and none is longer than the limit", arguments: [16, 61, 200, 4096])
    func whole(byteCountMax: Int) {
        let text = Self.news(paragraphCount: 40)
        let parts = Array(TextParts(text, byteCountMax: byteCountMax))
        #expect(parts.joined() == text)
        #expect(parts.allSatisfy { !$0.isEmpty && $0.utf8.count <= byteCountMax })
    }

    @Test("Events of a text in parts have the ids, sentences and offsets that they have in the whole text")
    func events() throws {
        let article = Article(id: "long", text: Self.news(paragraphCount: 12), published: Day(iso: "2024-03-01"))
        var coder = try Built.coder.get()
        coder.options.merge = .none
        let whole = coder.code(article)
        coder.options.partByteCountMax = 200
        let parts = coder.code(article)
        #expect(whole.count == 12)
        #expect(parts.map(\.id) == whole.map(\.id))
        #expect(parts.map(\.sentence) == whole.map(\.sentence))
        #expect(parts.map(\.trigger) == whole.map(\.trigger))
        let scalars = Array(article.text.unicodeScalars)
        for event in parts {
            var words = String.UnicodeScalarView()
            words.append(contentsOf: scalars[event.span])
            #expect(String(words) == event.text)
        }
    }

    @Test("The sentences of later parts can be asked for by their numbers in the article")
    func reading() throws {
        let article = Article(id: "long", text: Self.news(paragraphCount: 12), published: Day(iso: "2024-03-01"))
        var coder = try Built.coder.get()
        coder.options.partByteCountMax = 200
        let reading = try #require(coder.reading(ofSentence: 23, in: article))
        #expect(reading.text.contains("Reporters"))
        #expect(coder.reading(ofSentence: 24, in: article) == nil)
    }

    /// Paragraphs of two sentences, the first of which tells an event.
    private static func news(paragraphCount: Int) -> String {
        let days = ["Monday", "Tuesday", "Wednesday"]
        return (0..<paragraphCount).map { number in
            "Iran fired missiles at Iraq on \(days[number % 3]). Reporters saw “smoke” in number \(number).\n\n"
        }.joined()
    }
}
