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
    public func resolve(_ mentions: [ActorMention], in document: Document) -> [ActorMention] {
        var resolved = mentions
        var stack = AntecedentStack(document: document, lexicon: lexicon)
        for index in resolved.indices {
            stack.enter(resolved[index].tokens.lowerBound)
            if resolved[index].form == .pronoun {
                if let found = stack.pronoun(resolved[index], resolved) { tie(index, to: found, &resolved) }
            } else if let agentIndex = resolved[index].agent, resolved[index].form == .common {
                resolveNoun(index, lexicon.agents[agentIndex], stack, &resolved)
            } else if resolved[index].possessor != nil, let agentIndex = resolved[index].agent {
                own(index, lexicon.agents[agentIndex], stack, &resolved)
            }
            stack.add(index, resolved)
        }
        return resolved
    }

    private func resolveNoun(
        _ index: Int,
        _ agent: AgentNoun,
        _ stack: AntecedentStack,
        _ resolved: inout [ActorMention]
    ) {
        if resolved[index].possessor != nil { return own(index, agent, stack, &resolved) }
        if resolved[index].isDefinite, let found = stack.noun(resolved[index], agent, resolved) {
            return tie(index, to: found, &resolved)
        }
        // "Police said": the police of the country that the text is about; "the captain of a ship" is nobody's.
        let after = resolved[index].tokens.upperBound
        guard !(resolved[index].core.upperBound..<after).contains(where: { stack.document.tokens[$0].lemma == "of" })
        else { return }
        if after < stack.document.tokens.count, stack.document.tokens[after].lemma == "of" { return }
        guard resolved[index].actor.country == nil, isOfState(agent), let state = stack.state(resolved) else { return }
        guard resolved[index].isDefinite || agent.plural == nil || agent.noun != .people else { return }
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

    private func isOfState(_ agent: AgentNoun) -> Bool {
        switch agent.sector {
        case .government, .military, .police, .intelligence, .judiciary, .legislature: agent.noun != .states
        default: false
        }
    }
}
