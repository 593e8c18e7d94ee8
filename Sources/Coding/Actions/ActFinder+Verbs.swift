// Verbs that tell of acts, and the event nouns that belong to them.
import EventModel
import Language

extension ActFinder {
    func readVerb(_ trigger: Trigger, _ sentence: Int, _ board: inout ActBoard) {
        let verb = trigger.token
        guard let match = matcher.verb(verb, entry: trigger.entry, mood: announced(verb)) else { return }
        let pattern = text.lexicon.patterns[match.number]
        if text.cues(verb).contains(.aiming), let head = tokens[verb].head, tokens[verb].relation == .acl,
            tokens[verb].tag == "VBG", board.isAssault(at: head)
        {
            return  // "strikes targeting facilities" is one act, and the noun's
        }
        if isNaming(verb, pattern) || isTold(verb, self.act(match, trigger: verb, sentence).meaning, &board) { return }
        // "launched Great British Nuclear": what stands in a name is no weapon.
        if pattern.type == .mobilize, match.matched.contains(where: isInName) { return }
        let objects = grammar.objects(of: verb)
        if match.score < 9, objects.contains(where: { board.carriers[verb] == $0 }) { return }
        if pattern.flags.contains(.war), objects.contains(where: { text.cues($0).contains(.figurativeTarget) }) {
            return
        }
        let site = RoleFinder.Site(trigger: verb, verb: verb, objects: objects)
        var act = self.act(match, trigger: verb, sentence)
        if pattern.source.isEmpty {
            act.source = grammar.agents(of: verb).flatMap { head in
                // "the opposition" is a party before it is an act.
                let event = board.acts[head] ?? contents(of: head).compactMap { board.acts[$0] }.first
                let doers = event?.source ?? []
                return doers.isEmpty && (event == nil || text.actor(at: head) != nil)
                    ? sourceParties(at: head, &act) : doers
            }
            if act.source.isEmpty { act.source = speakerIfFirstPerson(verb) }
            if act.source.isEmpty { act.source = nearbyAgents(of: verb) }
        } else {
            if pattern.source.contains(.speaker) { act.source = speakers.speaker(of: verb).map { [$0] } ?? [] }
            if act.source.isEmpty { act.source = roles.fill(pattern.source, site) }
        }
        if act.source.isEmpty { act.source = firers(of: verb) }
        if act.source.isEmpty { act.hasIdleSubject = hasIdleSubject(verb, board) }
        act.target = targetParties(pattern, site, act.source, board, matched: match.matched)
        if isSuffered(verb, objects) {
            act.target = act.source
            act.source = grammar.objects(of: "by", beside: verb).flatMap { parties.parties(at: $0) }
        }
        if act.meaning.type == .assault {
            // "carried out strikes in Iraq targeting militias": the strikes' aim, not their place.
            let aims = objects.filter { board.acts[$0] != nil || text.isWeapon($0) }.flatMap {
                roles.targeted(by: RoleFinder.Site(trigger: $0, verb: nil, objects: []))
            }
            if !aims.isEmpty { act.target = aims }
        }
        if tokens[verb].relation == .acl, let shown = tokens[verb].head, text.cues(shown).contains(.munition),
            grammar.isPassive(verb), act.target.allSatisfy({ $0.head == shown })
        {
            return  // "two drones launched by the rebels": whose they are
        }
        if act.target.isEmpty, let shown = display(match) {
            // "fired two missiles into the sea": where nobody is hit, weapons are shown.
            act.meaning.cameo = shown.cameo
            act.meaning.type = shown.type
            act.meaning.mode = shown.mode
            act.meaning.flags = shown.flags
            act.origins = [.pattern(shown.number)]
        }
        shareBetween(&act, pattern.target)
        if let last = match.matched.filter({ $0 > verb && $0 - verb < 8 }).max() { act.words = verb..<(last + 1) }
        mergeNounParts(&act, objects, &board)
        board.acts[verb] = act
        board.scores[verb] = match.score
        for token in match.matched where token != verb {
            if let noun = board.acts[token], noun.noun == token, !isToldToo(noun, by: act) { board.refer(token) }
            if pattern.type == .assault, grammar.isVerbal(token) { board.absorbed.insert(token) }
        }
    }

    /// "condemned the shelling of Odesa by Russia": who is condemned for what was done to whom tells what was done.
    private func isToldToo(_ event: Act, by act: Act) -> Bool {
        guard act.meaning.type == .accuse, event.meaning.type == .assault, !event.isDefinite || !event.source.isEmpty
        else { return false }
        return [event.source, event.target].allSatisfy { side in
            side.contains { Plausibility.standing($0.actor, $0.kind) >= .political }
        }
    }

    /// The mood of a verb; what one vows or threatens to do is of the future as what one will do.
    private func announced(_ verb: Int) -> Mood {
        var mood = moods.mood(of: verb)
        guard let head = tokens[verb].head, head < verb, tokens[verb].tag == "VB" else { return mood }
        switch tokens[verb].relation {
        case .xcomp, .acl, .advcl, .ccomp: break
        default: return mood
        }
        guard let entry = text.lexicon.entry(text.numbers[head]) else { return mood }
        let lines = entry.embeddingVerbs + entry.embeddingNouns + entry.embeddingAdjectives
        let groups = lines.map { text.lexicon.embeddings[$0].group }
        if groups.contains(.threaten) || groups.contains(.intend) { mood.isFuture = true }
        return mood
    }

    /// Whether a verb means something else than its line: "called the ambassador a liar" rings nobody up.
    private func isNaming(_ verb: Int, _ pattern: ActionPattern) -> Bool {
        // "demonstrates that": shows, and "is calling for" asks.
        if tokens[verb].lemma == "demonstrate", pattern.type == .protest {
            return tree.child(of: verb, .ccomp, .obj) != nil
        }
        guard pattern.cameo == "041", tokens[verb].lemma == "call" else { return false }
        if tree.child(of: verb, .obj, .nsubjPassive) == nil { return true }
        let complements = tree.children(of: verb).filter { child in
            guard child > verb, tokens[child].upos != .verb else { return false }
            switch tokens[child].relation {
            case .obj, .xcomp, .ccomp, .iobj: return true
            default: return false
            }
        }
        return complements.count > 1
    }

    private func isInName(_ token: Int) -> Bool {
        guard let mention = text.actor(covering: token), mention.core.count >= 2 else { return false }
        return mention.form == .unknown || mention.form == .name && mention.agent == nil
    }

    /// A line for the same words by which weapons are only shown.
    func display(_ match: PatternMatcher.Match) -> ActionPattern? {
        guard text.lexicon.patterns[match.number].type == .assault else { return nil }
        return match.rejected.map { text.lexicon.patterns[$0] }.first { $0.flags.contains(.display) }
    }

    /// The parties at the head of a subject; an event noun stands for those who did it.
    func sourceParties(at head: Int, _ act: inout Act) -> [Party] {
        // "markets were hit by fears of a war between": fears do nothing.
        if text.cues(head).contains(.doubtNoun), text.actor(at: head) == nil { return [] }
        return subjects(at: head).filter { party in
            party.kind != .open || !isThing(party.head) && !(text.isWeapon(party.head) && party.actor.country == nil)
        }
    }

    /// The parties at the head of a subject; a text that speaks ("a report accusing …") stands for those who wrote it.
    func subjects(at head: Int) -> [Party] {
        let isDocument = text.cues(head).contains(.document) && text.actor(at: head) == nil
        return isDocument ? authors(of: head) : parties.parties(at: head)
    }

    /// Whose text it is: "the army's statement", "a UN report", else who put it out.
    private func authors(of document: Int) -> [Party] {
        let site = RoleFinder.Site(trigger: document, verb: nil, objects: [])
        let slots: [ActionSlot] = [
            .possessor, .preposition("by"), .preposition("from"), .modifier, .preposition("of"),
        ]
        let owners = roles.fill(slots, site).filter { $0.kind != .open || !isThing($0.head) }
        if !owners.isEmpty { return owners }
        guard let verb = tokens[document].head, grammar.isVerbal(verb) else { return [] }
        switch tokens[document].relation {
        case .obj, .nsubjPassive: break
        case .obl: guard grammar.preposition(of: document) == "in" else { return [] }
        default: return []
        }
        return grammar.agents(of: verb).filter { $0 != document }.flatMap { parties.parties(at: $0) }
    }

    /// Where the parser shows no subject: the actor before an active verb, or after the "by" of a passive.
    func nearbyAgents(of verb: Int) -> [Party] {
        if grammar.isPassive(verb) {
            for token in (verb + 1)..<max(min(verb + 12, tokens.count), verb + 1) {
                // "has been accused of violating rights by the UN"
                if tokens[token].upos == .verb, tokens[token].tag != "VBG" { return [] }
                if tokens[token].lemma == "by", let mention = text.actor(after: token, reach: 6),
                    isNext(mention, after: token)
                {
                    return parties.party(of: mention).map { [$0] } ?? []
                }
            }
            return []
        }
        switch tokens[verb].tag {
        case "VBD", "VBZ", "VBP", "VBN": break
        default: return []
        }
        // "rebels attacked troops and killed two": what stands before the second verb is what the first was done to.
        if tokens[verb].relation == .conj, let first = tokens[verb].head, first < verb, grammar.isVerbal(first),
            !grammar.isPassive(first), !grammar.objects(of: first).isEmpty
        {
            return nearbyAgents(of: first)
        }
        let subjects = grammar.surfaceSubjects(of: verb)
        let isUntrusted = subjects.allSatisfy { subject in
            text.isDateline(subject) || text.cues(subject).contains(.time) || tokens[subject].upos == .propn
        }
        // "police shot and killed": parsers take the first of the two for a noun.
        if isShotAnd(verb), let mention = text.actor(at: verb - 3) {
            return parties.party(of: mention).map { [$0] } ?? []
        }
        guard isUntrusted, let mention = text.actor(before: verb), !isPartOfAddress(mention) else { return [] }
        return parties.parties(at: mention.head)
    }

    private func isShotAnd(_ verb: Int) -> Bool {
        guard verb >= 3, tokens[verb - 1].lemma == "and" else { return false }
        return tokens[verb - 2].upos == .noun && ["shot", "shoot"].contains(tokens[verb - 2].lemma)
    }

    /// "by shelling near a Ukrainian city": an actor that stands behind another noun is not who did it.
    private func isNext(_ mention: ActorMention, after preposition: Int) -> Bool {
        let between = (preposition + 1)..<max(preposition + 1, mention.tokens.lowerBound)
        return between.allSatisfy { token in
            switch tokens[token].upos {
            case .noun, .verb, .adp: false
            default: true
            }
        }
    }

    /// "in Reading, UK,": the country after the comma belongs to the place.
    private func isPartOfAddress(_ mention: ActorMention) -> Bool {
        let comma = mention.tokens.lowerBound - 1
        guard comma > 0, tokens[comma].lemma == "," else { return false }
        return text.place(at: comma - 1) != nil
    }

    func isThing(_ token: Int) -> Bool {
        let cues = text.cues(token)
        return cues.contains(.thing) && cues.isDisjoint(with: [.people, .armed, .body])
    }

    func targetParties(
        _ pattern: ActionPattern,
        _ site: RoleFinder.Site,
        _ source: [Party],
        _ board: ActBoard,
        matched: [Int]
    ) -> [Party] {
        var own: [Party] = []
        var isMutual = false
        if pattern.type == .accuse,
            let blow = site.objects.lazy.compactMap({ board.acts[$0] }).first(where: { $0.meaning.type == .assault })
        {
            // "condemned the shelling of the town by the army": whoever did it, and not whom it hit.
            let doers = blow.source.filter { doer in !source.contains { $0.actor.id == doer.actor.id } }
            if !doers.isEmpty { return doers }
        }
        for slot in pattern.target {
            if slot == .mutual, source.count >= 2 { isMutual = true }
            if slot == .object {
                // "condemned the attack": it is the attacker who is condemned.
                let events = site.objects.compactMap { board.acts[$0] }
                if let event = events.first,
                    pattern.type == .accuse || pattern.type == .support || pattern.type == .reject
                {
                    let doers = event.source.isEmpty ? event.target : event.source
                    let others = doers.filter { doer in !source.contains { $0.actor.id == doer.actor.id } }
                    if !others.isEmpty { return others }
                }
            }
            var found = roles.fill([slot], site, excluding: source)
            if isMutual { found = roles.met(found, slot) }
            if slot == .object, pattern.flags.contains(.official) {
                // One receives a president, not a president's letter.
                let heads = site.objects.flatMap { grammar.coordinated($0) }
                found.removeAll { party in !heads.contains { text.actor(at: party.head)?.tokens.contains($0) ?? false }
                }
            }
            let others = found.filter { !roles.isOwn($0, source) }
            if !others.isEmpty, !(pattern.type.isGift && others.allSatisfy(isBareThing)) { return others }
            if own.isEmpty || !others.isEmpty && own.allSatisfy({ roles.isOwn($0, source) }) {
                own = others.isEmpty ? found : others
            }
        }
        // "any attack will be met with force": to whom it is said stands elsewhere.
        if isMutual || pattern.flags.contains(.official) || pattern.target == [.context] { return own }
        let later = roles.afterwards(pattern.target, site, excluding: source)
        if !later.isEmpty { return later }
        if pattern.flags.contains(.own) { return own }
        if !own.isEmpty {
            // "reiterated his government's support for the talks in Juba": for whom, not whose.
            guard own.allSatisfy({ roles.isOwn($0, source) }), pattern.type.quad == .verbalCooperation else {
                return own
            }
            let others = roles.fallback(site, excluding: source + own, allowsThings: false)
                .filter { !roles.isOwn($0, source) }
            return others.isEmpty ? own : others
        }
        let allowsThings: Bool
        switch pattern.type {
        // "outlawed the death penalty": a law against things is no act against anybody.
        case .coerce: allowsThings = pattern.cameo != "172"
        case .accuse, .reject, .support, .sanction, .concede: allowsThings = true
        default: allowsThings = false
        }
        let isThingFree = allowsThings && !(site.objects.first.map { matched.contains($0) } ?? false)
        let found = roles.fallback(site, excluding: source, allowsThings: isThingFree)
        return found.isEmpty && pattern.type == .aid ? helped(by: site, source) : found
    }

    /// "gave 30 million dollars to help refugees in Uganda": whom the purpose of what is given names.
    private func helped(by site: RoleFinder.Site, _ source: [Party]) -> [Party] {
        for head in [site.trigger] + site.objects {
            for child in tree.children(of: head) where child > head && grammar.isVerbal(child) {
                switch tokens[child].relation {
                case .advcl, .acl, .xcomp: break
                default: continue
                }
                let purpose = RoleFinder.Site(trigger: child, verb: child, objects: grammar.objects(of: child))
                let found = roles.fallback(purpose, excluding: source, allowsThings: false)
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    /// "Officer killed in London court": headlines leave the auxiliary of the passive out.
    func isSuffered(_ verb: Int, _ objects: [Int]) -> Bool {
        let isShotDead = tokens[verb].lemma == "shoot" && verb + 1 < tokens.count && tokens[verb + 1].lemma == "dead"
        guard text.cues(verb).contains(.suffered) || isShotDead, objects.isEmpty, !grammar.isPassive(verb) else {
            return false
        }
        guard tokens[verb].tag == "VBD" || tokens[verb].tag == "VBN", tokens[verb].relation != .conj,
            tree.child(of: verb, .aux, .ccomp, .conj) == nil,
            isShotDead || tree.child(of: verb, .compoundParticle) == nil,
            let subject = tree.child(of: verb, .nsubj), subject < verb
        else { return false }
        return text.cues(subject).isDisjoint(with: [.munition, .thing])
    }

    /// "The missiles fired by the army struck a depot": those who fired what struck.
    private func firers(of verb: Int) -> [Party] {
        for subject in grammar.agents(of: verb) where text.cues(subject).contains(.munition) {
            for child in tree.children(of: subject) where tokens[child].relation == .acl && tokens[child].tag == "VBN" {
                let found = grammar.agents(of: child).flatMap { parties.parties(at: $0) }
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    /// "gave account data to Chile": what is given is not whom it is given to.
    private func isBareThing(_ party: Party) -> Bool {
        party.kind == .open && party.actor.country == nil && [nil, .business, .medical].contains(party.actor.sector)
            && text.cues(party.head).isDisjoint(with: [.people, .armed])
    }

    /// Whether those who would act are a subject that is neither a party nor an attack nor a weapon.
    func hasIdleSubject(_ verb: Int, _ board: ActBoard) -> Bool {
        // "mauled by a crocodile": of a passive it is what stands after "by".
        let subjects = grammar.isPassive(verb) ? grammar.agents(of: verb) : grammar.surfaceSubjects(of: verb)
        return subjects.contains { subject in
            guard tokens[subject].upos == .noun || tokens[subject].upos == .pron, board.acts[subject] == nil else {
                return false
            }
            return !text.isWeapon(subject) && !text.cues(subject).contains(.firstPerson)
        }
    }

    /// "We condemn …": the one who speaks; "says it has seized …": the one who says so.
    func speakerIfFirstPerson(_ verb: Int) -> [Party] {
        guard let subject = grammar.surfaceSubjects(of: verb).first, !grammar.isPassive(verb) else { return [] }
        if text.cues(subject).contains(.firstPerson) {
            return (speakers.speaker(of: verb) ?? speakers.voice).map { [$0] } ?? []
        }
        guard tokens[subject].upos == .pron, let reporter = speakers.reporter(above: verb) else { return [] }
        return Plausibility.standing(reporter.actor, reporter.kind) >= .political && reporter.kind == .actor
            ? [reporter] : []
    }

    /// Whether a phrase means nobody: "no group", "none of the rebels".
    func isNobody(_ head: Int) -> Bool {
        ["nobody", "none"].contains(tokens[head].lemma)
            || (tree.child(of: head, .det).map { tokens[$0].lemma == "no" } ?? false)
    }

    /// "claimed responsibility for the attack": the claimant is its source.
    func claim(_ verb: Int, _ board: inout ActBoard) {
        guard text.cues(verb).contains(.claiming) else { return }
        for object in grammar.objects(of: verb) where text.cues(object).contains(.claimedThing) {
            if grammar.surfaceSubjects(of: verb).contains(where: isNobody) { continue }
            let nouns = grammar.objects(of: "for", beside: object) + grammar.objects(of: "for", beside: verb)
            // "… for a bombing that killed nine" may be told by the verb.
            let told = nouns.compactMap { noun in
                board.acts[noun] != nil ? noun : board.acts.first { $0.value.noun == noun }?.key
            }
            guard let noun = told.first else { continue }
            board.acts[noun]?.source = grammar.agents(of: verb).flatMap { parties.parties(at: $0) }
            board.acts[noun]?.clause = verb
            board.acts[verb] = nil
        }
    }
}

extension EventType {
    /// Whether something is handed to the target, and what is handed over stands beside it.
    var isGift: Bool {
        switch self {
        case .aid, .cooperate, .agree, .concede, .retreat: true
        default: false
        }
    }
}
