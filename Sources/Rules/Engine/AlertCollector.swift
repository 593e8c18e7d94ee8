// Takes the alerts that a rule raises by hand, from a plain Lua function.
import EventModel
import LuaRuntime
import Synchronization

/// An alert as `alert { … }` raises it.
struct RaisedAlert: Sendable {
    var steps: [Match.BoundStep]
    var wording: AlertBuilder.Wording
}

/// The alerts raised while a function runs.
final class AlertCollector: Sendable {
    private struct State {
        var raised: [RaisedAlert] = []
        var events: (any EventValues)?
    }

    private let state = Mutex(State())

    /// The most alerts that one function may raise.
    static let raisedMax = 100_000

    /// Starts taking alerts on events of a snapshot.
    func begin(_ events: any EventValues) {
        state.withLock { $0 = State(raised: [], events: events) }
    }

    /// Ends it and hands over what was raised.
    func end() -> [RaisedAlert] {
        state.withLock { state in
            defer { state = State() }
            return state.raised
        }
    }

    /// Takes the table of `alert { … }`.
    func raise(_ table: Table) throws(RuleError) {
        let reader = try TableReader(table, place: "alert", known: ["events", "severity", "summary"])
        guard let events = state.withLock({ $0.events }) else {
            throw RuleError(
                code: "no_run",
                message: "alert { … } raises an alert only within a rule's run function"
            )
        }
        guard case .table(let bound) = reader["events"], !bound.entries.isEmpty else {
            throw reader.error("events", "must be a table of events", hint: "events = { first = e, reply = f }")
        }
        var steps: [Match.BoundStep] = []
        for (place, value) in bound.sequence.enumerated() {
            steps.append(try step("event\(place + 1)", value, events, reader))
        }
        for entry in bound.fields {
            guard case .string(let name) = entry.key else { continue }
            steps.append(try step(name, entry.value, events, reader))
        }
        let wording = AlertBuilder.Wording(
            summary: try reader.text("summary"),
            severity: try reader.choice("severity", of: Severity.self)
        )
        // Named events have no order of their own in Lua: they take that of time.
        let first = bound.sequence.count
        steps[first...].sort { ($0.rows.first ?? 0, $0.name) < ($1.rows.first ?? 0, $1.name) }
        let raised = RaisedAlert(steps: steps, wording: wording)
        let isRoom = state.withLock { state in
            guard state.raised.count < Self.raisedMax else { return false }
            state.raised.append(raised)
            return true
        }
        guard isRoom else {
            throw RuleError(code: "too_many_alerts", message: "a rule raises at most \(Self.raisedMax) alerts")
        }
    }

    private func step(
        _ name: String,
        _ value: Value,
        _ events: any EventValues,
        _ reader: TableReader
    ) throws(RuleError) -> Match.BoundStep {
        let values: [Value] = if case .table(let list) = value { list.sequence } else { [value] }
        var rows: [Int] = []
        for value in values {
            guard let row = events.row(of: value) else {
                throw reader.error("events", "has a \(value.typeName) where an event should be")
            }
            rows.append(row)
        }
        guard !rows.isEmpty else { throw reader.error("events", "has no event for '\(name)'") }
        return Match.BoundStep(name: name, rows: rows, isRun: rows.count > 1)
    }
}

/// The word that raises alerts.
enum AlertLibrary {
    static func library(_ collector: AlertCollector) -> Library {
        Library(
            "",
            "What rules that are plain functions say with.",
            functions: [
                LuaFunction(
                    "alert",
                    "({ summary = string, events = table, severity = string? }) -> nil",
                    "Raises an alert on events, from a rule's `run` function."
                ) { arguments in
                    try collector.raise(try arguments.table(1))
                    return []
                }
            ]
        )
    }
}
