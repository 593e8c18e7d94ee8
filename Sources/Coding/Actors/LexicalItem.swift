// A phrase of the dictionary as it stands in a sentence.
import EventModel

/// A match of the dictionary.
struct LexicalItem {
    /// The tokens it covers.
    let tokens: Range<Int>
    /// The name that matched, an index in `ActorLexicon.names`; nil for nouns.
    var name: Int?
    /// The noun that matched, an index in `ActorLexicon.agents`; nil for names.
    var agent: Int?
    /// Whether the noun stands in the plural.
    var isPlural = false
    /// Whether the name has an adjective's form too ("US").
    var isAdjective = false
    /// Whether the name has a noun's form.
    var isNoun = false
}
