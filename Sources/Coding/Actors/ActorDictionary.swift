// The actor lexicon made ready for finding: a trie of all names and nouns, and sets of grammatical words.
import EventModel

/// The lexicon with its index; built once, shared by all documents.
struct ActorDictionary: Sendable {
    /// What a phrase of the trie stands for.
    enum Target: Sendable {
        /// An index in `ActorLexicon.names`.
        case name(Int)
        /// An index in `ActorLexicon.agents`, and whether the plural was written.
        case agent(Int, isPlural: Bool)
    }

    let lexicon: ActorLexicon
    let trie: PhraseTrie
    /// What the trie's numbers stand for.
    let targets: [Target]
    /// The capitals that each of the trie's phrases needs.
    let capitals: [[Capitals]]
    /// The single words that name capitals.
    let capitalHashes: Set<UInt64>
    private let adjectives: Set<UInt64>
    /// The grammatical classes of words by their hashes.
    let classes: [UInt64: WordClass]
    /// For every entry its first adjective.
    let adjectiveOf: [Int: String]

    init(_ lexicon: ActorLexicon) {
        self.lexicon = lexicon
        var trie = PhraseTrie()
        var targets: [Target] = []
        var capitals: [[Capitals]] = []
        func add(_ phrase: String, _ target: Target) {
            let words = Folding.words(phrase)
            trie.insert(words.map(\.hash), Int32(targets.count))
            targets.append(target)
            capitals.append(words.map(\.capitals))
        }
        for (index, name) in lexicon.names.enumerated() { add(name.phrase, .name(index)) }
        for (index, agent) in lexicon.agents.enumerated() {
            if agent.plural != agent.singular { add(agent.singular, .agent(index, isPlural: false)) }
            if let plural = agent.plural { add(plural, .agent(index, isPlural: true)) }
        }
        self.trie = trie
        self.targets = targets
        self.capitals = capitals
        func single(_ form: ActorName.Form) -> Set<UInt64> {
            Set(
                lexicon.names.lazy.filter { $0.form == form }.map { Folding.words($0.phrase) }.filter { $0.count == 1 }
                    .map { $0[0].hash }
            )
        }
        capitalHashes = single(.capital)
        adjectives = single(.adjective)
        var adjectiveOf: [Int: String] = [:]
        for name in lexicon.names where name.form == .adjective && adjectiveOf[name.entry] == nil {
            adjectiveOf[name.entry] = name.phrase
        }
        self.adjectiveOf = adjectiveOf
        var classes: [UInt64: WordClass] = [:]
        for (name, value) in WordClass.names {
            for word in lexicon.words[name] ?? [] { classes[Folding.hash(word), default: []].insert(value) }
        }
        self.classes = classes
    }

    /// Whether a word is the adjective of a state or people.
    func isAdjective(_ hash: UInt64) -> Bool { adjectives.contains(hash) }
}
