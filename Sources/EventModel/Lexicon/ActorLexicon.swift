// The actors that texts name: states, peoples, organizations, groups, leaders, and the nouns for unknown ones.

/// The actor dictionaries, merged from several files; docs/lexicon.md has their format.
public struct ActorLexicon: Sendable {
    /// The actors, in the files' order.
    public internal(set) var entries: [ActorEntry] = []
    /// All ways to write them.
    public internal(set) var names: [ActorName] = []
    /// The common nouns.
    public internal(set) var agents: [AgentNoun] = []
    /// Words with a grammatical part in composing actors, by class (`backing`: backed, aligned …).
    public internal(set) var words: [String: [String]] = [:]
    private var byID: [String: Int] = [:]

    /// The lexicon of these files; the part of a file's name before `.` or `-` says what it holds (`groups-sahel.tsv`).
    ///
    /// Where a later file has an actor of an earlier one, its fields replace what was known and its names are added.
    /// Throws `unknown_file`, `bad_columns`, `bad_country`, `bad_sector`, `bad_period`, `bad_class`, `duplicate_actor`.
    public init(files: [(name: String, bytes: [UInt8])]) throws(DataError) {
        for file in files {
            var reader = ActorLexiconReader(file: file.name)
            try reader.read(file.bytes, into: &self)
        }
    }

    /// The actor with this id.
    public func entry(id: String) -> ActorEntry? { byID[id].map { entries[$0] } }

    /// The state with this ISO 3166 alpha-3 code.
    public func state(country: String) -> ActorEntry? { entry(id: Self.stateKey(country)) }

    /// The id for a name: lower-case letters and digits with one hyphen between words.
    public static func slug(_ name: String) -> String { Slug.of(name) }

    /// The index in `entries` of the actor with this id.
    public func entryIndex(id: String) -> Int? { byID[id] }

    func index(id: String) -> Int? { byID[id] }

    mutating func add(_ entry: ActorEntry) -> Int {
        let index = entries.count
        entries.append(entry)
        byID[entry.id] = index
        if entry.kind == .state, let country = entry.country, byID[Self.stateKey(country)] == nil {
            byID[Self.stateKey(country)] = index
        }
        return index
    }

    private static func stateKey(_ country: String) -> String { "=" + country }
}
