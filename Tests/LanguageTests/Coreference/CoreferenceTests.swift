// Which mentions are of the same person or thing.

import Testing

@testable import Language

@Suite("Coreference")
struct CoreferenceTests {
    /// The text of the head of the chain of every mention.
    private func heads(_ text: String) throws -> [String] {
        let chains = try Reading.annotations(text).coreference
        return chains.mentions.map { "\($0.text) = \(chains.mentions[chains.heads[$0.chain]].text)" }
    }

    @Test(
        "later mentions belong to the name that they stand for",
        arguments: [
            ("Defense Secretary Lloyd Austin spoke in Rome. Austin then left.", "Austin = Lloyd Austin"),
            ("Lloyd Austin spoke. Then he left.", "he = Lloyd Austin"),
            ("Mary Haddad met John Miller. Then she left.", "she = Mary Haddad"),
            ("The Kataib Brigades (KB) struck. Later KB denied it.", "KB = Kataib Brigades"),
            ("The International Monetary Fund met. Later the IMF agreed.", "IMF = International Monetary Fund"),
            ("An official spoke of delays. The official gave no name.", "The official = An official"),
        ]
    )
    func chains(text: String, expected: String) throws {
        #expect(try heads(text).contains(expected))
    }

    @Test("a man's pronoun does not stand for a woman")
    func gender() throws {
        #expect(try heads("Mary Haddad spoke. Then he left.").contains("he = Mary Haddad") == false)
    }

    @Test("a new indefinite noun is somebody new")
    func indefinite() throws {
        let found = try heads("A soldier fell. A soldier fled.")
        #expect(found.contains("A soldier = A soldier"))
        #expect(try Reading.annotations("A soldier fell. A soldier fled.").coreference.heads.count == 2)
    }

    @Test("names keep apart where the surnames differ")
    func apart() throws {
        let chains = try Reading.annotations("John Miller met Omar Haddad in Rome.").coreference
        #expect(chains.name(of: 0..<2) == "John Miller")
        #expect(chains.name(of: 3..<5) == "Omar Haddad")
    }
}
