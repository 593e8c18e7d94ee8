// Whether what an event tells of has happened.

/// How an event stands to the facts; raw values are the names that records use.
public enum Modality: String, Sendable, CaseIterable {
    /// Told as a fact.
    case actual
    /// Told by one party only.
    case claimed
    /// Announced or decided, not yet done.
    case planned
    /// Possible, conditional or wished for.
    case hypothetical
    /// Told not to have happened.
    case negated
}
