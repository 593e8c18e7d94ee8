// The action lexicon in memory: from a trigger's lemma to the lines that it may mean.

/// Verbs, nouns and embedding words that tell of events, read from plain-text files that packs can add to.
public struct ActionLexicon: Sendable {
    /// What a lemma may be as a trigger.
    public struct Entry: Sendable {
        /// Numbers of the lines for the verb.
        public internal(set) var verbs: [Int] = []
        /// Numbers of the lines for the noun.
        public internal(set) var nouns: [Int] = []
        /// Numbers of the embedding lines for the verb, the noun and the adjective.
        public internal(set) var embeddingVerbs: [Int] = []
        public internal(set) var embeddingNouns: [Int] = []
        public internal(set) var embeddingAdjectives: [Int] = []
        /// Particles with which the verb is a light one; "" without any.
        public internal(set) var light: [String] = []
    }

    /// The lines for verbs and nouns, each alternative word a pattern of its own.
    public internal(set) var patterns: [ActionPattern] = []
    /// The embedding lines, each alternative word one of its own.
    public internal(set) var embeddings: [ActionEmbedding] = []
    /// The closed list of weapons, in the file's order.
    public internal(set) var weapons: [ActionWeapon] = []

    var entries: [String: Entry] = [:]
    var lemmaNumbers: [String: Int] = [:]
    var shifts: [ActionGroup: [String: String]] = [:]
    var weaponsByPhrase: [String: Int] = [:]
    var cueWords: [String: Set<String>] = [:]

    /// What this lemma may be, nil where it is no trigger.
    public func entry(_ lemma: String) -> Entry? { entries[lemma] }

    /// The number of a lemma that some term asks for, −1 where none does.
    public func number(ofLemma lemma: String) -> Int { lemmaNumbers[lemma] ?? -1 }

    /// The code that an act of this code becomes as a complement of the group, nil where the group has no line for it.
    public func shifted(_ cameo: String?, by group: ActionGroup) -> String? {
        guard let table = shifts[group] else { return nil }
        if let cameo {
            var prefix = cameo[...]
            while !prefix.isEmpty {
                if let code = table[String(prefix)] { return code }
                prefix = prefix.dropLast()
            }
        }
        return table["*"]
    }

    /// The weapon that this phrase of lemmas names.
    public func weapon(phrase: String) -> Int? { weaponsByPhrase[phrase] }

    /// Whether a cue of this kind has this word or phrase of lemmas.
    public func hasCue(_ kind: String, _ word: String) -> Bool { cueWords[kind]?.contains(word) == true }

    /// The words of a kind of cue.
    public func cues(_ kind: String) -> Set<String> { cueWords[kind] ?? [] }
}
