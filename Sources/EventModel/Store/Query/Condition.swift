// One condition of a filter, checked and ready to be turned into column loops.

/// A condition on an event.
enum Condition: Sendable {
    case types(Set<EventType>)
    case modalities(Set<Modality>)
    case quoted(Bool)
    case aggregate(Bool)
    case number(NumberField, NumberTest)
    case text(TextField, TextTest)
    /// Shares a day with the span; an event without a date does not.
    case date(ClosedRange<Int32>)
    case dated(Bool)
    case published(ClosedRange<Int32>)
    case publishedKnown(Bool)
    case ids([UInt64])
    case answers([UInt64])
    case answersAny(Bool)
    /// Any actor of one of these sides is meant by any of the patterns.
    case actors([Side], [ActorPattern])
    case actorsKnown(Side, Bool)
    /// One side has an actor of the first, the other side one of the second, either way round.
    case between([ActorPattern], [ActorPattern])
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

/// A condition on a number; an unknown number meets only `known(false)`.
enum NumberTest: Sendable {
    case among([Double])
    case range(ClosedRange<Double>)
    case known(Bool)

    /// Whether a number meets it; nil is unknown.
    func accepts(_ number: Double?) -> Bool {
        switch self {
        case .known(let known): (number != nil) == known
        case .among(let values): number.map(values.contains) ?? false
        case .range(let range): number.map(range.contains) ?? false
        }
    }
}

/// A field that holds a text, or several.
enum TextField: String, Sendable, CaseIterable {
    case action
    case mode
    case context
    case cameo
    case speaker
    case location
    case weapon
    case article
    case text
    case trace
}
