// Actors by the names that people and event tables write: "Russia", "IRN", "Military (India)".

/// Finds actors of a lexicon by name, country code or id, and those that a noun and a country make.
public struct ActorBook: Sendable {
    private let actors: [String: Actor]
    private let nouns: [String: AgentNoun]

    /// A book of all actors of a lexicon.
    public init(_ lexicon: ActorLexicon) {
        var actors: [String: Actor] = [:]
        func add(_ key: String, _ entry: ActorEntry) {
            guard actors[key] == nil else { return }
            let term = entry.kind == .person ? entry.terms.last : nil
            actors[key] = Actor(
                id: entry.id,
                name: entry.name,
                country: entry.country ?? term?.country,
                sector: entry.sector ?? term?.sector,
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
        var nouns: [String: AgentNoun] = [:]
        for agent in lexicon.agents {
            for word in [agent.singular, agent.plural].compactMap({ $0?.lowercased() }) where nouns[word] == nil {
                nouns[word] = agent
            }
        }
        self.nouns = nouns
    }

    /// The actor of a name, nil where the lexicon has none.
    public func actor(named name: String) -> Actor? { actors[name] ?? composed(name) }

    /// The actor as the lexicon knows it, where a table gives a name and nothing else.
    public func known(_ actor: Actor) -> Actor {
        guard actor.country == nil, actor.sector == nil, var known = self.actor(named: actor.name) else { return actor }
        known.text = actor.text
        return known
    }

    /// "Military (India)", "Cabinet / Council of Ministers / Advisors (India)": a noun of the lexicon and a country.
    ///
    /// This is how ICEWS writes actors without a name of their own; several nouns are tried from the left.
    private func composed(_ name: String) -> Actor? {
        guard name.last == ")", let open = name.lastIndex(of: "(") else { return nil }
        let country = String(name[name.index(after: open)...].dropLast())
        guard let owner = actors[country], owner.country != nil else { return nil }
        let words = name[..<open].lowercased()
        let choices = words.split(separator: "/").map { part in
            part.split { !$0.isLetter && $0 != "'" && $0 != "-" }.map(String.init)
        }
        // The whole first, then its end ("Armed Rebel", then "Rebel"), then its beginning ("Military Personnel").
        for choice in choices {
            for start in choice.indices {
                if let noun = nouns[choice[start...].joined(separator: " ")] { return actor(name, noun, of: owner) }
            }
            for end in choice.indices.dropFirst().reversed() {
                if let noun = nouns[choice[..<end].joined(separator: " ")] { return actor(name, noun, of: owner) }
            }
        }
        return Actor(id: Slug.of(name), name: name, country: owner.country, family: owner.id, text: name)
    }

    private func actor(_ name: String, _ noun: AgentNoun, of owner: Actor) -> Actor {
        switch noun.sector {
        case .government?, .military?, .police?, .intelligence?, .judiciary?, .legislature?:
            Actor(
                id: owner.id,
                name: owner.name,
                country: owner.country,
                sector: noun.sector,
                backer: owner.backer,
                family: owner.family,
                text: name
            )
        default:
            Actor(
                id: Slug.of(name),
                name: name,
                country: owner.country,
                sector: noun.sector,
                family: owner.id,
                text: name
            )
        }
    }
}
