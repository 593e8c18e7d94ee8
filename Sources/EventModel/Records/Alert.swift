// The alert record: what a rule found, and the events it stands on.
import Chronology

/// What a rule found.
///
/// Its JSON keys are those of the record, in the order of the properties here.
public struct Alert: Sendable, Hashable {
    /// The rule's id, `pack/name`.
    public var rule: String
    /// The kind of escalation, such as `retaliation`.
    public var kind: String
    /// How much it matters.
    public var severity: Severity
    /// Whether it is new.
    public var status: AlertStatus
    /// The last day of the last event bound, nil where no bound event has a date.
    public var date: Day?
    /// One sentence that says what was found.
    public var summary: String
    /// The names of the actors, in order of appearance.
    public var participants: [String]
    /// Step name and the ids of the events bound to it, in the order of the steps.
    public var bindings: [Binding]
    /// The ids of the bound events, at most 12.
    public var evidence: [String]
    /// The ids of the articles that tell of them.
    public var articles: [String]
    /// A hash of the rule's id and the sorted evidence.
    public var fingerprint: String

    /// What a step of a rule is bound to.
    public struct Binding: Sendable, Hashable {
        /// The step's name.
        public var step: String
        /// The ids of its events; one, unless the step repeats.
        public var events: [String]

        /// A step and its events.
        public init(step: String, events: [String]) {
            self.step = step
            self.events = events
        }
    }

    /// The most events that an alert cites.
    public static let evidenceCountMax = 12

    /// An alert on these events; the fingerprint follows from the rule and the evidence.
    public init(
        rule: String,
        kind: String,
        severity: Severity,
        status: AlertStatus = .new,
        date: Day?,
        summary: String,
        participants: [String],
        bindings: [Binding],
        evidence: [String],
        articles: [String]
    ) {
        self.rule = rule
        self.kind = kind
        self.severity = severity
        self.status = status
        self.date = date
        self.summary = summary
        self.participants = participants
        self.bindings = bindings
        self.evidence = Array(evidence.prefix(Self.evidenceCountMax))
        self.articles = articles
        fingerprint = Digest.hex([rule] + evidence.sorted())
    }
}
