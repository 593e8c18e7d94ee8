// The classes of grammatical words that grammar.tsv fills.

/// A class of words with a part in composing actors; raw values are the file's names.
enum WordClass: String, CaseIterable {
    /// Prepositions that make a state a place ("in").
    case locative
    /// Parts of a country ("northern").
    case part
    /// Nouns before a place's name ("city").
    case settlement
    /// "…-backed".
    case backing
    /// "…-led".
    case leading
    /// "…-run".
    case holding
    /// "…-based".
    case basing
    /// "pro-…".
    case siding
    /// "anti-…".
    case opposing
    /// Days, months and times of day.
    case time
    case of
    case from
    case to
    case inside = "in"
    case by
    case and
    /// Determiners that point back ("the", "these").
    case definite
    case personPronoun = "person_pronoun"
    case pluralPronoun = "plural_pronoun"
    case thingPronoun = "thing_pronoun"
    /// Words whose "to" or "from" has a government as its object ("warning").
    case addressing
    /// Words whose "to" or "from" has a place as its object ("flew").
    case motion

    /// The bit that stands for the class.
    var bit: UInt32 { WordClass.bits[self] ?? 0 }

    private static let bits: [WordClass: UInt32] = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, UInt32(1) << UInt32($0)) }
    )
}
