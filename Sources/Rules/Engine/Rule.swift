// A rule as a file defines it.
import EventModel

/// A rule: what it looks for, what it says when it finds it, and the examples that show it.
public struct Rule: Sendable {
    /// The id, `pack/name`.
    public var id: String
    /// The kind of its alerts, such as `retaliation`.
    public var kind: String
    /// The title for people.
    public var title: String
    /// How much its alerts matter.
    public var severity: Severity
    /// How far it can be relied on.
    public var status: RuleStatus
    /// Why it should no longer be used, nil where it may be.
    public var deprecation: RuleDeprecation?
    /// What it finds, in a sentence or two.
    public var description: String
    /// The literature that it stands on.
    public var references: [String]
    /// When it fires and should not.
    public var falsePositives: [String]
    /// What it looks for.
    public var search: Search
    /// The function that words its alerts, nil for the plain wording.
    public var wording: RuleFunction?
    /// Examples for which it must fire.
    public var fires: [RuleExample]
    /// Examples for which it must not.
    public var silent: [RuleExample]
    /// Where it is defined.
    public var location: SourceLocation
    /// Conditions of the user's: an alert on an event of which one holds is not raised.
    public var exceptions: [Condition] = []
    /// Whether the severity is the user's, which the rule's own wording cannot change.
    public var isSeverityFixed = false
    /// The values that users may change.
    public var thresholds: [Threshold] = []

    /// What a rule looks for.
    public enum Search: Sendable {
        /// One of these sequences.
        case match([SequencePattern])
        /// Whatever a Lua function finds among the events.
        case run(RuleFunction)
    }

    /// The names of the steps of all its ways, each as often as it stands there.
    var stepNames: [String] {
        guard case .match(let ways) = search else { return [] }
        return ways.flatMap { $0.steps.map(\.name) }
    }

    /// The name without the pack.
    public var name: String { id.split(separator: "/").last.map(String.init) ?? id }
}

/// How far a rule can be relied on.
public enum RuleStatus: String, Sendable, CaseIterable {
    case experimental
    case test
    case stable
    case deprecated
}
