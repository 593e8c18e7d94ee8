// What a rule asks of an event by what an earlier step is bound to.
import EventModel

/// A condition on two events: the one at hand and the one that an earlier step is bound to.
public enum Relation: Sendable, Hashable {
    /// The step's target acts upon its source.
    case reverses(step: String)
    /// The same side acts upon the same side.
    case sameDyad(step: String)
    /// The text says that this event answers the step's.
    case answers(step: String)
    /// It starts no more than so many days after the step's event ends; nil is the step before.
    case within(days: Int, step: String?)
    /// It starts at least so many days after the step's event ends; nil is the step before.
    case minimumGap(days: Int, step: String?)
    /// A field compared with the same field of the step's event.
    case compares(EventField, Comparison, step: String)
    /// None of those who act was a side of the step's event.
    case newParty(step: String)

    /// How two values stand to each other.
    public enum Comparison: String, Sendable, CaseIterable {
        case above
        case below
        case same
        case different
    }

    /// The step that it refers to, nil for the step before.
    var step: String? {
        switch self {
        case .reverses(let step), .sameDyad(let step), .answers(let step), .newParty(let step): step
        case .within(_, let step), .minimumGap(_, let step): step
        case .compares(_, _, let step): step
        }
    }
}
