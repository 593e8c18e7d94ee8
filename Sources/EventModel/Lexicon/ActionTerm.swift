// One of the things that an action line wants beside its trigger.

/// A set of lemmas, one of which must stand as the object or after a preposition; `ActionLexicon.fits` asks it.
public struct ActionTerm: Sendable, Hashable {
    /// The preposition whose object is meant, nil for the object (of a noun: the modifier).
    public let preposition: String?
    /// The number of the set among the lexicon's, nil where any word will do.
    let lemmas: Int?

    /// Whether any word will do.
    public var isAny: Bool { lemmas == nil }
}
