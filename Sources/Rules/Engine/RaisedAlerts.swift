// The alerts of rules that other rules ask for, by the events that complete them.
import EventModel

/// Which rows of a snapshot complete alerts of which rules.
struct RaisedAlerts: Sendable {
    /// What a rule may ask of an alert.
    struct Completed: Sendable, Hashable {
        let rule: String
        let kind: String
        let severity: Severity

        init(_ alert: Alert) {
            rule = alert.rule
            kind = alert.kind
            severity = alert.severity
        }
    }

    private var completed: [Int: [Completed]] = [:]

    /// Takes in alerts on events of a snapshot.
    mutating func add(_ alerts: [Alert], in snapshot: EventStore.Snapshot) {
        for alert in alerts {
            guard let last = alert.completingEvent, let row = snapshot.row(id: last) else { continue }
            add(Completed(alert), row: row)
        }
    }

    /// Takes in an alert that a row's event completes.
    mutating func add(_ one: Completed, row: Int) { completed[row, default: []].append(one) }

    /// Whether a row's event completes such an alert.
    func holds(_ test: AlertTest, row: Int) -> Bool { count(test, row: row) > 0 }

    /// How many such alerts a row's event completes.
    func count(_ test: AlertTest, row: Int) -> Int {
        (completed[row] ?? []).count { test.passes(rule: $0.rule, kind: $0.kind, severity: $0.severity) }
    }
}

extension Alert {
    /// The id of the last event bound.
    var completingEvent: String? { bindings.last { !$0.events.isEmpty }?.events.last }
}
