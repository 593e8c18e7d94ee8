// Coreference of political nouns: "the militia", "the army", "its forces", "he", "they" to whom they stand for.
import EventModel
import Language

/// Ties definite nouns and pronouns to actors named before; a stage of its own after `ActorFinder`.
public struct ActorResolver: Sendable {
    private let lexicon: ActorLexicon

    /// A resolver over the lexicon that the mentions were found with.
    public init(lexicon: ActorLexicon) {
        self.lexicon = lexicon
    }

    /// The mentions with `actor` and `antecedent` set where one fits; the words of the text stay in `actor.text`.
    ///
    /// `mentions` must be those of the whole document, in order.
    public func resolve(_ mentions: [ActorMention], in document: Document, places: [PlaceMention] = [])
        -> [ActorMention]
    {
        var resolved = mentions
        var stack = AntecedentStack(document: document, lexicon: lexicon)
        let scenes = Scenes(places, document)
        for index in resolved.indices {
            stack.enter(resolved[index].tokens.lowerBound)
            if resolved[index].form == .pronoun {
                if let found = stack.pronoun(resolved[index], resolved) { tie(index, to: found, &resolved) }
            } else if let agentIndex = resolved[index].agent, resolved[index].form == .common {
                resolveNoun(index, lexicon.agents[agentIndex], stack, scenes, &resolved)
            } else if resolved[index].possessor != nil, let agentIndex = resolved[index].agent {
                own(index, lexicon.agents[agentIndex], stack, &resolved)
            } else if let agentIndex = resolved[index].agent, let owner = owner(of: index, resolved) {
                inherit(index, from: owner, lexicon.agents[agentIndex], &resolved)
            }
            stack.add(index, resolved)
        }
        return resolved
    }

    private func resolveNoun(
        _ index: Int,
        _ agent: AgentNoun,
        _ stack: AntecedentStack,
        _ scenes: Scenes,
        _ resolved: inout [ActorMention]
    ) {
        if resolved[index].possessor != nil { return own(index, agent, stack, &resolved) }
        if resolved[index].isDefinite, agent.singular == "country" || agent.singular == "nation" {
            return settle(index, stack, &resolved)
        }
        if let body = namesake(index, stack.document, resolved) {
            tie(index, to: body, &resolved)
            resolved[index].actor.sector = resolved[body].actor.sector ?? resolved[index].actor.sector
            return
        }
        if resolved[index].isDefinite, let found = stack.noun(resolved[index], agent, resolved) {
            return tie(index, to: found, &resolved)
        }
        // "Police said": the police of the country that the text is about; "the captain of a ship" is nobody's.
        let after = resolved[index].tokens.upperBound
        guard !(resolved[index].core.upperBound..<after).contains(where: { stack.document.tokens[$0].lemma == "of" })
        else { return }
        if after < stack.document.tokens.count, stack.document.tokens[after].lemma == "of" { return }
        guard resolved[index].actor.country == nil, isOfState(agent),
            resolved[index].isDefinite || agent.plural == nil || agent.noun != .people
        else { return }
        if agent.sector == .police, let scene = scenes.country(at: resolved[index].head),
            let state = lexicon.state(country: scene)
        {
            // The police are at home where they act.
            return stand(index, for: state, &resolved)
        }
        guard let state = stack.state(resolved) else { return }
        take(resolved[state].actor, index, &resolved)
        resolved[index].lines += resolved[state].lines
    }

    /// "its forces", "his government": of whom the pronoun stands for.
    ///
    /// "His Lebanese counterpart" and "its allies" are others than he and it.
    private func own(_ index: Int, _ agent: AgentNoun, _ stack: AntecedentStack, _ resolved: inout [ActorMention]) {
        guard agent.refers != "other", resolved[index].form == .common || resolved[index].actor.country == nil else {
            return
        }
        guard let possessor = resolved[index].possessor else { return }
        let word = stack.document.form(possessor).lowercased()
        guard let found = stack.owner(word, before: index, resolved) else { return }
        let owner = resolved[found].actor
        let sector = resolved[index].actor.sector
        take(owner, index, &resolved)
        let isGroup = owner.sector == .rebels || owner.sector == .party
        resolved[index].actor.sector = isGroup ? owner.sector : sector ?? owner.sector
        resolved[index].antecedent = found
        resolved[index].lines += resolved[found].lines
    }

    /// "the country": the state of whom the text tells.
    private func settle(_ index: Int, _ stack: AntecedentStack, _ resolved: inout [ActorMention]) {
        guard resolved[index].isPlural != true, let found = stack.country(resolved),
            let state = resolved[found].actor.country.flatMap({ lexicon.state(country: $0) })
        else { return }
        stand(index, for: state, &resolved)
        resolved[index].antecedent = found
        resolved[index].lines += resolved[found].lines
    }

    /// The noun before "'s" that was found to stand for an actor: "the group's headquarters".
    private func owner(of index: Int, _ resolved: [ActorMention]) -> Int? {
        let whole = resolved[index]
        guard whole.form == .composed else { return nil }
        return resolved[..<index].lastIndex { other in
            other.tokens.lowerBound == whole.tokens.lowerBound && other.core.upperBound < whole.core.lowerBound
                && other.form == .common && other.antecedent != nil
        }
    }

    /// Gives what an owner is to what it owns.
    private func inherit(_ index: Int, from owner: Int, _ agent: AgentNoun, _ resolved: inout [ActorMention]) {
        let sector = resolved[index].actor.sector
        let actor = resolved[owner].actor
        take(actor, index, &resolved)
        let isGroup = actor.sector == .rebels || actor.sector == .party
        resolved[index].actor.sector = isGroup || agent.sector == nil ? actor.sector : sector ?? actor.sector
        resolved[index].antecedent = owner
        resolved[index].lines += resolved[owner].lines
    }

    /// "the Guards", "the Brigades": a word in capitals of the name of a body named before.
    private func namesake(_ index: Int, _ document: Document, _ resolved: [ActorMention]) -> Int? {
        let mention = resolved[index]
        guard mention.isDefinite, mention.core.count == 1, let word = mention.core.first,
            document.tokens[word].tag.hasPrefix("NNP") || word > 0 && isCapital(document.form(word))
        else { return nil }
        let stem = Self.stem(document.form(word))
        return resolved[..<index].lastIndex { other in
            guard other.form == .name || other.form == .composed, other.use != .locative,
                let entry = lexicon.entry(id: other.actor.id), entry.kind == .organization || entry.kind == .group
            else { return false }
            return entry.name.split(whereSeparator: { $0 == " " || $0 == "-" }).contains {
                Self.stem(String($0)) == stem
            }
        }
    }

    private func isCapital(_ word: String) -> Bool { word.first?.isUppercase ?? false }

    private static func stem(_ word: String) -> String {
        let small = word.lowercased()
        return small.hasSuffix("s") ? String(small.dropLast()) : small
    }

    private func tie(_ index: Int, to found: Int, _ resolved: inout [ActorMention]) {
        let own = resolved[index].actor
        let isSector = resolved[index].form == .common
        take(resolved[found].actor, index, &resolved)
        if isSector, let agent = resolved[index].agent.map({ lexicon.agents[$0] }), isOfState(agent) {
            resolved[index].actor.sector = own.sector
        } else {
            resolved[index].actor.sector = resolved[found].actor.sector ?? own.sector
        }
        resolved[index].antecedent = found
        resolved[index].lines += resolved[found].lines
    }

    /// Puts another actor in a mention's place, keeping its words and its own sector.
    private func take(_ actor: Actor, _ index: Int, _ resolved: inout [ActorMention]) {
        let own = resolved[index].actor
        resolved[index].actor = actor
        resolved[index].actor.text = own.text
        resolved[index].actor.sector = own.sector ?? actor.sector
    }

    /// Makes a mention stand for a state, in the part of society that it has itself.
    private func stand(_ index: Int, for state: ActorEntry, _ resolved: inout [ActorMention]) {
        take(Actor(id: state.id, name: state.name, country: state.country, text: ""), index, &resolved)
    }

    private func isOfState(_ agent: AgentNoun) -> Bool {
        switch agent.sector {
        case .government, .military, .police, .intelligence, .judiciary, .legislature: agent.noun != .states
        default: false
        }
    }
}
