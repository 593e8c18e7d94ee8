// Names by shape, by words beside them and by gazetteers.

import Testing

@testable import Language

@Suite("Names")
struct NameFinderTests {
    private func names(_ text: String, _ gazetteer: NameGazetteer = NameGazetteer()) throws -> [String] {
        try NameFinder(vocabulary: Reading.vocabulary(), gazetteer: gazetteer).names(in: Reading.document(text))
            .map { "\($0.text) \($0.kind.rawValue)" }
    }

    @Test(
        "words in and beside a name tell what it names",
        arguments: [
            ("On Monday Defense Secretary Jane Miller spoke.", ["Jane Miller person"]),
            ("Troops met Mr. Haddad there.", ["Haddad person"]),
            ("Troops met John Haddad there.", ["John Haddad person"]),
            ("The Ministry of Defense spoke.", ["Ministry of Defense organisation"]),
            ("The rebels of the Northern Liberation Front fled.", ["Northern Liberation Front group"]),
            ("Troops crossed the Indus River.", ["Indus River place"]),
            ("The NATO chief spoke.", ["NATO organisation"]),
            ("The leader, Osama bin Laden, fled.", ["Osama bin Laden person"]),
        ]
    )
    func kinds(text: String, expected: [String]) throws {
        #expect(try names(text) == expected)
    }

    @Test("words that begin a sentence or stand for a day are no names")
    func noNames() throws {
        #expect(try names("Yesterday was Monday. They left in May.") == [])
    }

    @Test("names handed in are found whole and with their kind")
    func gazetteer() throws {
        let known = NameGazetteer([("Deir ez-Zor", .place), ("Deir", .person)])
        #expect(try names("Troops left Deir in haste.", known) == ["Deir person"])
        let hyphened = NameGazetteer([("Kataib Hezbollah", .group)])
        #expect(try names("The US struck Kataib Hezbollah again.", hyphened).last == "Kataib Hezbollah group")
    }

    @Test("a surname is a person where the full name is one")
    func surnames() throws {
        let found = try names("They met Senator John Haddad. Later, Haddad left the hall.")
        #expect(found == ["John Haddad person", "Haddad person"])
    }
}
