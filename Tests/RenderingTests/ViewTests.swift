import Chronology
import EventModel
import Foundation
import Rendering
import Testing

@Suite struct ViewTests {
    /// Forty events of two neighbours and one of a third party, two days apart.
    static func query() throws -> Query {
        let actors = ["ostland", "westmark", "südreich <&>"].map { Actor(id: $0, name: $0.capitalized, text: $0) }
        let events = (0..<41).map { number in
            let isForce = number % 3 == 0
            return Event(
                id: "e_00000000000000" + (number < 10 ? "0\(number)" : "\(number)"),
                date: Day(iso: "2024-01-01").map { DaySpan($0.advanced(by: number * 2)) },
                source: [actors[number == 40 ? 2 : number % 2]],
                target: [actors[(number + 1) % 2]],
                action: "acted",
                type: isForce ? .assault : .consult,
                goldstein: isForce ? -Double(number % 10 + 1) : 2,
                hostility: isForce ? 4 : 1,
                article: "a",
                sentence: 0,
                span: 0..<5,
                trigger: 0..<5,
                text: "acted"
            )
        }
        return Query(try EventStore(events).snapshot())
    }

    static func views() throws -> [(String, any EventView)] {
        let query = try query()
        return [
            ("timeline", try DyadTimeline(query, "ostland", "westmark")), ("heat", try HeatRows(query)),
            ("ladder", try HostilityLadder(query)), ("network", AdjacencyTable(query)),
            ("series", SeriesView(query.per(.week).counts(), title: "Events")),
        ]
    }

    @Test("Views look as they did when someone last looked at them")
    func snapshots() throws {
        for (name, view) in try Self.views() {
            try expectSnapshot(view.text(width: 70, style: .plain) + "\n", "view-\(name)")
            try expectSnapshot(view.drawing.svg(title: view.title), "view-\(name)-svg")
        }
    }

    @Test("No view is wider than its terminal", arguments: [40, 60, 100, 200])
    func width(columns: Int) throws {
        for (name, view) in try Self.views() {
            for line in view.lines(width: columns, style: .plain) { #expect(line.count <= columns, "\(name): \(line)") }
        }
    }

    @Test("Views of nothing say so instead of failing")
    func empty() throws {
        let query = Query(EventStore().snapshot())
        let views: [any EventView] = [
            try DyadTimeline(query, "a", "b"), try HeatRows(query), try HostilityLadder(query), AdjacencyTable(query),
            SeriesView(query.per(.day).counts(), title: "none"),
        ]
        for view in views {
            #expect(!view.lines(width: 80, style: .plain).isEmpty)
            #expect(view.drawing.svg(title: view.title).hasSuffix("</svg>\n"))
        }
    }

    @Test("An event far off in time does not squeeze all others into a column, and is told of")
    func outlier() throws {
        let query = try Self.query()
        var far = query.snapshot.event(at: 0)
        far.id = "e_00000000000000ff"
        far.date = Day(iso: "1970-01-01").map { DaySpan($0) }
        let events = (0..<query.snapshot.count).map { query.snapshot.event(at: $0) }
        let ladder = try HostilityLadder(Query(try EventStore(events + [far]).snapshot()))
        #expect(ladder.legend.hasSuffix("; 1 outside these days"))
        #expect(ladder.lines(width: 80, style: .plain).last?.contains("2024-01-01") == true)
    }

    @Test("A picture is well-formed XML, whatever actors are called")
    func wellFormed() throws {
        for (name, view) in try Self.views() {
            let svg = view.drawing.svg(title: "a < b & \"c\" \u{1}")
            #expect(!svg.contains("<&>") && !svg.contains("\u{1}"), "\(name)")
        }
        var page = ViewPage(title: "<script>")
        for (_, view) in try Self.views() { page.add(view) }
        page.add([["n": .integer(1), "text": "<b>"] as Record], heading: "Rows & more")
        let event = Event(
            id: "e_1",
            date: nil,
            source: [],
            target: [],
            action: "hit",
            type: .assault,
            mode: "<mode>",
            cameo: "190",
            goldstein: -10,
            hostility: 4,
            article: "a",
            published: nil,
            sentence: 0,
            span: 5..<20,
            trigger: 9..<12,
            text: "<i> hit </i> it"
        )
        let alert = Alert(
            rule: "p/r",
            kind: "k",
            severity: .high,
            date: nil,
            summary: "<script>",
            participants: [],
            bindings: [Alert.Binding(step: "<s>", events: ["e_1", "<e>"])],
            evidence: ["e_1", "<e>"],
            articles: ["<a>"]
        )
        page.add([alert], events: ["e_1": event])
        #expect(page.html.contains("<blockquote>&lt;i&gt; <mark>hit</mark> &lt;/i&gt; it</blockquote>"))
        #expect(!page.html.contains("<s>") && !page.html.contains("<e>") && !page.html.contains("<a>"))
        #expect(!page.html.contains("<script>") && !page.html.contains("<b>") && page.html.contains("Rows &amp; more"))
    }

    @Test(
        "A sparkline has a bar for each number, sums neighbours where there is no room, and leaves zeros blank",
        arguments: [
            ([1, 2, 4, 8], 10, "▂▃▅█"), ([0, 0], 10, "  "), ([1, 0, 1], 10, "█ █"), ([1, 1, 1, 1, 2, 2], 3, "▅▅█"),
            ([], 5, ""),
        ]
    )
    func sparkline(values: [Double], width: Int, expected: String) {
        #expect(Sparkline.text(values, width: width) == expected)
    }
}
