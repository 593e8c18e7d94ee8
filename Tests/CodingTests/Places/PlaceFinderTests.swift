// Places in sentences: spellings, prepositions, names shared by several places.
import EventModel
import Testing

@testable import Coding

struct PlaceFinderTests {
    private func places(_ text: String) throws -> [PlaceMention] {
        let room = try CodingRoom.shared.get()
        return room.places.mentions(in: room.pipeline.annotate(text))
    }

    @Test(
        "Spellings lead to one place",
        arguments: [
            ("Drones hit Ain al-Asad on Saturday.", "Al-Asad Air Base", "IRQ"),
            ("Rockets fell near Khan Yunis.", "Khan Younis", "PSE"),
            ("The ship was hit off Hudaydah.", "Hodeidah", "YEM"),
            ("Shelling went on in Deir Ezzor.", "Deir ez-Zor", "SYR"),
            ("Fighting continued in Artyomovsk.", "Bakhmut", "UKR"),
            ("A tanker was seized in the Hormuz Strait.", "Strait of Hormuz", nil),
        ]
    )
    func spellings(text: String, name: String, country: String?) throws {
        let found = try places(text)
        #expect(found.first?.place.name == name)
        #expect(found.first?.place.country == country)
    }

    @Test(
        "Context settles which place of a name is meant",
        arguments: [
            ("Clashes broke out in Tripoli.", "LBY"), ("Clashes broke out in Tripoli, Lebanon.", "LBN"),
            ("A bomb went off in Hyderabad, Pakistan.", "PAK"), ("A bomb went off in Hyderabad.", "IND"),
        ]
    )
    func context(text: String, country: String) throws {
        #expect(try places(text).first?.place.country == country)
    }

    @Test("The preposition before a name is told, over articles and parts of countries")
    func prepositions() throws {
        let found = try places("Shells fell near the northern town of Kharkiv.")
        #expect(found.first?.preposition == "near")
        #expect(found.first?.isLocative == true)
    }

    @Test("Words that are also names need a preposition of place")
    func ambiguous() throws {
        #expect(try places("Nice people helped.").isEmpty)
        #expect(try places("A truck killed dozens in Nice.").first?.place.country == "FRA")
    }
}
