// An act found in a sentence, on its way from trigger to event.
import EventModel

/// A party of an act: an actor and where it is named.
struct Party: Sendable {
    /// What sort of phrase names it.
    enum Kind: Sendable {
        /// An actor of the dictionaries, or composed by rule.
        case actor
        /// A place that stands for those who live or rule there.
        case place
        /// A noun phrase that no dictionary knows.
        case open
    }

    var actor: Actor
    var kind: Kind
    /// The head of the phrase.
    var head: Int
    /// Whether it was taken from the article and not from the sentence.
    var isInferred = false
}

/// Which line made something of a trigger, by its number among those of its kind.
enum Origin: Sendable, Hashable {
    case pattern(Int)
    case light(Int)
    case embedding(Int)
    case shift(Int)
}

/// What an act is, apart from who does it.
struct ActMeaning: Sendable {
    var cameo: String
    var type: EventType
    var mode: String?
    var weapon: [String] = []
    var flags: ActionFlags
}

/// An act of a sentence.
struct Act: Sendable {
    /// The token that carries the meaning.
    var trigger: Int
    /// The tokens from the first to the last word of the action.
    var words: Range<Int>
    /// The token at which tense, negation and adverbials are read.
    var clause: Int
    var meaning: ActMeaning
    var source: [Party] = []
    var target: [Party] = []
    var modality = Modality.actual
    /// The lines of the lexicon that made it, the innermost first.
    var origins: [Origin]
    /// The event noun that stands for the whole act ("the strikes targeted …"), nil for a verb of its own.
    var noun: Int?
    /// Whether the noun points back ("the attack", "these strikes").
    var isDefinite = false
    /// Whether it is only spoken of ("demanded an end to the attacks").
    var isReference = false
    /// Whether it sums up several acts.
    var isAggregate = false
    /// Who tells of it, nil for the narrator.
    var speaker: Party?
    /// Whether its words stand inside quotation marks.
    var isQuoted = false
    /// The sentence.
    var sentence: Int
    /// Other tokens where the same act is named in the sentence.
    var others: [Int] = []
    /// The act, by its place among the article's, that it was found to react to.
    var reactsTo: Int?
    /// Of an act done on several days, the time expression of the one that this is, by its place among the article's.
    var ownTime: Int?
    /// Whether its subject is a thing that does not act ("the fire killed nine").
    var hasIdleSubject = false
    /// Numbers of lines that fit its trigger too, but less well.
    var passedOver: [Int] = []
}
