// What must not happen between the steps of a sequence.

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
