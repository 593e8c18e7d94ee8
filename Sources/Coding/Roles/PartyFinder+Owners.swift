// To whom the things and people of a phrase belong: possessors, adjectives, clauses, the place where they stand.
import EventModel
import Language

extension PartyFinder {
    /// Prepositions that tie a thing to an actor, the closest tie first.
    private static let ties = [
        "of", "by", "from", "against", "between", "in", "at", "near", "on", "inside", "within", "across", "to", "for",
        "along", "with",
    ]

    /// The parties that what a noun names belongs to: its possessor, its adjective, its `of`, "used by …".
    func owners(of noun: Int, depth: Int = 0) -> [Party] {
        guard depth < Self.depthLimit else { return [] }
        if let possessor = tree.child(of: noun, .nmodPossessive) {
            let found = parties(at: possessor, depth: depth)
            if !found.isEmpty { return found }
        }
        let modifiers = self.modifiers(of: noun)
        if !modifiers.isEmpty { return modifiers }
        let clauses = belonging(to: noun, depth: depth)
        if !clauses.isEmpty { return clauses }
        for preposition in Self.ties {
            let isLoose = preposition == "with" || preposition == "for" || preposition == "to"
            let found = text.grammar.objects(of: preposition, beside: noun)
                .filter { head in
                    // "the town with support from Rwanda": the support is not the town's.
                    !text.grammar.isVerbal(head)
                        && !(isLoose && text.actor(at: head) == nil && text.place(at: head) == nil)
                }
                .flatMap { parties(at: $0, depth: depth) }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The parties named by the adjectives and compounds before a noun ("Iranian-linked sites", "US and coalition bases").
    func modifiers(of noun: Int) -> [Party] {
        var found: [Party] = []
        func add(_ token: Int, depth: Int) {
            guard depth < 3 else { return }
            var mention = text.actor(covering: token)
            // "a Pakistani police van": of the police, not of Pakistan.
            if mention?.use == .embedded, let whole = text.phrase(containing: token), whole.head != noun {
                mention = whole
            }
            if mention?.head == noun { return }
            // "an intelligence-based operation", "army-style": no intelligence service is meant.
            if let known = mention, known.form == .common, known.core.upperBound < noun,
                tokens[known.core.upperBound].tag == "HYPH"
            {
                return
            }
            // "power lines", "state rule": no state is meant.
            let isScale = mention?.form == .common && mention?.agent.map { states.agents[$0].noun == .states } ?? false
            if let mention, mention.use != .locative, !isScale, let own = party(of: mention) {
                let party = tied(own, mention, to: noun)
                if !found.contains(where: { $0.actor.id == party.actor.id }) { found.append(party) }
            } else if let place = text.place(at: token) {
                found.append(party(of: place))
            }
            for child in tree.children(of: token) {
                switch tokens[child].relation {
                case .compound, .amod, .conj, .obl, .oblUnmarked, .nmod, .nmodUnmarked, .advmod, .flat, .nummod:
                    add(child, depth: depth + 1)
                default: continue
                }
            }
        }
        for child in tree.children(of: noun) where child < noun {
            switch tokens[child].relation {
            case .compound, .amod, .nmodDescriptive, .nmodUnmarked, .flat: add(child, depth: 0)
            default: continue
            }
        }
        return found
    }

    /// "Iran-linked sites" are of those whom Iran backs, "a Russian-owned plant" is a firm's: neither is the state.
    private func tied(_ party: Party, _ mention: ActorMention, to noun: Int) -> Party {
        let verb = mention.core.upperBound + 1
        guard verb < noun, tokens[verb - 1].lemma == "-", let country = party.actor.country, country != "IGO" else {
            return party
        }
        var party = party
        switch tokens[verb].lemma {
        case "link", "linked", "tie", "affiliate", "affiliated", "associate", "connect", "align", "aligned", "ally",
            "allied", "back", "backed", "support", "supported":
            guard party.actor.sector == nil || party.actor.sector == .government else { return party }
            party.actor.country = nil
            party.actor.backer = country
            party.actor.sector = .unidentifiedArmed
        case "own", "owned", "operate", "operated":
            party.actor.sector = .business
        default: return party
        }
        let words = text.words(mention.core.lowerBound..<(noun + 1))
        party.actor.id = ActorLexicon.slug(words)
        party.actor.name = words
        party.actor.text = words
        party.actor.family = nil
        return party
    }

    /// The parties of clauses that tie a thing to an actor: "used by …", "hosting …", "linked to …", "which host …".
    private func belonging(to noun: Int, depth: Int) -> [Party] {
        for child in tree.children(of: noun) {
            switch tokens[child].relation {
            case .acl, .aclRelative: break
            default: continue
            }
            // "missiles fired by the army"
            let isFired = text.isWeapon(noun) && text.grammar.isPassive(child)
            guard isFired || text.cues(child).contains(.belonging) else { continue }
            var heads: [Int] = []
            if text.grammar.isPassive(child) {
                heads += text.grammar.agents(of: child)
            } else {
                heads += tree.children(of: child).filter { tokens[$0].relation == .obj }
            }
            for preposition in isFired ? ["from"] : ["to", "with", "by", "from"] where heads.isEmpty {
                heads += text.grammar.objects(of: preposition, beside: child)
            }
            let found = heads.filter { $0 != noun }.flatMap { parties(at: $0, depth: depth) }
            if !found.isEmpty { return found }
        }
        return hosted(after: noun)
    }

    /// "bases in Iraq which host US troops": the clause nearby, whatever the parser hung it on.
    private func hosted(after noun: Int) -> [Party] {
        let end = min(noun + 8, tokens.count - 1)
        for token in (noun + 1)..<max(end, noun + 1) where tokens[token].tag == "WDT" {
            guard text.cues(token + 1).contains(.belonging), text.grammar.isVerbal(token + 1) else { return [] }
            return text.actor(after: token + 1, reach: 3).flatMap { party(of: $0) }.map { [$0] } ?? []
        }
        return []
    }

    /// What belongs to actors: people, things and weapons take the words of the whole phrase, a forces' share and no more.
    func owned(_ owners: [Party], by noun: Int) -> [Party] {
        let cues = text.cues(noun)
        let isPerson = !cues.isDisjoint(with: [.people, .armed]) || text.actor(at: noun)?.isPerson == true
        if isPerson { return owners.map { described($0, by: noun) } }
        return owners.map { owner in
            var party = owner
            if isConcrete(noun), let words = words(of: noun, with: owner) { party.actor.text = words }
            // "Turkish warplanes", "Russian missiles": those of the forces.
            let isState = owner.actor.sector == nil && owner.actor.country != nil && owner.kind == .actor
            if isState, text.isWeapon(noun) { party.actor.sector = .military }
            return party
        }
    }

    /// Whether a noun means a thing or a body rather than an act or what someone thinks of it.
    private func isConcrete(_ noun: Int) -> Bool {
        let cues = text.cues(noun)
        if !cues.isDisjoint(with: [.thing, .munition, .body]) || text.actor(at: noun)?.agent != nil { return true }
        let isOwned = tree.child(of: noun, .nmodPossessive) != nil || cues.contains(.document)
        return !isOwned && text.lexicon.entry(text.numbers[noun])?.nouns.isEmpty ?? true
    }

    /// "hit oil facilities in Saudi Arabia": a place that follows what is hit at once says more with its words.
    func standing(_ noun: Int, in place: Party) -> Party {
        let isAfter = place.head > noun && place.head - noun <= 5 && place.actor.country != nil
        let isScene = place.kind == .place || text.actor(at: place.head)?.use == .locative
        guard isAfter, isScene, isConcrete(noun), let words = words(of: noun, with: place)
        else { return place }
        var party = place
        party.actor.text = words
        return party
    }

    /// The words from a noun to the actor or place that it belongs to, nil where a verb stands between.
    private func words(of noun: Int, with owner: Party) -> String? {
        let own = phrase(of: noun)
        let name = text.place(at: owner.head)?.tokens ?? text.actor(at: owner.head)?.tokens
        let other = name ?? owner.head..<(owner.head + 1)
        let all = min(own.lowerBound, other.lowerBound)..<max(own.upperBound, other.upperBound)
        guard all.count <= 12 else { return nil }
        if other.upperBound <= own.lowerBound {
            guard (other.upperBound..<own.lowerBound).allSatisfy({ isPrenominal($0) || tokens[$0].upos == .part })
            else { return nil }
        } else if own.upperBound <= other.lowerBound {
            let isTied = (own.upperBound..<other.lowerBound).allSatisfy { token in
                isPrenominal(token) || tokens[token].upos == .adp || tokens[token].upos == .det
            }
            guard isTied else { return nil }
        }
        return all.contains { tokens[$0].upos == .aux } ? nil : text.words(all)
    }

    private func isPrenominal(_ token: Int) -> Bool {
        switch tokens[token].upos {
        case .adj, .noun, .propn, .num: true
        case .punct: tokens[token].tag == "HYPH"
        default: tokens[token].relation == .amod
        }
    }

    /// The place that follows a noun at once ("the market in Idlib"), whatever the parser hung it on.
    func scene(after noun: Int) -> Party? {
        // Soldiers may be abroad; a checkpoint is of the country where it stands.
        let cues = text.cues(noun)
        let isForce = text.actor(at: noun)?.actor.sector == .military && !cues.contains(.thing)
        guard !cues.contains(.armed), !isForce else { return nil }
        let preposition = phrase(of: noun).upperBound
        guard preposition + 1 < tokens.count else { return nil }
        switch tokens[preposition].lemma {
        case "in", "at", "near", "inside", "outside", "of": break
        default: return nil
        }
        for token in (preposition + 1)..<min(preposition + 6, tokens.count) {
            if let place = text.place(at: token) {
                return place.tokens.lowerBound == token && place.place.country != nil ? party(of: place) : nil
            }
            switch tokens[token].upos {
            case .det, .adj: continue
            default: if tokens[token].lemma != "of", !text.cues(token).contains(.body) { return nil }
            }
        }
        return nil
    }

    /// People of an actor: the actor with the words for the people.
    func described(_ owner: Party, by noun: Int) -> Party {
        var party = owner
        party.actor.text = words(of: noun, with: owner) ?? text.words(phrase(of: noun))
        if owner.kind == .place || owner.actor.sector == .government {
            let mention = text.actor(at: noun)
            let own = mention?.actor.sector
            party.actor.sector = own == nil || own == .civilians ? sector(noun) ?? own : own
            party.actor.id = ActorLexicon.slug(owner.actor.name + " " + tokens[noun].lemma)
            party.actor.name = mention?.actor.name ?? text.words(phrase(of: noun))
            party.actor.family = owner.actor.id
            party.kind = .open
            party.head = noun
        }
        return party
    }
}
