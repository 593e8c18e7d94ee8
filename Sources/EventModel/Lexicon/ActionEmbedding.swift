// Words that take an act as their complement and change what it is.

/// What an embedding word does with the act that is its complement.
public enum ActionGroup: String, Sendable, CaseIterable {
    case appeal, demand, intend, threaten, refuse, stop, permit, accuse
    /// The act keeps its type.
    case pass
    /// The act keeps its type and is only planned.
    case plan
    /// The act keeps its type and has not happened.
    case fail
    /// There is no act.
    case deny
}

/// One line of the embedding words.
public struct ActionEmbedding: Sendable {
    /// The particle of a verb, nil where it has none.
    public let particle: String?
    /// Where the complement stands: `to`, `that`, `ing`, `obj` or a preposition.
    public let complements: [String]
    /// Where the target stands, in the order tried.
    public let target: [ActionSlot]
    /// What becomes of the act.
    public let group: ActionGroup
    /// What else the line says.
    public let flags: ActionFlags
    /// The line of the data file.
    public let line: LexiconLine
    /// The words as they are written there.
    public let words: String
    /// The line's number among all, for counts of use.
    public let number: Int

    /// `file:line` and the words, for traces.
    public var origin: String { "\(line) \(words)" }
}
