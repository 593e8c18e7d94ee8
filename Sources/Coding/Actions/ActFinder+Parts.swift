// Verbs and nouns that tell one act between them: "the attack wounded three", "killed in a strike".
import EventModel
import Language

extension ActFinder {
    /// "The attack wounded three", "were injured in an attack": the verb and the noun tell one act.
    func mergeNounParts(_ act: inout Act, _ objects: [Int], _ board: inout ActBoard) {
        guard act.meaning.type == .assault else { return }
        let verb = act.trigger
        var nouns: [Int] = []
        // "were killed and nine wounded in the attack": what stands with the second verb belongs to both.
        let joined = tree.children(of: verb).filter { tokens[$0].relation == .conj }.flatMap { tree.children(of: $0) }
        for child in Array(tree.children(of: verb)) + joined {
            switch tokens[child].relation {
            case .nsubj: nouns += grammar.agents(of: verb)
            case .obl, .oblAgent:
                if let preposition = grammar.preposition(of: child),
                    ["in", "by", "during", "with"].contains(preposition)
                {
                    nouns += grammar.coordinated(child)
                }
            default: continue
            }
        }
        if tokens[verb].relation == .acl, let head = tokens[verb].head { nouns.append(head) }
        nouns += nouns.filter { board.acts[$0] == nil }.flatMap { contents(of: $0) }
        let told = nouns.first { board.acts[$0]?.meaning.type == .assault }
        let isHarm = act.meaning.flags.contains(.victim) || text.cues(verb).contains(.aiming)
        guard let noun = told ?? (isHarm ? blow(before: verb, board) : nil), let event = board.acts[noun] else {
            return
        }
        if told == nil { act.source = event.source }
        let isVictimOnly = act.meaning.flags.contains(.victim) || act.meaning.cameo == "190"
        if isVictimOnly || event.meaning.cameo != "190" {
            let flags = act.meaning.flags.union(event.meaning.flags)
            act.meaning = event.meaning.cameo == "190" ? act.meaning : event.meaning
            act.meaning.flags = flags
        }
        // "killed in clashes with rebels": by those with whom they clashed.
        let isClash =
            event.meaning.flags.contains(.mutual) && event.source.isEmpty && act.source.isEmpty
            && !event.target.isEmpty && Sides.compare(event.target, act.target) == .different
        if isClash { act.source = event.target }
        if act.source.isEmpty { act.source = event.source }
        for party in isClash ? [] : event.target
        where !act.target.contains(where: { $0.actor.id == party.actor.id }) && party.kind != .place
            && (party.kind == .actor || !isThing(party.head))
        {
            act.target.append(party)
        }
        if act.target.isEmpty { act.target = event.target }
        // "Three people were killed in a strike on Odesa": people of where it struck.
        if let struck = event.target.first(where: { $0.kind == .place })?.actor.country {
            for index in act.target.indices where act.target[index].actor.sector == .civilians {
                act.target[index].actor.country = act.target[index].actor.country ?? struck
            }
        }
        act.origins += event.origins
        act.noun = noun
        act.isDefinite = event.isDefinite && event.source.isEmpty
        act.others.append(noun)
        board.acts[noun] = nil
        board.carriers = board.carriers.filter { $0.value != noun }
    }

    /// "were killed and nine wounded in the attack": where one verb has taken the noun, the other tells the same act.
    func isTold(_ verb: Int, _ meaning: ActMeaning, _ board: inout ActBoard) -> Bool {
        guard meaning.type == .assault, meaning.flags.contains(.victim), tokens[verb].relation == .conj,
            let first = tokens[verb].head, let noun = board.acts[first]?.noun, board.acts[first]?.trigger == first,
            tokens[noun].head == verb
        else { return false }
        board.acts[first]?.others.append(verb)
        return true
    }

    /// "the response to the attacks of Monday that killed nine": the nearest blow before a relative clause is what it
    /// tells of, whatever the parser hung it on.
    private func blow(before verb: Int, _ board: ActBoard) -> Int? {
        guard let pronoun = tree.child(of: verb, .nsubj), grammar.isRelative(pronoun), tokens[pronoun].lemma != "who",
            !grammar.isPassive(verb)
        else { return nil }
        let first = max(text.document.sentences[Int(text.sentences[verb])].tokens.lowerBound, pronoun - Self.reach)
        var armed: [Int] = []
        for token in (first..<max(first, pronoun)).reversed() {
            if let act = board.acts[token], act.noun == token {
                // "an attack by rebels that killed …": armed people whom it did not hit are those who killed.
                let isHit = armed.allSatisfy { head in act.target.contains { $0.head == head } }
                return act.meaning.type == .assault && isHit ? token : nil
            }
            if tokens[token].upos == .verb, tokens[token].relation != .amod { return nil }
            if let actor = text.actor(at: token), Plausibility.standing(actor.actor) >= .armed { armed.append(token) }
        }
        return nil
    }
}
