import EventModel
import Rendering
import Testing
import TextWidth

@Suite struct CardTests {
    static let events = Dictionary(Examples.events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    @Test("Event cards look as they did when someone last looked")
    func events() throws {
        var traced = Examples.strike
        traced.trace = "actors.tsv:14 US forces\npatterns.tsv:80 carry out * strikes"
        let cards = (Examples.events + [traced]).map { EventCard($0).text }
        try expectSnapshot(cards.joined(separator: "\n"), "event-cards")
        try expectSnapshot(
            Examples.events.map { EventCard($0, style: .colored).text }.joined(separator: "\n"),
            "event-cards-coloured"
        )
        try expectSnapshot(EventCard(Examples.strike, width: 50).text, "event-card-narrow")
    }

    @Test("Alert cards look as they did when someone last looked")
    func alerts() throws {
        let cards = Examples.alerts.map { AlertCard($0, events: Self.events).text }
        try expectSnapshot(cards.joined(separator: "\n"), "alert-cards")
        let coloured = Examples.alerts.map { AlertCard($0, events: Self.events, style: .colored).text }
        try expectSnapshot(coloured.joined(separator: "\n"), "alert-cards-coloured")
    }

    @Test("Cards keep within their width", arguments: [40, 64, 80, 132])
    func width(columns: Int) {
        for event in Examples.events {
            for line in EventCard(event, width: columns).text.split(separator: "\n") {
                #expect(line.displayWidth <= columns, "\(line)")
            }
        }
    }

    @Test("No control character of an article reaches the terminal")
    func control() {
        for text in [EventCard(Examples.statement).text, RecordWriter.text([Examples.statement], .table)] {
            #expect(
                !text.unicodeScalars.contains {
                    $0 != "\n" && ($0.value < 0x20 || $0.value == 0x7F || $0.value == 0x202E)
                }
            )
        }
    }

    @Test("Colour changes nothing but colour")
    func colour() {
        for event in Examples.events {
            let coloured = EventCard(event, style: .colored).text
            let bare = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
            // Brackets stand in for underlining where there is no colour.
            let plain = EventCard(event).text.filter { $0 != "[" && $0 != "]" }
            #expect(
                bare.filter { !$0.isWhitespace && $0 != "│" } == plain.filter { !$0.isWhitespace && $0 != "│" }
                    || event.id == Examples.statement.id
            )
        }
    }
}
