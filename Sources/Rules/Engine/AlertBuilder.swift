// Turns what a rule found into alerts.
import Chronology
import EventModel

/// Builds the alerts of one rule.
struct AlertBuilder {
    let rule: Rule
    let snapshot: EventStore.Snapshot

    /// What a rule's own wording adds to an alert.
    struct Wording {
        var summary: String?
        var severity: Severity?
    }

    /// The alert on these steps.
    func alert(_ steps: [Match.BoundStep], wording: Wording) -> Alert {
        let rows = evidence(steps)
        let events = rows.map(snapshot.event(at:))
        let participants = Self.participants(events)
        return Alert(
            rule: rule.id,
            kind: rule.kind,
            severity: rule.isSeverityFixed ? rule.severity : wording.severity ?? rule.severity,
            date: Self.date(steps, snapshot),
            summary: wording.summary ?? "\(rule.title): \(Self.list(participants))",
            participants: participants,
            bindings: steps.map { step in
                Alert.Binding(step: step.name, events: step.rows.map(snapshot.id))
            },
            evidence: events.map(\.id),
            articles: Self.distinct(events.flatMap { [$0.article] + $0.mentions.map(\.article) })
        )
    }

    /// The rows to cite: all, or where there are too many the first and the last of each step and then the others in
    /// order.
    private func evidence(_ steps: [Match.BoundStep]) -> [Int] {
        let all = steps.flatMap(\.rows)
        guard all.count > Alert.evidenceCountMax else { return Self.distinct(all) }
        let first = steps.compactMap(\.rows.first)
        let last = steps.compactMap(\.rows.last)
        let chosen = Set(Self.distinct(first + last + all).prefix(Alert.evidenceCountMax))
        return Self.distinct(all.filter(chosen.contains))
    }

    /// The last day of the last event bound that has a date.
    private static func date(_ steps: [Match.BoundStep], _ snapshot: EventStore.Snapshot) -> Day? {
        for step in steps.reversed() {
            for row in step.rows.reversed() {
                if let date = snapshot.date(row) { return date.end }
            }
        }
        return nil
    }

    private static func participants(_ events: [Event]) -> [String] {
        distinct(events.flatMap { $0.source + $0.target }.map(\.name))
    }

    /// Names joined as in a sentence.
    static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "nobody" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }
}
