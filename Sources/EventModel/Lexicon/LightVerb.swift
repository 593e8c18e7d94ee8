// One line of the light verbs.

/// A verb that only carries a noun ("launched an attack").
public struct LightVerb: Sendable {
    /// The particle of the verb, nil where it has none.
    public let particle: String?
    /// The verb as it is written, with its particle.
    public let words: String
    /// The line of the data file.
    public let line: LexiconLine
    /// The line's number among all, for counts of use.
    public let number: Int

    /// `file:line` and the words, for traces.
    public var origin: String { "\(line) \(words)" }
}
