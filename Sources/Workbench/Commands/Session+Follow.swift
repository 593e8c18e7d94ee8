// Once rules have run, alerts follow the events: what new events change is told as they are loaded.
import EventModel
import Rendering
import Rules

extension Session {
    /// The most events that alerts are kept up to date for bit by bit; with more, the rules run again on all.
    private static let followedEventCountMax = 100_000
    /// The most changes that are told one by one.
    private static let toldCountMax = 12

    /// Brings the alerts up to date with the events, where rules have run, and tells what changed.
    func follow() throws -> [String] {
        let before = state.current
        guard !before.packs.isEmpty else { return [] }
        guard let report = try upToDate(before) else {
            state.change { contents in
                contents.engine = nil
                contents.alerts = []
            }
            try bindLists()
            return ["interrupted before the rules had seen it all; .run runs them"]
        }
        state.change { $0.alerts = report.alerts }
        try bindLists()
        let changes = AlertChanges(from: before.alerts, to: report.alerts)
        let text = ErrorText(style: look.style)
        let counts = changes.alerts.isEmpty ? "as before" : counts(changes, of: report.alerts)
        return report.errors.map(text.text) + told(changes) + ["alerts: \(counts)"]
    }

    /// What the rules say of the events as they are now; nil where it was stopped.
    private func upToDate(_ contents: SessionState.Contents) throws -> CheckReport? {
        let (snapshot, packs) = (contents.snapshot, contents.packs)
        guard snapshot.count <= Self.followedEventCountMax else {
            state.change { $0.engine = nil }
            return try patiently { RuleEngine(packs).check(snapshot, stop: $0) }
        }
        let engine = contents.engine ?? IncrementalEngine(packs)
        let changes = try patiently { sign in
            try engine.replace(by: (0..<snapshot.count).map(snapshot.event(at:)), stop: sign)
        }
        guard let changes, changes != nil else { return nil }
        state.change { $0.engine = engine }
        return CheckReport(alerts: engine.alerts, errors: engine.errors)
    }

    /// A line for each change: `-` withdrawn, `~` updated, `+` new.
    func told(_ changes: AlertChanges) -> [String] {
        let order: [(AlertStatus, String, Style.Role)] = [
            (.withdrawn, "-", .faint), (.updated, "~", .strong), (.new, "+", .strong),
        ]
        let lines = order.flatMap { status, sign, role in
            changes.alerts.filter { $0.status == status }.map { alert in
                look.style.paint("\(sign) \(alert.date.map { "\($0) " } ?? "")\(alert.rule): \(alert.summary)", role)
            }
        }
        guard lines.count > Self.toldCountMax else { return lines }
        let more = counted(lines.count - Self.toldCountMax, "more change")
        return Array(lines.prefix(Self.toldCountMax)) + ["… \(more); .alerts lists what stands"]
    }

    /// How many alerts are new, changed, gone and as before.
    func counts(_ changes: AlertChanges, of alerts: [Alert]) -> String {
        func count(_ status: AlertStatus) -> Int { changes.alerts.count { $0.status == status } }
        let same = alerts.count - count(.new) - count(.updated)
        let updated = count(.updated) > 0 ? ", \(count(.updated)) updated" : ""
        return "\(count(.new)) new\(updated), \(count(.withdrawn)) gone, \(same) as before"
    }
}
