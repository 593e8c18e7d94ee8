// One line of the action lexicon.

/// What a trigger means in a certain company, and where its parties stand.
public struct ActionPattern: Sendable {
    /// What must stand beside the trigger.
    public let terms: [ActionTerm]
    /// Where the source stands, in the order tried; empty for the subject of a verb.
    public let source: [ActionSlot]
    /// Where the target stands, in the order tried.
    public let target: [ActionSlot]
    /// The CAMEO code.
    public let cameo: String
    /// The PLOVER type.
    public let type: EventType
    /// The PLOVER mode, nil where there is none.
    public let mode: String?
    /// A weapon that the words themselves name.
    public let weapon: String?
    /// What else the line says.
    public let flags: ActionFlags
    /// The line of the data file.
    public let line: LexiconLine
    /// The trigger's word as it is written there.
    public let words: String
    /// What must stand beside it, as it is written there.
    public let company: String
    /// The pattern's number among all, for counts of use.
    public let number: Int

    /// `file:line` and the words, for traces.
    public var origin: String { "\(line) \(words)" + (company.isEmpty ? "" : " + \(company)") }
}
