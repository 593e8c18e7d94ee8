// What a step asks of an event.
import EventModel

/// A condition, and conditions combined.
public indirect enum Condition: Sendable, Hashable {
    /// A field passes a test.
    case field(EventField, FieldTest)
    /// The event stands to an earlier step's as told.
    case relation(Relation)
    /// The event was at most so many days old when it was told, or its age is not known.
    case age(atMost: Int)
    /// The event completes an alert of another rule.
    case alert(AlertTest)
    /// A Lua function says so.
    case function(RuleFunction)
    /// All hold.
    case all([Condition])
    /// One holds.
    case any([Condition])
    /// None holds.
    case none([Condition])

    /// Whether it looks at the event alone: no other step and no function of the rule's author.
    var isOwn: Bool {
        switch self {
        case .field, .age, .alert: true
        case .relation, .function: false
        case .all(let parts), .any(let parts), .none(let parts): parts.allSatisfy(\.isOwn)
        }
    }
}
