// One line of what acts become as complements.

/// What an act becomes as the complement of a word that changes it.
public struct ActionShift: Sendable {
    /// What the embedding word does.
    public let group: ActionGroup
    /// How the act's code begins; `*` where there is no act.
    public let prefix: String
    /// The CAMEO code that results.
    public let cameo: String
    /// The PLOVER type that results.
    public let type: EventType
    /// The line of the data file.
    public let line: LexiconLine
    /// The line's number among all, for counts of use.
    public let number: Int

    /// `file:line` and what becomes of what, for traces.
    public var origin: String { "\(line) \(group.rawValue) \(prefix) = \(cameo)" }
}
