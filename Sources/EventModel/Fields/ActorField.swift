// The fields of actors by which rules tell them apart.

/// The fields of an actor that a rule may test.
public enum ActorField: String, Sendable, CaseIterable, Comparable {
    case id
    case name
    case family
    case backer
    case country
    case sector

    /// Alphabetical.
    public static func < (left: ActorField, right: ActorField) -> Bool { left.rawValue < right.rawValue }
}
