// One condition of a filter, checked and ready to be turned into column loops.

/// A condition on an event.
enum Condition: Sendable {
    /// A field passes a test.
    case field(EventField, FieldTest)
    /// The actors of one of its sides pass a test.
    case actor(FieldTest)
    /// One side has an actor of the first, the other side one of the second, either way round.
    case between(FieldTest, FieldTest)
}

/// A field that holds a number.
public enum NumberField: String, Sendable, CaseIterable {
    case goldstein
    case hostility
    case killed
    case wounded
    case revision
    case sentence
}
