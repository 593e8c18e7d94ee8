// What a new version of a pack finds that the old one did not, and the other way round.
import EventModel

/// How two runs over the same events differ.
public struct BacktestDifference: Sendable {
    /// The alerts that only the new run raised.
    public let added: [Alert]
    /// The alerts that only the old run raised.
    public let removed: [Alert]
    /// Alerts on the same events whose severity or wording differs: the old one and the new one.
    public let changed: [(old: Alert, new: Alert)]
    /// How many alerts are the same in both.
    public let sameCount: Int

    /// The difference between the alerts of two runs; an alert is the same by its rule and the events it stands on.
    public init(old: [Alert], new: [Alert]) {
        let before = Dictionary(old.map { (Self.key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.map(Self.key))
        added = new.filter { before[Self.key($0)] == nil }
        removed = old.filter { !after.contains(Self.key($0)) }
        var changed: [(old: Alert, new: Alert)] = []
        var same = 0
        for alert in new {
            guard let previous = before[Self.key(alert)] else { continue }
            if previous.severity != alert.severity || previous.summary != alert.summary {
                changed.append((previous, alert))
            } else {
                same += 1
            }
        }
        self.changed = changed
        sameCount = same
    }

    /// The rule without its pack, so that a pack that was renamed can still be compared, and the evidence.
    private static func key(_ alert: Alert) -> [String] {
        [alert.rule.split(separator: "/").last.map(String.init) ?? alert.rule] + alert.evidence.sorted()
    }
}
