// Numbers in digits and words.

import Testing

@testable import Language

@Suite("Numbers")
struct CardinalTests {
    private func cardinal(_ text: String) throws -> Cardinal? {
        let vocabulary = try Reading.vocabulary()
        let document = try Reading.document(text)
        let atoms = Atoms(document, vocabulary: vocabulary)
        let words = AtomCursor(
            bytes: document.text.utf8,
            items: atoms.items,
            vocabulary: vocabulary,
            range: 0..<atoms.items.count
        )
        return words.cardinal(0)
    }

    @Test(
        "numbers have the value that they are read with",
        arguments: [
            ("four", 4), ("34 people", 34), ("1,200 people", 1200), ("2.5 million people", 2_500_000), ("a dozen", 12),
            ("two dozen", 24), ("two hundred and six", 206), ("forty-two", 42), ("a hundred", 100),
            ("half a million", 500_000), ("three thousand five hundred", 3500), ("a couple of men", 2),
            ("nineteen", 19), ("2 1/2 years", 2.5), ("one million two hundred thousand", 1_200_000),
        ]
    )
    func exact(text: String, value: Double) throws {
        #expect(try cardinal(text)?.value == value)
    }

    @Test(
        "words that stand for numbers are ranges",
        arguments: [
            ("dozens of men", 24.0, 99.0), ("several men", 3, 9), ("hundreds", 200, 999), ("several hundred", 300, 900),
        ]
    )
    func vague(text: String, low: Double, high: Double) throws {
        let found = try #require(try cardinal(text))
        #expect(found.value == nil)
        #expect(found.low == low)
        #expect(found.high == high)
    }

    @Test("what is no number is none", arguments: ["men", "and", "", "the", "of two"])
    func none(text: String) throws {
        #expect(try cardinal(text) == nil)
    }

    @Test("a line of a data file with a role that nobody knows is an error")
    func broken() {
        #expect(throws: LanguageError.self) { try Vocabulary(files: [Array("colour\t1\tred".utf8)]) }
        #expect(throws: LanguageError.self) { try Vocabulary(files: [Array("digit\t1".utf8)]) }
    }
}
