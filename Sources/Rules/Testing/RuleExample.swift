// An example of a rule: its test and its documentation.
import Chronology
import EventModel

/// What a rule is tried on, and what it must say.
public struct RuleExample: Sendable {
    /// What the rule is tried on.
    public var input: Input
    /// What one of its alerts must be like; nil where any alert will do.
    public var expectation: Expectation?
    /// What the example shows, nil where it says nothing.
    public var note: String?
    /// Where it stands.
    public var location: SourceLocation

    /// What a rule is tried on.
    public enum Input: Sendable {
        /// An article in the seed's shape, its date in front.
        case article(String)
        /// Several articles, each in the seed's shape.
        case articles([String])
        /// Events, as the example lists them.
        case events([EventDraft])
    }

    /// What an alert must be like; what is not named does not matter.
    public struct Expectation: Sendable {
        /// Tests of the events bound to steps.
        public var steps: [(step: String, fields: [EventField: FieldTest])] = []
        /// The events that are bound to steps, as their places, from 1, among those that the example lists.
        public var places: [(step: String, numbers: [Int])] = []
        /// The number of alerts.
        public var alerts: Int?
        /// The severity.
        public var severity: Severity?
        /// The last day.
        public var date: Day?
        /// Words that stand in the summary.
        public var summary: String?
        /// Names that are among the participants.
        public var participants: [String] = []

        /// An expectation that any alert meets.
        public init() {}
    }
}
