// Compares the alerts of an example with what it expects.
import EventModel

extension RuleExample.Expectation {
    /// What is wrong, a line each; empty where one of the alerts is as expected.
    func failures(_ alerts: [Alert], _ snapshot: EventStore.Snapshot) -> [String] {
        var failures: [String] = []
        if let count = self.alerts, count != alerts.count {
            failures.append("expected \(count) alerts, got \(alerts.count)")
        }
        let each = alerts.map { self.failures(of: $0, snapshot) }
        // The alert that comes closest tells most.
        if let closest = each.min(by: { $0.count < $1.count }) { failures += closest }
        return failures
    }

    private func failures(of alert: Alert, _ snapshot: EventStore.Snapshot) -> [String] {
        var failures: [String] = []
        for (step, fields) in steps {
            guard let binding = alert.bindings.first(where: { $0.step == step }) else {
                failures.append("no event is bound to '\(step)'")
                continue
            }
            let rows = binding.events.compactMap(snapshot.row(id:))
            for (field, test) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                guard !rows.contains(where: { test.passes(snapshot.value(of: field, row: $0)) }) else { continue }
                let values = rows.map { snapshot.value(of: field, row: $0).description }
                failures.append("\(step).\(field.rawValue): expected \(test), got \(values.joined(separator: ", "))")
            }
        }
        if let severity, severity != alert.severity {
            failures.append("severity: expected \(severity.rawValue), got \(alert.severity.rawValue)")
        }
        if let date, date != alert.date {
            failures.append("date: expected \(date), got \(alert.date.map(\.description) ?? "none")")
        }
        if let summary, !alert.summary.contains(summary) {
            failures.append("summary: expected '\(summary)' in '\(alert.summary)'")
        }
        for name in participants where !alert.participants.contains(name) {
            failures.append("participants: expected \(name) among \(alert.participants.joined(separator: ", "))")
        }
        return failures
    }
}

extension RuleExample.Expectation: CustomStringConvertible {
    /// The expectation in words.
    public var description: String {
        var parts: [String] = []
        if let alerts { parts.append("\(alerts) alerts") }
        if let severity { parts.append("severity \(severity.rawValue)") }
        if let date { parts.append("date \(date)") }
        if let summary { parts.append("summary with '\(summary)'") }
        if !participants.isEmpty { parts.append("participants \(participants.joined(separator: ", "))") }
        for (step, fields) in steps {
            let tests = fields.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }
            parts.append("\(step) with \(tests.joined(separator: ", "))")
        }
        return parts.isEmpty ? "an alert" : "an alert: " + parts.joined(separator: "; ")
    }
}
