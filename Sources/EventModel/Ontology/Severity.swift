// How much an alert matters.

/// The severity of a rule and of its alerts, in rising order.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    case info
    case low
    case medium
    case high
    case critical

    /// The place in the rising order, from 0.
    public var rank: Int {
        switch self {
        case .info: 0
        case .low: 1
        case .medium: 2
        case .high: 3
        case .critical: 4
        }
    }

    /// The lesser severity comes first.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
