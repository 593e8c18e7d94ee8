// Words by which acts are judged, as bits, so that a token is looked up once.

/// The kinds of cue in `actions-cues.tsv`; their names are those of the file.
public struct ActionCues: OptionSet, Sendable, Hashable {
    /// The cues as bits.
    public let rawValue: UInt64

    /// The cues with these bits.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Adjectives and adverbs that make one telling of many acts ("repeated").
    public static let aggregateAdjective = ActionCues(rawValue: 1 << 0)
    /// Nouns that count many acts ("dozens of").
    public static let aggregateNoun = ActionCues(rawValue: 1 << 1)
    /// Nouns that name an answer ("in response to").
    public static let answerNoun = ActionCues(rawValue: 1 << 2)
    /// Verbs that name an answer ("retaliate").
    public static let answerVerb = ActionCues(rawValue: 1 << 3)
    /// Verbs by which one party tells what others may deny.
    public static let claiming = ActionCues(rawValue: 1 << 4)
    /// Adverbs to the same end.
    public static let claimingAdverb = ActionCues(rawValue: 1 << 5)
    /// Words that open a condition.
    public static let condition = ActionCues(rawValue: 1 << 6)
    /// Auxiliaries under which nothing has happened yet.
    public static let doubt = ActionCues(rawValue: 1 << 7)
    /// Adverbs to the same end.
    public static let doubtAdverb = ActionCues(rawValue: 1 << 8)
    /// Nouns of which an act is only thought ("fear of attacks").
    public static let doubtNoun = ActionCues(rawValue: 1 << 9)
    /// Verbs to the same end ("prevent an attack").
    public static let doubtVerb = ActionCues(rawValue: 1 << 10)
    /// Verbs of reporting.
    public static let reporting = ActionCues(rawValue: 1 << 11)
    /// Words before an act's noun that make it something else ("heart attack").
    public static let figurativeModifier = ActionCues(rawValue: 1 << 12)
    /// Objects that make an act's verb something else ("attack the reform").
    public static let figurativeTarget = ActionCues(rawValue: 1 << 13)
    /// Words of sport.
    public static let sport = ActionCues(rawValue: 1 << 14)
    /// Words of film, music, theatre and games.
    public static let film = ActionCues(rawValue: 1 << 15)
    /// Words of business.
    public static let business = ActionCues(rawValue: 1 << 16)
    /// Words of labour disputes.
    public static let labour = ActionCues(rawValue: 1 << 17)
    /// Words of conflict.
    public static let conflict = ActionCues(rawValue: 1 << 18)
    /// Numbers and containers through which a phrase is read ("dozens of soldiers").
    public static let quantity = ActionCues(rawValue: 1 << 19)
    /// Nouns of people.
    public static let people = ActionCues(rawValue: 1 << 20)
    /// Nouns of bodies that act.
    public static let body = ActionCues(rawValue: 1 << 21)
    /// Nouns of things that can be hit, seized or owned.
    public static let thing = ActionCues(rawValue: 1 << 22)
    /// Nouns of armed people and forces.
    public static let armed = ActionCues(rawValue: 1 << 23)
    /// Verbs that tie a thing to an actor ("used by", "belonging to", "hosting").
    public static let belonging = ActionCues(rawValue: 1 << 24)
    /// Adjectives to the same end as doubtful nouns ("a possible attack").
    public static let doubtAdjective = ActionCues(rawValue: 1 << 25)
    /// Nouns of time, which no party is.
    public static let time = ActionCues(rawValue: 1 << 26)
    /// Verbs that tell what an act was aimed at ("strikes targeting").
    public static let aiming = ActionCues(rawValue: 1 << 27)
    /// Pronouns of the one who speaks.
    public static let firstPerson = ActionCues(rawValue: 1 << 28)
    /// Verbs that tie an answer to what it answers ("followed").
    public static let following = ActionCues(rawValue: 1 << 29)
    /// Nouns that only carry the act that their compound tells ("a mediation effort").
    public static let carrierNoun = ActionCues(rawValue: 1 << 30)
    /// Auxiliaries and verbs by which a speaker asks something of another ("must").
    public static let obligation = ActionCues(rawValue: 1 << 31)
    /// Nouns of weapons in flight, which no party is.
    public static let munition = ActionCues(rawValue: 1 << 32)
    /// Nouns of places, which alone name no party ("the region").
    public static let placeNoun = ActionCues(rawValue: 1 << 33)
    /// Verbs of protecting, whose object is the target of the act that they ward off.
    public static let protecting = ActionCues(rawValue: 1 << 34)
    /// What those who did it claim ("responsibility for the attack").
    public static let claimedThing = ActionCues(rawValue: 1 << 35)
    /// Nouns of texts that speak for those who wrote them ("a report accusing").
    public static let document = ActionCues(rawValue: 1 << 36)
    /// Conjunctions that name the condition of an act ("until the government agrees").
    public static let until = ActionCues(rawValue: 1 << 37)
    /// Words of storms, earthquakes, diseases and accidents.
    public static let disaster = ActionCues(rawValue: 1 << 38)
    /// Verbs that need an object: where they have none, their subject is it ("three killed in raid").
    public static let suffered = ActionCues(rawValue: 1 << 39)

    /// Nouns that point back to an act told before, whatever it was ("the decision", "the move").
    public static let pointing = ActionCues(rawValue: 1 << 40)

    /// Every kind under its name in the data files.
    public static let names: [(name: String, cue: ActionCues)] = [
        ("aggregate-adjective", .aggregateAdjective), ("aggregate-noun", .aggregateNoun), ("answer-noun", .answerNoun),
        ("answer-verb", .answerVerb), ("claiming", .claiming), ("claiming-adverb", .claimingAdverb),
        ("condition", .condition), ("doubt", .doubt), ("doubt-adverb", .doubtAdverb), ("doubt-noun", .doubtNoun),
        ("doubt-verb", .doubtVerb), ("reporting", .reporting), ("figurative-modifier", .figurativeModifier),
        ("figurative-target", .figurativeTarget), ("sport", .sport), ("film", .film), ("business", .business),
        ("labour", .labour), ("conflict", .conflict), ("quantity", .quantity), ("people", .people), ("body", .body),
        ("thing", .thing), ("armed", .armed), ("belonging", .belonging),
        ("doubt-adjective", .doubtAdjective), ("time", .time), ("aiming", .aiming), ("first-person", .firstPerson),
        ("following", .following), ("carrier-noun", .carrierNoun), ("obligation", .obligation),
        ("munition", .munition), ("place-noun", .placeNoun), ("protecting", .protecting),
        ("claimed-thing", .claimedThing), ("document", .document), ("until", .until), ("disaster", .disaster),
        ("suffered", .suffered), ("pointing", .pointing),
    ]
}
