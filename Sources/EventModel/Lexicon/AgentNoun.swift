// Common nouns for actors: the words of which unknown actors are composed.

/// A noun for people or bodies that act ("police", "foreign minister", "rebels").
public struct AgentNoun: Sendable {
    /// What sort of word it is.
    public enum Class: String, Sendable {
        /// A collective ("ministry", "army").
        case body
        /// People ("soldiers", "protesters").
        case people
        /// People whose title can stand before a name ("president", "general").
        case title
        /// Someone or something of another actor, whose sector it takes ("member", "headquarters").
        case member
        /// A state ("country", "neighbour").
        case states
    }

    /// The singular, lower case unless the capital is needed.
    public let singular: String
    /// The plural, nil where it has none.
    public let plural: String?
    /// The part of society, nil where it takes that of its owner.
    public let sector: Sector?
    /// What sort of word it is.
    public let noun: Class
    /// The class of antecedents that "the …" looks for, such as `group`; nil for any.
    public let refers: String?
    /// The line that gives it.
    public let line: LexiconLine
}
