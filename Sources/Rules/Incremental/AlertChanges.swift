// What reports did to the alerts.
import EventModel

/// The alerts that reports have changed.
public struct AlertChanges: Sendable, Hashable {
    /// Alerts that are `new`, `updated` (the same evidence, but it says something else now) or `withdrawn`, by date,
    /// rule and fingerprint; one whose evidence was replaced is withdrawn under its old fingerprint and new under
    /// another.
    public var alerts: [Alert] = []
    /// What was let go to keep within the caps.
    public var evictions: [Eviction] = []
    /// How many keys of rules were matched again.
    public var keyCount = 0

    /// No change.
    public init() {}

    /// What tells two lists of alerts apart.
    public init(from before: [Alert], to after: [Alert]) {
        let old = Dictionary(before.map { ($0.fingerprint, $0) }) { first, _ in first }
        let new = Dictionary(after.map { ($0.fingerprint, $0) }) { first, _ in first }
        for alert in new.values where old[alert.fingerprint] != alert {
            take(alert, old[alert.fingerprint] == nil ? .new : .updated)
        }
        for alert in old.values where new[alert.fingerprint] == nil { take(alert, .withdrawn) }
        alerts.sort(by: RuleEngine.precedes)
    }

    private mutating func take(_ alert: Alert, _ status: AlertStatus) {
        var alert = alert
        alert.status = status
        alerts.append(alert)
    }
}

/// Something that an engine let go because a cap was reached.
///
/// Alerts that stand on events that were let go stay as they are; those events take part in no further match.
public struct Eviction: Sendable, Hashable {
    /// The cap that was reached.
    public enum Cap: String, Sendable, CaseIterable {
        /// Events in all.
        case events
        /// Events under one key of a rule.
        case eventsPerKey = "events_per_key"
        /// Keys of one rule.
        case keys
    }

    /// The cap.
    public var cap: Cap
    /// The rule, nil where the cap is on all events.
    public var rule: String?
    /// How many events were let go: the oldest ones.
    public var eventCount: Int

    /// An eviction.
    public init(cap: Cap, rule: String?, eventCount: Int) {
        self.cap = cap
        self.rule = rule
        self.eventCount = eventCount
    }
}

extension Eviction: CustomStringConvertible {
    /// A sentence.
    public var description: String {
        let events = eventCount == 1 ? "the oldest event" : "the \(eventCount) oldest events"
        return switch cap {
        case .events: "let go of \(events): too many in all"
        case .eventsPerKey: "let go of \(events) of a key of \(rule ?? "a rule"): too many under one key"
        case .keys: "let go of \(events) of \(rule ?? "a rule"): too many keys"
        }
    }
}
