// What a rule looks for: steps in order of time, under one key.

/// Steps in order of time, with absences before, between or after them.
public struct SequencePattern: Sendable, Hashable {
    /// What the events have in common.
    public var key: MatchKey
    /// The days from the end of the first event to the start of the last, at most; nil is any number.
    public var within: Int?
    /// Which events may serve in more than one match.
    public var skip = SkipStrategy.usedParts
    /// Which events may lie between those of a match.
    public var selection = SelectionStrategy.skipTillNextMatch
    /// Alerts under the same key within so many days after one that was raised are not raised; nil is none.
    public var suppress: Int?
    /// What is asked of all events of a window, where it is one; its only step says which events count.
    public var window: WindowPattern?
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
