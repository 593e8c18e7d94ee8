// A place in the text where an actor is named.
import EventModel

/// A mention of an actor: which tokens, which actor, and how it stands in the sentence.
public struct ActorMention: Sendable {
    /// How the actor is named.
    public enum Form: Sendable {
        /// By a name of the lexicon ("Hamas", "the Kremlin", "Iranians").
        case name
        /// By a common noun with an owner ("Iraqi police", "Russia's defence ministry", "US forces").
        case composed
        /// By a common noun alone ("gunmen", "the group").
        case common
        /// By a person's name.
        case person
        /// By a capitalised name that no dictionary has.
        case unknown
        /// By a pronoun.
        case pronoun
    }

    /// How the mention stands in its sentence.
    public enum Use: Sendable {
        /// As a noun phrase of its own.
        case phrase
        /// As an adjective, noun or possessive before a noun that is no actor ("Iranian oil", "Israel's strikes").
        ///
        /// It is an actor only where that noun is an act.
        case attribute
        /// As a place ("in Tehran", "across Iraq", "from Georgia").
        case locative
        /// Within another mention or beside it: the owner, the backer, an apposition.
        case embedded
    }

    /// The tokens of its noun phrase, with determiner and modifiers, without clauses after it.
    public var tokens: Range<Int>
    /// The token that carries the grammar: the head of the phrase.
    public var head: Int
    /// The tokens of the name or noun itself.
    public var core: Range<Int>
    /// The actor.
    public var actor: Actor
    /// How it is named.
    public var form: Form
    /// How it stands in the sentence.
    public var use: Use = .phrase
    /// Whether it points back to something already named ("the militia", "these forces", "they").
    public var isDefinite = false
    /// Whether it takes its noun from what "and" joins it to ("US" in "US and British forces").
    var isShared = false
    /// Whether it is named by its weapons ("drones").
    var isWeapon = false
    /// Whether more than one is meant, nil where it does not show.
    public var isPlural: Bool?
    /// Whether it is a person or people rather than a body.
    public var isPerson = false
    /// The noun that composes it, an index in `ActorLexicon.agents`.
    public var agent: Int?
    /// The token of "its", "his", "their" before the noun.
    public var possessor: Int?
    /// The mention that this one points back to, an index in the same list; set by `ActorResolver`.
    public var antecedent: Int?
    /// The lines of the lexicon that made it.
    public var lines: [LexiconLine] = []
}
