// One step of a sequence.

/// A step: an event, or a run of events, that meets a condition.
public struct StepPattern: Sendable, Hashable {
    /// The name under which the rule and its alerts speak of the event.
    public var name: String
    /// What the event must meet.
    public var condition: Condition
    /// How many events in a row; 0 at the lower end makes the step optional.
    public var times: ClosedRange<Int>
    /// Whether no other event of the key may stand between it and the step before.
    public var isImmediate = false
    /// Whether each event that fits gives a match of its own, beside the same others.
    public var isEvery = false
    /// The days from the end of one event of a run to the start of the next, at most; nil is any number.
    public var maxGap: Int?
    /// What ends a run: none of its events comes after one that meets this.
    public var until: Condition?

    /// The most events that a run may have.
    public static let runMax = 10_000

    /// A step of one event, unless told otherwise.
    public init(_ name: String, _ condition: Condition, times: ClosedRange<Int> = 1...1) {
        self.name = name
        self.condition = condition
        self.times = times
    }
}
