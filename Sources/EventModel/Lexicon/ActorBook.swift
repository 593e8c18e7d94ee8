// Actors by the names that people write in examples and on command lines.

/// Finds actors of a lexicon by name, country code or id.
public struct ActorBook: Sendable {
    private let actors: [String: Actor]

    /// A book of all actors of a lexicon.
    public init(_ lexicon: ActorLexicon) {
        var actors: [String: Actor] = [:]
        func add(_ key: String, _ entry: ActorEntry) {
            guard actors[key] == nil else { return }
            actors[key] = Actor(
                id: entry.id,
                name: entry.name,
                country: entry.country,
                sector: entry.sector,
                backer: entry.backer,
                family: entry.family,
                text: entry.name
            )
        }
        for entry in lexicon.entries {
            add(entry.name, entry)
            add(entry.id, entry)
            if entry.kind == .state, let country = entry.country { add(country, entry) }
        }
        // Names proper before what else may stand for an actor, such as its capital.
        for name in lexicon.names where name.form == .name { add(name.phrase, lexicon.entries[name.entry]) }
        self.actors = actors
    }

    /// The actor of a name, nil where the lexicon has none.
    public func actor(named name: String) -> Actor? { actors[name] }
}
