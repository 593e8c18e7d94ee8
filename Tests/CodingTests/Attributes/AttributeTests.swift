import Chronology
import EventModel
import Testing

@testable import Coding

@Suite struct AttributeTests {
    @Test("Weapons refine the code and are listed")
    func weapon() throws {
        let event = try #require(try Built.events("Israel attacked Hezbollah in Lebanon with drones on Tuesday.").first)
        #expect(event.cameo == "1952")
        #expect(event.weapon == ["drone"])
        #expect(event.location?.country == "LBN")
    }

    @Test(
        "Aircraft that stand as the subject or above the bombing are the weapon; states bomb from the air",
        arguments: [
            ("Turkish warplanes bombed Kurdish militants in Iraq.", "195", "heavy-weapons", ["aircraft"]),
            ("Israeli jets carried out air strikes, bombing Hamas in Gaza.", "195", "heavy-weapons", ["aircraft"]),
            ("Ethiopian drones struck Tigrayan fighters.", "1952", "heavy-weapons", ["drone"]),
            ("Egypt bombed Islamic State in Libya.", "195", "heavy-weapons", []),
            ("Al-Shabaab bombed the Kenyan army.", "183", "explosives", ["bomb"]),
            ("Armenian troops attacked an Azerbaijani tank.", "190", nil, []),
        ] as [(String, String, String?, [String])]
    )
    func means(sentence: String, cameo: String, mode: String?, weapons: [String]) throws {
        let event = try #require(try Built.events(sentence).first { $0.type == .assault })
        #expect(event.cameo == cameo)
        #expect(event.mode == mode)
        #expect(Set(weapons).isSubset(of: event.weapon))
        #expect(!weapons.isEmpty || Set(event.weapon).isSubset(of: ["bomb"]))
    }

    @Test(
        "A place that the sentence only implies",
        arguments: [
            ("North Korea fired a missile into the sea off its east coast.", "PRK"),
            ("Serbia put its army on high alert.", "SRB"),
            ("Israel and Gaza-based militants agreed on a ceasefire.", "PSE"),
        ]
    )
    func impliedPlace(sentence: String, country: String) throws {
        let countries = try Built.events(sentence).compactMap(\.location?.country)
        #expect(countries.contains(country), "\(countries)")
    }

    @Test("Victims go to the act, also from the next sentence")
    func victims() throws {
        let text =
            "Hamas attacked an Israeli army post on Monday. Four soldiers were killed and nine wounded in the attack."
        let event = try #require(try Built.events(text).first { $0.type == .assault })
        #expect(event.killed == 4)
        #expect(event.wounded == 9)
    }

    @Test("Many acts summed up are an aggregate, and its day is not made up")
    func aggregate() throws {
        let event = try #require(try Built.events("Hezbollah carried out repeated attacks on Israel.").first)
        #expect(event.aggregate)
        #expect(event.date == nil)
    }

    @Test("An event knows its words, its codes and how it was made")
    func record() throws {
        let event = try #require(try Built.events("Turkey bombed Syria on Tuesday.").first)
        #expect(event.action == "bombed")
        #expect(event.hostility == 4)
        #expect(event.date == DaySpan(iso: "2024-02-27"))
        #expect(event.trace?.contains("actions-verbs.tsv:") == true)
    }
}
