// Compares the alerts of an example with what it expects.
import EventModel

extension RuleExample.Expectation {
    /// What is wrong; empty where one of the alerts is as expected.
    func differences(_ alerts: [Alert], _ snapshot: EventStore.Snapshot, _ events: [Event]) -> [ExampleDifference] {
        var differences: [ExampleDifference] = []
        if let count = self.alerts, count != alerts.count {
            differences.append(ExampleDifference("alerts", expected: "\(count)", got: "\(alerts.count)"))
        }
        let each = alerts.map { self.differences(of: $0, snapshot, events) }
        // The alert that comes closest tells most.
        if let closest = each.min(by: { $0.count < $1.count }) { differences += closest }
        return differences
    }

    private func differences(
        of alert: Alert,
        _ snapshot: EventStore.Snapshot,
        _ events: [Event]
    ) -> [ExampleDifference] {
        var differences = places.compactMap { step, numbers in
            Self.difference(step, numbers, of: alert, events)
        }
        for (step, fields) in steps {
            guard let binding = alert.bindings.first(where: { $0.step == step }) else {
                differences.append(Self.unbound(step, alert))
                continue
            }
            let rows = binding.events.compactMap(snapshot.row(id:))
            for (field, test) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                guard !rows.contains(where: { test.passes(snapshot.value(of: field, row: $0)) }) else { continue }
                let values = rows.map { snapshot.value(of: field, row: $0).description }
                let got = values.joined(separator: ", ")
                differences.append(
                    ExampleDifference(
                        "\(step).\(field.rawValue)",
                        expected: test.description,
                        got: got.isEmpty ? "nothing" : got
                    )
                )
            }
        }
        return differences + wording(alert)
    }

    private func wording(_ alert: Alert) -> [ExampleDifference] {
        var differences: [ExampleDifference] = []
        func compare(_ subject: String, _ expected: String?, _ got: String, _ isMet: Bool) {
            guard let expected, !isMet else { return }
            differences.append(ExampleDifference(subject, expected: expected, got: got))
        }
        compare("severity", severity?.rawValue, alert.severity.rawValue, severity == alert.severity)
        compare("date", date?.description, alert.date?.description ?? "none", date == alert.date)
        compare("summary", summary.map { "'\($0)' in it" }, alert.summary, alert.summary.contains(summary ?? ""))
        for name in participants where !alert.participants.contains(name) {
            let got = alert.participants.joined(separator: ", ")
            differences.append(ExampleDifference("participants", expected: "\(name) among them", got: got))
        }
        return differences
    }

    private static func difference(
        _ step: String,
        _ numbers: [Int],
        of alert: Alert,
        _ events: [Event]
    ) -> ExampleDifference? {
        guard let binding = alert.bindings.first(where: { $0.step == step }) else { return unbound(step, alert) }
        let bound = binding.events.compactMap { id in events.firstIndex { $0.id == id }.map { $0 + 1 } }.sorted()
        guard bound != numbers.sorted() else { return nil }
        return ExampleDifference(step, expected: Self.words(numbers), got: Self.words(bound))
    }

    private static func unbound(_ step: String, _ alert: Alert) -> ExampleDifference {
        let steps = alert.bindings.map(\.step).joined(separator: ", ")
        return ExampleDifference(step, expected: "an event bound to '\(step)'", got: "events bound to \(steps)")
    }

    private static func words(_ numbers: [Int]) -> String {
        "event " + numbers.map(String.init).joined(separator: ", ")
    }
}

extension RuleExample.Expectation: CustomStringConvertible {
    /// The expectation in words.
    public var description: String {
        var parts: [String] = []
        if let alerts { parts.append("\(alerts) \(alerts == 1 ? "alert" : "alerts")") }
        if let severity { parts.append("severity \(severity.rawValue)") }
        if let date { parts.append("date \(date)") }
        if let summary { parts.append("summary with '\(summary)'") }
        if !participants.isEmpty { parts.append("participants \(participants.joined(separator: ", "))") }
        for (step, numbers) in places { parts.append("\(step) is \(Self.words(numbers))") }
        for (step, fields) in steps {
            let tests = fields.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }
            parts.append("\(step) with \(tests.joined(separator: ", "))")
        }
        return parts.isEmpty ? "an alert" : "an alert: " + parts.joined(separator: "; ")
    }
}
