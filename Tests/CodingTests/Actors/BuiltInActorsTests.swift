// What the built-in actor files must hold.
import EventModel
import Testing

@testable import Coding

struct BuiltInActorsTests {
    @Test("There are at least 195 states, 500 groups, 400 organizations and 1,000 terms of leaders")
    func breadth() throws {
        let lexicon = try CodingRoom.shared.get().lexicon
        func count(_ kind: ActorEntry.Kind) -> Int { lexicon.entries.count { $0.kind == kind } }
        #expect(count(.state) >= 195)
        #expect(count(.group) >= 500)
        #expect(count(.organization) >= 400)
        #expect(lexicon.entries.filter { $0.kind == .person }.reduce(0) { $0 + $1.terms.count } >= 1_000)
    }

    @Test("Every backer and every country of a group, an organization or a leader is a state, or IGO")
    func countries() throws {
        let lexicon = try CodingRoom.shared.get().lexicon
        for entry in lexicon.entries {
            for code in [entry.country, entry.backer].compactMap(\.self) where code != "IGO" {
                #expect(lexicon.state(country: code) != nil, "\(entry.name): \(code) at \(entry.line)")
            }
        }
    }

    @Test(
        "Groups carry home country and backer",
        arguments: [
            ("kataib-hezbollah", "IRQ", "IRN"), ("houthis", "YEM", "IRN"), ("hezbollah", "LBN", "IRN"),
            ("hamas", "PSE", "IRN"), ("m23", "COD", "RWA"), ("syrian-national-army", "SYR", "TUR"),
        ]
    )
    func groups(id: String, country: String, backer: String) throws {
        let entry = try #require(try CodingRoom.shared.get().lexicon.entry(id: id))
        #expect(entry.country == country)
        #expect(entry.backer == backer)
    }
}
