// Who does what to whom, where the grammar does not put it plainly. Every sentence is our own.
import EventModel
import Testing

@testable import Coding

@Suite struct RoleTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let sentence: String
        let type: EventType
        /// A country or a word of the name, nil where the side must be empty.
        let source: String?
        let target: String?
        var testDescription: String { sentence }

        init(_ sentence: String, _ type: EventType, _ source: String?, _ target: String?) {
            self.sentence = sentence
            self.type = type
            self.source = source
            self.target = target
        }
    }

    static func has(_ side: [Actor], _ wanted: String?) -> Bool {
        guard let wanted else { return side.isEmpty }
        return side.contains { $0.country == wanted || $0.name.contains(wanted) || $0.text.contains(wanted) }
    }

    static func check(_ row: Row) throws {
        let events = try Built.events(row.sentence)
        #expect(
            events.contains { $0.type == row.type && has($0.source, row.source) && has($0.target, row.target) },
            "\(events.map { "\($0.type) \($0.source.map(\.text)) \($0.target.map(\.text))" })"
        )
    }

    @Test(
        "A text speaks for those who wrote it",
        arguments: [
            Row("Human Rights Watch put out a report accusing the Syrian army of torture.", .accuse, "Human", "SYR"),
            Row("A UN report accused the Syrian government of war crimes.", .accuse, "IGO", "SYR"),
            Row("France and Germany released a statement condemning Russia.", .accuse, "FRA", "RUS"),
        ]
    )
    func documents(row: Row) throws { try Self.check(row) }

    @Test(
        "Whose move is awaited is who is addressed",
        arguments: [
            Row("Turkey will not lift the blockade until Greece withdraws its ships.", .reject, "TUR", "GRC")
        ]
    )
    func awaited(row: Row) throws { try Self.check(row) }

    @Test(
        "A place deeper in the clause is the target where no slot has one",
        arguments: [
            Row(
                "Kenyan officials imposed a curfew on the town of Garissa starting on Friday.",
                .coerce,
                "KEN",
                "Garissa"
            ),
            Row("Denmark paid 20 million euros for the repair of schools in Lebanon.", .aid, "DNK", "LBN"),
        ]
    )
    func oblique(row: Row) throws { try Self.check(row) }

    @Test(
        "Of two objects, the first is the one asked; a title is the office and no civilian",
        arguments: [
            Row("Chad asked France for military aid.", .request, "TCD", "FRA"),
            Row("The Prime Minister of Greece condemned Turkey.", .accuse, "GRC", "TUR"),
            Row("US officials condemned Iran.", .accuse, "USA", "IRN"),
            Row("The Iranian president called his Syrian counterpart on Tuesday.", .consult, "IRN", "SYR"),
        ]
    )
    func parties(row: Row) throws { try Self.check(row) }

    @Test(
        "A call is made to say something, and what it is made to say has been said",
        arguments: [
            Row("The president of France called the president of Egypt to congratulate him.", .support, "FRA", "EGY")
        ]
    )
    func calls(row: Row) throws { try Self.check(row) }

    @Test(
        "Peoples stand for their nations toward others",
        arguments: [
            Row("Palestinians blamed Israel for the raid.", .accuse, "PSE", "ISR"),
            Row("The Armenians rejected the demands of Azerbaijan.", .reject, "ARM", "AZE"),
        ]
    )
    func peoples(row: Row) throws { try Self.check(row) }

    @Test(
        "States of mind are no passives, and what is used to do something has done it",
        arguments: [
            Row("Serbia is opposed to a Bulgarian peacekeeping mission.", .reject, "SRB", "BGR"),
            Row("Sudan is prepared to release Egyptian soldiers.", .agree, "SDN", "EGY"),
            Row("Turkey used warplanes to bomb Kurdish fighters.", .assault, "TUR", "Kurd"),
        ]
    )
    func verbs(row: Row) throws { try Self.check(row) }

    @Test(
        "What was not done can be an act too",
        arguments: [
            Row("The European Union failed to renew sanctions against Zimbabwe.", .retreat, "IGO", "ZWE")
        ]
    )
    func failures(row: Row) throws { try Self.check(row) }

    @Test(
        "A particle that the parser takes for a preposition, a term that is set, and trade that is halted",
        arguments: [
            Row("Serbia broke off talks with Kosovo on Monday.", .sanction, "SRB", "XKX"),
            Row("Armenia walked out of talks with Azerbaijan in Brussels.", .sanction, "ARM", "AZE"),
            Row("Ecuador broke off ties with Mexico.", .sanction, "ECU", "MEX"),
            Row("Chad gave Sudan 48 hours to withdraw its soldiers.", .threaten, "TCD", "SDN"),
            Row("Ethiopia gave Eritrea until Friday to withdraw its troops.", .threaten, "ETH", "ERI"),
            Row("Tunisia suspended all trade with Libya.", .sanction, "TUN", "LBY"),
            Row("Colombia halted exports to Venezuela.", .sanction, "COL", "VEN"),
            Row("Greece suspended the arms embargo on Turkey.", .retreat, "GRC", "TUR"),
            Row("A Chinese coast guard ship rammed a Vietnamese boat.", .assault, "CHN", "VNM"),
            Row("Fishermen blockaded the port of Calais.", .protest, "ishermen", "FRA"),
            Row("Turkey closed the Bosphorus to Russian warships.", .coerce, "TUR", "RUS"),
            Row("Eritrea blockaded the port of Assab.", .coerce, "ERI", "Assab"),
            Row("A Japanese coast guard cutter fired a water cannon at a Taiwanese boat.", .assault, "JPN", "TWN"),
        ]
    )
    func phrases(row: Row) throws { try Self.check(row) }

    @Test(
        "The second verb has the subject of the first, not its object",
        arguments: [
            Row("On May 4 rebels attacked Libyan troops and killed two soldiers.", .assault, "rebels", "LBY")
        ]
    )
    func secondVerbs(row: Row) throws {
        try Self.check(row)
        #expect(try !Built.events(row.sentence).contains { Self.has($0.source, "LBY") })
    }
}
