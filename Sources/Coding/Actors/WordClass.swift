// The classes of grammatical words that grammar.tsv fills.

/// Classes of words with a part in composing actors, as a set of bits for each word.
struct WordClass: OptionSet, Sendable {
    let rawValue: UInt32

    /// Prepositions that make a state a place ("in").
    static let locative = WordClass(rawValue: 1)
    /// Parts of a country ("northern").
    static let part = WordClass(rawValue: 1 << 1)
    /// Nouns before a place's name ("city").
    static let settlement = WordClass(rawValue: 1 << 2)
    /// "…-backed".
    static let backing = WordClass(rawValue: 1 << 3)
    /// "…-led".
    static let leading = WordClass(rawValue: 1 << 4)
    /// "…-run".
    static let holding = WordClass(rawValue: 1 << 5)
    /// "…-based".
    static let basing = WordClass(rawValue: 1 << 6)
    /// "pro-…".
    static let siding = WordClass(rawValue: 1 << 7)
    /// "anti-…".
    static let opposing = WordClass(rawValue: 1 << 8)
    /// Days, months and times of day.
    static let time = WordClass(rawValue: 1 << 9)
    static let of = WordClass(rawValue: 1 << 10)
    static let from = WordClass(rawValue: 1 << 11)
    static let to = WordClass(rawValue: 1 << 12)
    /// "in", "across": where rebels are at home.
    static let inside = WordClass(rawValue: 1 << 13)
    /// The preposition after "backed".
    static let by = WordClass(rawValue: 1 << 14)
    static let and = WordClass(rawValue: 1 << 15)
    /// Determiners that point back ("the", "these").
    static let definite = WordClass(rawValue: 1 << 16)
    static let personPronoun = WordClass(rawValue: 1 << 17)
    static let pluralPronoun = WordClass(rawValue: 1 << 18)
    static let thingPronoun = WordClass(rawValue: 1 << 19)
    /// Words whose "to" or "from" has a government as its object ("warning").
    static let addressing = WordClass(rawValue: 1 << 20)
    /// Words whose "to" or "from" has a place as its object ("flew").
    static let motion = WordClass(rawValue: 1 << 21)
    /// Nouns that count people ("thousands of protesters").
    static let quantity = WordClass(rawValue: 1 << 22)

    /// The names of the classes in the file.
    static let names: [(name: String, value: WordClass)] = [
        ("locative", .locative), ("part", .part), ("settlement", .settlement), ("backing", .backing),
        ("leading", .leading), ("holding", .holding), ("basing", .basing), ("siding", .siding),
        ("opposing", .opposing), ("time", .time), ("of", .of), ("from", .from), ("to", .to), ("in", .inside),
        ("by", .by), ("and", .and), ("definite", .definite), ("person_pronoun", .personPronoun),
        ("plural_pronoun", .pluralPronoun), ("thing_pronoun", .thingPronoun), ("addressing", .addressing),
        ("motion", .motion), ("quantity", .quantity),
    ]
}
