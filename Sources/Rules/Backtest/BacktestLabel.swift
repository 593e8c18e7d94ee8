// What really happened, for alerts to be held against.
import Chronology
import EventModel

/// An escalation that somebody has found to have happened between two sides.
public struct BacktestLabel: Sendable, Hashable {
    /// When it began, or the span in which it did.
    public var date: DaySpan
    /// The two sides, as actors; one where it is about a side alone.
    public var sides: [Actor]
    /// The rule, kind or severity that should have told; nil for any.
    public var subject: String?
    /// What it was.
    public var note: String

    /// An escalation.
    public init(date: DaySpan, sides: [Actor], subject: String? = nil, note: String = "") {
        self.date = date
        self.sides = sides
        self.subject = subject
        self.note = note
    }

    /// Reads a table of labels: date, one side, the other side, rule or kind, note; tabs between, `-` for none.
    ///
    /// Throws with the line that is wrong.
    public static func labels(
        _ bytes: [UInt8],
        file: String,
        actor: (String) -> Actor?
    ) throws(DataError) -> [BacktestLabel] {
        var labels: [BacktestLabel] = []
        for row in try DataTable(bytes: bytes, file: file, columnCount: 2...5).rows {
            guard let date = DaySpan(iso: row.columns[0]) else {
                throw row.error(
                    "bad_date",
                    "'\(row.columns[0])' is no date",
                    column: 0,
                    hint: "YYYY-MM-DD or YYYY-MM-DD/YYYY-MM-DD"
                )
            }
            var columns = row.columns
            while columns.count < 5 { columns.append("") }
            let names = columns[1...2].filter { !$0.isEmpty }
            guard !names.isEmpty else { throw row.error("no_side", "the label names no side", column: 1) }
            labels.append(
                BacktestLabel(
                    date: date,
                    sides: names.map { name in actor(name) ?? ExampleEvents.plainActor(name) },
                    subject: columns[3].isEmpty ? nil : columns[3],
                    note: columns[4]
                )
            )
        }
        return labels
    }

    /// Whether an alert is about this label's subject.
    func concerns(_ alert: Alert) -> Bool {
        guard let subject else { return true }
        return alert.rule == subject || alert.kind == subject || alert.rule.hasSuffix("/" + subject)
    }

    /// Whether an event is between the sides, in either direction; about the one side where there is but one.
    func isAbout(_ event: Event) -> Bool {
        func has(_ actors: [Actor], _ side: Actor) -> Bool { actors.contains { Self.belongs($0, to: side) } }
        guard sides.count > 1 else { return has(event.source + event.target, sides[0]) }
        return has(event.source, sides[0]) && has(event.target, sides[1])
            || has(event.source, sides[1]) && has(event.target, sides[0])
    }

    /// Whether an actor is a side, or one of a state's own.
    private static func belongs(_ actor: Actor, to side: Actor) -> Bool {
        if actor.id == side.id || actor.name == side.name || actor.family == side.id { return true }
        guard let country = side.country, side.sector == nil || side.sector == .government else { return false }
        return actor.country == country
    }
}
