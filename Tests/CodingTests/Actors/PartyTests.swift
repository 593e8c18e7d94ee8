// Whose the things are that acts hit and are done with.
import EventModel
import Testing

@testable import Coding

@Suite struct PartyTests {
    @Test(
        "Buildings and plants are no governments and no parliaments",
        arguments: [
            "Russian missiles hit a power plant near Kharkiv on Monday.",
            "Russian jets bombed a house in Kharkiv on Monday, killing nine people.",
        ]
    )
    func buildings(text: String) throws {
        let event = try #require(try Built.events(text).first { $0.type == .assault })
        #expect(event.source.contains { $0.country == "RUS" })
        #expect(
            event.target.allSatisfy { $0.country != "RUS" && $0.sector != .government && $0.sector != .legislature }
        )
    }

    @Test(
        "Planes of a state that bomb are those of its forces",
        arguments: [
            "Syrian government planes bombed a market in Idlib on Sunday.", "Syrian planes bombed Idlib on Sunday.",
        ]
    )
    func planes(text: String) throws {
        let event = try #require(try Built.events(text).first { $0.type == .assault })
        #expect(event.source.map(\.country) == ["SYR"])
        #expect(event.source.map(\.sector) == [.military])
    }

    @Test("What is linked to a state or owned by its people is not its government")
    func linked() throws {
        let sites = try #require(
            try Built.events("US forces struck Iranian-linked sites in eastern Syria on Friday.").first
        )
        #expect(sites.target.map(\.backer) == ["IRN"])
        #expect(sites.target.allSatisfy { $0.country != "IRN" })
        let plant = try #require(
            try Built.events("Ukrainian drones attacked a Russian-owned plant in Crimea on Friday.").first
        )
        #expect(plant.target.map(\.sector) == [.business])
    }

    @Test("A noun that two states share is of both")
    func shared() throws {
        let event = try #require(try Built.events("US and British warplanes bombed Houthi targets in Yemen.").first)
        #expect(Set(event.source.compactMap(\.country)) == ["USA", "GBR"])
        #expect(event.source.allSatisfy { $0.sector == .military })
    }

    @Test("Who did it stands behind \"by\", wherever the parser hangs it, and a sea is not attacked")
    func doers() throws {
        let text = "Attacks on cargo ships by Houthi militants in the Red Sea on Monday wounded three sailors."
        let event = try #require(try Built.events(text).first { $0.type == .assault })
        #expect(event.source.contains { $0.id == "houthis" })
        #expect(event.target.allSatisfy { $0.id != "houthis" && $0.name != "Red Sea" })
    }
}
