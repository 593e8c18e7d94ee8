// The action lexicon in memory: from a trigger's lemma to the lines that it may mean.

/// Verbs, nouns and embedding words that tell of events, read from plain-text files that packs can add to.
public struct ActionLexicon: Sendable {
    /// What decides whether a pattern fits.
    ///
    /// A verb has up to a hundred patterns of which few fit: this lies together for all of them.
    public struct Candidate: Sendable {
        /// The pattern's number among all.
        public let number: Int
        /// The particle of a verb, nil where it has none.
        public let particle: String?
        /// What must stand beside the trigger.
        public let terms: [ActionTerm]
        /// What else the line says.
        public let flags: ActionFlags
    }

    /// What a lemma may be as a trigger.
    public struct Entry: Sendable {
        /// The patterns of the verb.
        public internal(set) var verbs: [Candidate] = []
        /// The patterns of the noun.
        public internal(set) var nouns: [Candidate] = []
        /// Numbers of the embedding lines for the verb, the noun and the adjective.
        public internal(set) var embeddingVerbs: [Int] = []
        public internal(set) var embeddingNouns: [Int] = []
        public internal(set) var embeddingAdjectives: [Int] = []
        /// Numbers of the lines by which the verb is a light one.
        public internal(set) var light: [Int] = []
    }

    /// The lines for verbs and nouns, each alternative word a pattern of its own.
    public internal(set) var patterns: [ActionPattern] = []
    /// The embedding lines, each alternative word one of its own.
    public internal(set) var embeddings: [ActionEmbedding] = []
    /// The lines that say what an act becomes as a complement.
    public internal(set) var shifts: [ActionShift] = []
    /// The light verbs.
    public internal(set) var lightVerbs: [LightVerb] = []
    /// The closed list of weapons, in the file's order.
    public internal(set) var weapons: [ActionWeapon] = []

    /// The number of each lemma that the lexicon knows as a trigger, as a term or as a cue.
    var numbers: [String: Int32] = [:]
    /// The sets of lemmas that terms ask for.
    var sets = LemmaSets()
    /// Triggers by the number of their lemma.
    var entries: [Int32: Entry] = [:]
    /// Cues by the number of the lemma.
    var cuesByNumber: [ActionCues] = []
    /// Whether the lemma of a number is a trigger.
    var triggers: [Bool] = []
    var shiftsByGroup: [ActionGroup: [String: Int]] = [:]
    var weaponsByPhrase: [String: Int] = [:]

    /// The number of a lemma, −1 where the lexicon does not know it.
    public func number(ofLemma lemma: String) -> Int32 { numbers[lemma] ?? -1 }

    /// What the lemma of this number may be, nil where it is no trigger.
    public func entry(_ number: Int32) -> Entry? {
        guard number >= 0, triggers[Int(number)] else { return nil }
        return entries[number]
    }

    /// Whether the lemma of this number is one that a term asks for.
    public func fits(_ term: ActionTerm, _ lemma: Int32) -> Bool {
        guard let set = term.lemmas else { return true }
        return sets.contains(lemma, in: set)
    }

    /// The cues that the lemma of this number gives.
    public func cues(_ number: Int32) -> ActionCues { number < 0 ? [] : cuesByNumber[Int(number)] }

    /// What an act of this code becomes as a complement of the group, nil where the group has no line for it.
    public func shift(_ cameo: String?, by group: ActionGroup) -> ActionShift? {
        guard let table = shiftsByGroup[group] else { return nil }
        if let cameo {
            var prefix = cameo[...]
            while !prefix.isEmpty {
                if let number = table[String(prefix)] { return shifts[number] }
                prefix = prefix.dropLast()
            }
        }
        return table["*"].map { shifts[$0] }
    }

    /// The code that an act of this code becomes as a complement of the group.
    public func shifted(_ cameo: String?, by group: ActionGroup) -> String? { shift(cameo, by: group)?.cameo }

    /// The weapon that this phrase of lemmas names.
    public func weapon(phrase: String) -> Int? { weaponsByPhrase[phrase] }
}
