// Where beside a trigger one of the parties of an act stands.

/// A place in the sentence in which an action line looks for a party.
public enum ActionSlot: Sendable, Hashable {
    /// The object.
    case object
    /// The indirect object.
    case indirectObject
    /// The subject.
    case subject
    /// What the object belongs to: its possessor, its `of` or `by`, its adjective.
    case owner
    /// The possessor of a noun.
    case possessor
    /// The adjective or compound before a noun.
    case modifier
    /// The parties of a plural subject among themselves.
    case mutual
    /// The target of the act that is the complement.
    case complement
    /// The one whom the complement wants to act.
    case complementSubject
    /// The one who speaks.
    case speaker
    /// The adversary that the article has named so far.
    case context
    /// The object of a preposition.
    case preposition(String)

    /// The slot of this name; any name that is not a slot's own is a preposition.
    public init(_ name: String) {
        switch name {
        case "obj": self = .object
        case "iobj": self = .indirectObject
        case "subj": self = .subject
        case "owner": self = .owner
        case "poss": self = .possessor
        case "mod": self = .modifier
        case "mutual": self = .mutual
        case "comp": self = .complement
        case "compsubj": self = .complementSubject
        case "speaker": self = .speaker
        case "context": self = .context
        default: self = .preposition(name)
        }
    }
}
