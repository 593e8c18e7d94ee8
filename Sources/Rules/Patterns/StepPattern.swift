// One step of a sequence.

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
