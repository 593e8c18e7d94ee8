// What comes out of a check.
import EventModel

/// What a check found, and which rules failed.
public struct CheckReport: Sendable {
    /// The alerts, in the order of date (unknown last), rule and fingerprint.
    public var alerts: [Alert] = []
    /// The rules that failed or hit a limit; the others ran all the same.
    public var errors: [RuleError] = []
    /// Whether it was stopped before its end; then there are neither alerts nor errors.
    public var isStopped = false

    /// A report of nothing, or of these alerts and failures.
    public init(alerts: [Alert] = [], errors: [RuleError] = [], isStopped: Bool = false) {
        self.alerts = alerts
        self.errors = errors
        self.isStopped = isStopped
    }
}
