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
        /// Events, as the example lists them.
        case events([EventDraft])
    }

    /// What an alert must be like; what is not named does not matter.
    public struct Expectation: Sendable {
        /// Tests of the events bound to steps.
        public var steps: [(step: String, fields: [EventField: FieldTest])] = []
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

/// An event as an example lists it: what matters, the rest by default.
public struct EventDraft: Sendable {
    /// The names of the actors, as the lexicon knows them, or countries' codes.
    public var source: [ActorDraft] = []
    /// The names of the actors acted upon.
    public var target: [ActorDraft] = []
    /// The PLOVER type.
    public var type: EventType
    /// When.
    public var date: DaySpan?
    /// The rest, by field.
    public var mode: String?
    public var context: [String] = []
    public var cameo: String?
    public var modality = Modality.actual
    public var quoted = false
    public var speaker: String?
    public var aggregate = false
    public var place: String?
    public var weapon: [String] = []
    public var killed: Int?
    public var wounded: Int?
    public var hostility: Int?
    /// The places, from 1, of the events of the list that this one answers.
    public var answers: [Int] = []
    /// The sentence; made up from the rest where it is nil.
    public var text: String?
    /// The article's id.
    public var article = "example"

    /// An actor of an example: a name to look up, or what it is.
    public enum ActorDraft: Sendable, Hashable {
        case named(String)
        case known(Actor)
    }

    /// An event of a type.
    public init(type: EventType) { self.type = type }
}
