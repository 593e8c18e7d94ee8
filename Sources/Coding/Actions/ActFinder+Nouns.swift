// Nouns that tell of acts, alone or carried by light verbs.
import EventModel
import Language

extension ActFinder {
    /// Verbs whose subject in the passive is whom a blow hit.
    private static let harms: Set<String> = [
        "affect", "batter", "cripple", "damage", "destroy", "devastate", "displace", "flatten", "hit", "hurt", "level",
        "plague", "ravage", "ruin", "scar", "shake", "shatter", "strike", "target", "terrorize", "trap", "uproot",
    ]

    func readNoun(_ trigger: Trigger, _ sentence: Int, _ board: inout ActBoard) {
        let word = trigger.token
        var noun = word
        if tokens[word].relation == .compound {
            // "a mediation effort": the compound tells the act, its head carries the frames.
            guard let head = tokens[word].head, text.cues(head).contains(.carrierNoun) else { return }
            noun = head
        }
        // "workers on strike", "a strike by nurses"
        if tokens[word].lemma == "strike", grammar.preposition(of: word) == "on", tree.child(of: word, .det) == nil {
            return
        }
        guard let match = matcher.noun(word, entry: trigger.entry) else { return }
        let pattern = text.lexicon.patterns[match.number]
        // "scathing criticism" is criticism still, "a scathing attack" no attack.
        if pattern.type.quad != .verbalConflict, isFigurative(word) { return }
        let site = RoleFinder.Site(trigger: noun, verb: nil, objects: [])
        var act = self.act(match, trigger: noun, sentence)
        act.noun = noun
        act.clause = grammar.clause(of: noun)
        act.target = roles.fill(pattern.target, site)
        if act.target.isEmpty { act.target = protected(from: noun) }
        if act.target.isEmpty, pattern.type == .assault { act.target = sufferers(from: noun) }
        act.source = roles.fill(pattern.source, site, excluding: act.target)
        if act.source.isEmpty, pattern.source.contains(.preposition("by")) { act.source = doers(behind: noun, act) }
        if act.source.isEmpty, pattern.type == .assault { act.source = attackers(before: noun) }
        if let whole = container(of: noun) {
            let site = RoleFinder.Site(trigger: whole, verb: nil, objects: [])
            if act.source.isEmpty { act.source = roles.fill(pattern.source, site, excluding: act.target) }
            if act.target.isEmpty {
                act.target = roles.fill(pattern.target.filter { $0 != .preposition("of") }, site, excluding: act.source)
            }
        }
        // "the El Paso shooting": a town before the noun is where it was.
        if pattern.type == .assault, act.source.allSatisfy({ $0.kind == .place }) { act.source = [] }
        shareBetween(&act, pattern.target)
        if match.matched.contains(where: { $0 < noun }) {
            act.words = min(word, match.matched.min() ?? noun)..<(noun + 1)
            if act.words.count > 5 { act.words = noun..<(noun + 1) }
        }
        act.isDefinite = isDefinite(noun)
        board.acts[noun] = act
        if let carrier = carrier(of: noun) { board.carriers[carrier] = noun }
    }

    /// "attacks on ships by Houthi militants": the parser ties those who did it to what was hit.
    private func doers(behind noun: Int, _ act: Act) -> [Party] {
        for preposition in ["on", "against", "of"] {
            for object in grammar.objects(of: preposition, beside: noun) {
                let found = grammar.objects(of: "by", beside: object).flatMap { parties.parties(at: $0) }
                    .filter { party in !act.target.contains { $0.actor.id == party.actor.id } }
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    /// "defended its people from attacks": who is protected is whom the act is aimed at.
    func protected(from noun: Int) -> [Party] {
        guard tokens[noun].relation == .obl, let verb = tokens[noun].head, text.cues(verb).contains(.protecting) else {
            return []
        }
        return grammar.objects(of: verb).flatMap { parties.parties(at: $0) }
    }

    /// "a militant attack", "the insurgent raid": who attacks is told by the adjective.
    private func attackers(before noun: Int) -> [Party] {
        tree.children(of: noun).filter { child in
            tokens[child].relation == .amod && text.cues(child).contains(.armed) && tokens[child].lemma != "military"
                && text.actor(covering: child) == nil
        }.compactMap { parties.thing(at: $0) }
    }

    /// "Russia's largest wave of attacks": whose wave it is, those are the attacks.
    func container(of noun: Int) -> Int? {
        guard tokens[noun].relation == .nmod, let head = tokens[noun].head, grammar.preposition(of: noun) == "of",
            !text.cues(head).isDisjoint(with: [.quantity, .aggregateNoun])
        else { return nil }
        return head
    }

    /// The nouns whose container a noun is.
    func contents(of whole: Int) -> [Int] {
        grammar.objects(of: "of", beside: whole).filter { container(of: $0) == whole }
    }

    /// "The town has been devastated by shelling": what suffers from a blow is whom it hit.
    private func sufferers(from noun: Int) -> [Party] {
        guard let verb = tokens[noun].head, grammar.preposition(of: noun) == "by", grammar.isPassive(verb),
            Self.harms.contains(tokens[verb].lemma)
        else { return [] }
        return grammar.objects(of: verb).filter { $0 < noun }.flatMap { parties.parties(at: $0) }
            .filter { $0.actor.country != nil && !text.cues($0.head).contains(.munition) }
    }

    /// The light verb that carries a noun: "launched an attack", "an attack carried out by".
    func carrier(of noun: Int) -> Int? {
        func isLight(_ verb: Int) -> Bool { light(verb) != nil }
        var noun = noun
        // "carried out a series of strikes", "strikes and raids"
        if let head = tokens[noun].head {
            if tokens[noun].relation == .nmod, grammar.preposition(of: noun) == "of",
                text.cues(head).contains(.quantity) || text.cues(head).contains(.time)
            {
                noun = head
            } else if tokens[noun].relation == .conj, !grammar.isVerbal(head) {
                noun = head
            }
        }
        if let verb = tokens[noun].head {
            switch tokens[noun].relation {
            case .obj, .nsubjPassive: if isLight(verb) { return verb }
            case .obl:
                let preposition = grammar.preposition(of: noun)
                if preposition == "in", isLight(verb), tree.child(of: verb, .obj) == nil { return verb }
                // "Israel responding with air strikes on"
                if preposition == "with", text.cues(verb).contains(.answerVerb) { return verb }
            default: break
            }
        }
        for child in tree.children(of: noun) {
            switch tokens[child].relation {
            case .acl, .aclRelative: if isLight(child), grammar.objects(of: child).contains(noun) { return child }
            default: continue
            }
        }
        return nil
    }

    /// The line by which a verb is a light one.
    private func light(_ verb: Int) -> Int? {
        guard grammar.isVerbal(verb), let lines = text.lexicon.entry(text.numbers[verb])?.light else { return nil }
        let particle = matcher.particle(of: verb)
        return lines.first { matcher.fitsParticle(text.lexicon.lightVerbs[$0].particle, particle, verb) }
    }

    func lift(_ noun: Int, by verb: Int, _ board: inout ActBoard) {
        guard var act = board.acts[noun], act.meaning.flags.contains(.light) else { return }
        // "announced the death of": who announces a death has not caused it.
        if act.meaning.flags.contains(.byOnly), !text.cues(verb).isDisjoint(with: [.reporting, .claiming]) { return }
        if let other = board.acts[verb], other.trigger == verb, board.scores[verb, default: 0] >= 9 {
            return  // a line for this verb with this object says more
        }
        let site = RoleFinder.Site(trigger: noun, verb: verb, objects: [noun])
        var doers = grammar.agents(of: verb).filter { $0 != noun }.flatMap { sourceParties(at: $0, &act) }
        if doers.isEmpty { doers = nearbyAgents(of: verb) }
        if case .pattern(let number)? = act.origins.first {
            let pattern = text.lexicon.patterns[number]
            if !doers.isEmpty { act.source = doers }
            if act.source.isEmpty { act.source = speakerIfFirstPerson(verb) }
            act.target = roles.fill(pattern.target, site, excluding: act.source)
            shareBetween(&act, pattern.target)
        }
        act.clause = verb
        if let light = light(verb) { act.origins.append(.light(light)) }
        act.words = abs(verb - noun) < 10 ? min(verb, act.words.lowerBound)..<(max(verb, noun) + 1) : act.words
        board.acts[noun] = act
        board.acts[verb] = nil
        board.lifted.insert(noun)
    }

    /// Whether "the", "this" or "these" points back to an act named before.
    func isDefinite(_ noun: Int) -> Bool {
        guard let determiner = tree.child(of: noun, .det) else { return false }
        switch tokens[determiner].lemma {
        case "the", "this", "these", "that", "those": return true
        default: return false
        }
    }

    func isFigurative(_ noun: Int) -> Bool {
        for child in tree.children(of: noun) {
            switch tokens[child].relation {
            case .compound, .amod:
                if text.cues(child).contains(.figurativeModifier), !isHardModifier(child) { return true }
            default: continue
            }
        }
        return false
    }

    /// Modifiers that lines for nouns ask for themselves ("general strike") are not figurative there.
    func isHardModifier(_ token: Int) -> Bool {
        tokens[token].head.map { head in
            text.lexicon.entry(text.numbers[head])?.nouns.contains { candidate in
                candidate.terms.contains { !$0.isAny && text.lexicon.fits($0, text.numbers[token]) }
            } ?? false
        } ?? false
    }
}
