// What a rule looks for: steps in order of time, under one key.

/// Steps in order of time, with absences before, between or after them.
public struct SequencePattern: Sendable, Hashable {
    /// What the events have in common.
    public var key: MatchKey
    /// The days from the end of the first event to the start of the last, at most; nil is any number.
    public var within: Int?
    /// Which events may serve in more than one match.
    public var skip = SkipStrategy.usedParts
    /// Alerts under the same key within so many days after one that was raised are not raised; nil is none.
    public var suppress: Int?
    /// The steps and absences in order.
    public var elements: [Element]

    /// A part of a sequence.
    public enum Element: Sendable, Hashable {
        /// An event, or a run of them.
        case step(StepPattern)
        /// No such event between the steps around it.
        case absent(AbsencePattern)
    }

    /// A sequence under a key.
    public init(key: MatchKey = MatchKey(.all), within: Int? = nil, elements: [Element]) {
        self.key = key
        self.within = within
        self.elements = elements
    }

    /// The steps, without the absences.
    public var steps: [StepPattern] {
        elements.compactMap { element in
            if case .step(let step) = element { step } else { nil }
        }
    }
}

/// A step: an event, or a run of events, that meets a condition.
public struct StepPattern: Sendable, Hashable {
    /// The name under which the rule and its alerts speak of the event.
    public var name: String
    /// What the event must meet.
    public var condition: Condition
    /// How many events in a row; 0 at the lower end makes the step optional.
    public var times: ClosedRange<Int>

    /// The most events that a run may have.
    public static let runMax = 10_000

    /// A step of one event, unless told otherwise.
    public init(_ name: String, _ condition: Condition, times: ClosedRange<Int> = 1...1) {
        self.name = name
        self.condition = condition
        self.times = times
    }
}

/// An event that must not be there.
public struct AbsencePattern: Sendable, Hashable {
    /// What the event would meet.
    public var condition: Condition
    /// How many days after the step before it (for a leading one: before the step after it); nil is any number.
    public var within: Int?

    /// An absence.
    public init(_ condition: Condition, within: Int? = nil) {
        self.condition = condition
        self.within = within
    }
}

/// Which events may serve in more than one match of a key.
public enum SkipStrategy: String, Sendable, CaseIterable {
    /// An event plays the same part at most once; it may open a second match after it has closed a first.
    case usedParts = "used_parts"
    /// An event serves in one match only.
    case usedEvents = "used_events"
    /// Every event that can be the last of a match closes one, whatever its earlier events serve in.
    case none = "none"
}
