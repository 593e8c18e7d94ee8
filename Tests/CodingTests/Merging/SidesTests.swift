import EventModel
import Testing

@testable import Coding

@Suite struct SidesTests {
    static func actor(_ id: String, _ country: String?, _ sector: Sector?, family: String? = nil, backer: String? = nil)
        -> Actor
    {
        Actor(id: id, name: id, country: country, sector: sector, backer: backer, family: family, text: id)
    }

    @Test("A state is one side with its forces, a group with its family and its backer; others are apart")
    func compare() {
        let state = Self.actor("iran", "IRN", .government)
        let army = Self.actor("army", "IRN", .military)
        let group = Self.actor("kataib", "IRQ", .rebels, family: "militias", backer: "IRN")
        let family = Self.actor("militias", nil, .rebels, backer: "IRN")
        let other = Self.actor("france", "FRA", .government)
        #expect(Sides.compare(state, army) == .same)
        #expect(Sides.compare(group, family) == .related)
        #expect(Sides.compare(group, state) == .related)
        #expect(Sides.compare(state, other) == .different)
        #expect(Sides.compare([], [state]) == .unknown)
    }
}
