// One of the things that an action line wants beside its trigger.

/// A set of lemmas, one of which must stand as the object or after a preposition.
public struct ActionTerm: Sendable, Hashable {
    /// The preposition whose object is meant, nil for the object (of a noun: the modifier).
    public let preposition: String?
    /// Bits by the lexicon's numbers of lemmas; empty where any word will do.
    public let members: [UInt64]

    /// Whether the lemma of this number fits.
    public func contains(_ lemma: Int32) -> Bool {
        if members.isEmpty { return true }
        guard lemma >= 0, Int(lemma >> 6) < members.count else { return false }
        return members[Int(lemma >> 6)] & (1 << UInt64(lemma & 63)) != 0
    }
}
