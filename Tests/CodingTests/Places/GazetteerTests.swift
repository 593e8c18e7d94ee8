// The format of the gazetteer, and what the built-in one must hold.
import EventModel
import Testing

@testable import Coding

struct GazetteerTests {
    @Test(
        "A mistake names its kind, its line and its column",
        arguments: [
            ("X\tIRQ\thamlet\t1\t2\t-\n", "bad_kind", 7), ("X\tIRQ\ttown\t91\t2\t-\n", "bad_coordinate", 12),
            ("X\tIraq\ttown\t1\t2\t-\n", "bad_country", 3), ("X\tIRQ\ttown\n", "bad_columns", 1),
        ]
    )
    func mistakes(text: String, code: String, column: Int) {
        let error = #expect(throws: DataError.self) {
            try Gazetteer(files: [(name: "places.tsv", bytes: Array(text.utf8))])
        }
        #expect(error?.code == code)
        #expect(error?.location?.column == column)
    }

    @Test("The built-in gazetteer has at least 4,000 places, 300 of them facilities and areas, all with coordinates")
    func breadth() throws {
        let gazetteer = try CodingRoom.shared.get().gazetteer
        let facilities: Set<PlaceKind> = [.base, .facility, .crossing, .area, .strait]
        #expect(gazetteer.entries.count >= 4_000)
        #expect(gazetteer.entries.count { facilities.contains($0.kind) } >= 300)
        for entry in gazetteer.entries {
            #expect(entry.place.latitude != nil && entry.place.longitude != nil, "\(entry.place.name) at \(entry.line)")
        }
    }

    @Test("Every country of the gazetteer is a state of the lexicon, and every state has a row")
    func countries() throws {
        let room = try CodingRoom.shared.get()
        let countries = Set(room.gazetteer.entries.compactMap(\.place.country))
        for country in countries.subtracting(["SHN"]) {
            #expect(room.lexicon.state(country: country) != nil, "\(country)")
        }
        let gone: Set<String> = ["SUN", "YUG", "CSK", "DDR"]
        for entry in room.lexicon.entries where entry.kind == .state {
            let country = entry.country ?? ""
            #expect(countries.contains(country) || gone.contains(country), "\(entry.name)")
        }
    }
}
