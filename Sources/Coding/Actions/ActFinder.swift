// From the triggers of a sentence to its acts: verbs, nouns, light verbs, and words that take acts as complements.
import EventModel
import Language

/// Finds the acts of one sentence at a time.
struct ActFinder: Sendable {
    let text: CodedText
    let parties: PartyFinder
    let roles: RoleFinder
    let matcher: PatternMatcher
    let moods: ModalityReader
    let speakers: SpeakerFinder

    init(text: CodedText, states: ActorLexicon, passages: [SpokenPassage]) {
        self.text = text
        parties = PartyFinder(text: text, states: states)
        roles = RoleFinder(text: text, parties: parties)
        matcher = PatternMatcher(text: text)
        moods = ModalityReader(text: text)
        speakers = SpeakerFinder(text: text, parties: parties, passages: passages)
    }

    var tree: ParseTree { text.tree }
    var tokens: [Token] { text.tokens }
    var grammar: Grammar { text.grammar }

    /// The acts of a sentence, in the order of their triggers, modality read, nothing yet judged.
    func acts(in sentence: Int) -> [Act] {
        let triggers = triggers(in: sentence)
        guard !triggers.isEmpty else { return [] }
        var board = ActBoard()
        for trigger in triggers where trigger.kind == .noun { readNoun(trigger, sentence, &board) }
        for trigger in triggers where trigger.kind == .verb { readVerb(trigger, sentence, &board) }
        for trigger in triggers where trigger.kind == .verb { claim(trigger.token, &board) }
        for (verb, noun) in board.carriers.sorted(by: { $0.key < $1.key }) { lift(noun, by: verb, &board) }
        for trigger in triggers.sorted(by: { (depth($0.token), $0.token) > (depth($1.token), $1.token) }) {
            embed(trigger, sentence, &board)
        }
        ask(in: sentence, &board)
        board.dropInner(tree)
        var acts = (board.acts.values + board.references).sorted {
            ($0.trigger, $0.words.lowerBound) < ($1.trigger, $1.words.lowerBound)
        }
        for index in acts.indices { finish(&acts[index]) }
        return acts
    }

    // MARK: Triggers

    /// A token that the action lexicon knows.
    struct Trigger {
        enum Kind { case verb, noun, adjective }
        var token: Int
        var entry: ActionLexicon.Entry
        var kind: Kind
    }

    private func triggers(in sentence: Int) -> [Trigger] {
        var found: [Trigger] = []
        for token in text.document.sentences[sentence].tokens {
            guard let entry = text.lexicon.entry(text.numbers[token]) else { continue }
            guard text.actor(covering: token).map({ $0.form == .pronoun || $0.form == .common }) ?? true else {
                continue
            }
            switch tokens[token].upos {
            case .verb:
                if tokens[token].relation == .amod || tokens[token].relation == .compound { continue }
                if isCompound(token) { continue }
                found.append(Trigger(token: token, entry: entry, kind: .verb))
            case .noun: found.append(Trigger(token: token, entry: entry, kind: .noun))
            case .adj where isCompound(token): continue
            case .adj: found.append(Trigger(token: token, entry: entry, kind: .adjective))
            default: continue
            }
        }
        return found
    }

    /// Whether a participle is the end of "Iranian-backed", which tells of no act.
    private func isCompound(_ token: Int) -> Bool {
        // "test-fired" is a word of the lexicon itself.
        if text.numbers[token] != text.lexicon.number(ofLemma: tokens[token].lemma) { return false }
        if token + 1 < tokens.count, tokens[token + 1].lemma == "-",
            tokens[token + 1].bytes.lowerBound == tokens[token].bytes.upperBound
        {
            return true
        }
        guard token > 0, tokens[token - 1].lemma == "-" || tokens[token - 1].tag == "HYPH" else { return false }
        return tokens[token - 1].bytes.upperBound == tokens[token].bytes.lowerBound
    }

    private func depth(_ token: Int) -> Int {
        var depth = 0
        var current = token
        while let head = tokens[current].head, depth < 64 {
            current = head
            depth += 1
        }
        return depth
    }

    // MARK: Nouns

    private func readNoun(_ trigger: Trigger, _ sentence: Int, _ board: inout ActBoard) {
        let word = trigger.token
        var noun = word
        if tokens[word].relation == .compound {
            // "a mediation effort": the compound tells the act, its head carries the frames.
            guard let head = tokens[word].head, text.cues(head).contains(.carrierNoun) else { return }
            noun = head
        }
        guard !isFigurative(word), let match = matcher.noun(word, entry: trigger.entry) else { return }
        let pattern = match.pattern
        let site = RoleFinder.Site(trigger: noun, verb: nil, objects: [])
        var act = self.act(match, trigger: noun, sentence)
        act.noun = noun
        act.clause = grammar.clause(of: noun)
        act.target = roles.fill(pattern.target, site)
        if act.target.isEmpty { act.target = protected(from: noun) }
        act.source = roles.fill(pattern.source, site, excluding: act.target)
        shareBetween(&act, pattern.target)
        if match.matched.contains(where: { $0 < noun }) {
            act.words = min(word, match.matched.min() ?? noun)..<(noun + 1)
            if act.words.count > 5 { act.words = noun..<(noun + 1) }
        }
        act.isDefinite = isDefinite(noun)
        board.acts[noun] = act
        if let carrier = carrier(of: noun) { board.carriers[carrier] = noun }
    }

    /// "defended its people from attacks": who is protected is whom the act is aimed at.
    private func protected(from noun: Int) -> [Party] {
        guard tokens[noun].relation == .obl, let verb = tokens[noun].head, text.cues(verb).contains(.protecting) else {
            return []
        }
        return grammar.objects(of: verb).flatMap { parties.parties(at: $0) }
    }

    /// The light verb that carries a noun: "launched an attack", "an attack carried out by".
    private func carrier(of noun: Int) -> Int? {
        func isLight(_ verb: Int) -> Bool {
            guard grammar.isVerbal(verb), let light = text.lexicon.entry(text.numbers[verb])?.light else {
                return false
            }
            return light.contains { matcher.fitsParticle($0.isEmpty ? nil : $0, matcher.particle(of: verb), verb) }
        }
        var noun = noun
        // "carried out a series of strikes", "strikes and raids"
        if let head = tokens[noun].head {
            if tokens[noun].relation == .nmod, grammar.preposition(of: noun) == "of",
                text.cues(head).contains(.quantity)
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
                if grammar.preposition(of: noun) == "in", isLight(verb), tree.child(of: verb, .obj) == nil {
                    return verb
                }
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

    private func lift(_ noun: Int, by verb: Int, _ board: inout ActBoard) {
        guard var act = board.acts[noun], act.meaning.flags.contains(.light) else { return }
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

    private func isFigurative(_ noun: Int) -> Bool {
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
    private func isHardModifier(_ token: Int) -> Bool {
        tokens[token].head.map { head in
            text.lexicon.entry(text.numbers[head])?.nouns.contains { number in
                text.lexicon.patterns[number].terms.contains { $0.contains(text.numbers[token]) && !$0.members.isEmpty }
            } ?? false
        } ?? false
    }

    // MARK: Verbs

    private func readVerb(_ trigger: Trigger, _ sentence: Int, _ board: inout ActBoard) {
        let verb = trigger.token
        guard let match = matcher.verb(verb, entry: trigger.entry, mood: moods.mood(of: verb)) else { return }
        let pattern = match.pattern
        if text.cues(verb).contains(.aiming), let head = tokens[verb].head, tokens[verb].relation == .acl,
            tokens[verb].tag == "VBG", board.acts[head]?.meaning.type == .assault
        {
            return  // "strikes targeting facilities" is one act, and the noun's
        }
        let objects = grammar.objects(of: verb)
        if match.score < 9, objects.contains(where: { board.carriers[verb] == $0 }) { return }
        if pattern.flags.contains(.war), objects.contains(where: { text.cues($0).contains(.figurativeTarget) }) {
            return
        }
        let site = RoleFinder.Site(trigger: verb, verb: verb, objects: objects)
        var act = self.act(match, trigger: verb, sentence)
        if pattern.source.isEmpty {
            act.source = grammar.agents(of: verb).flatMap { head in
                board.acts[head].map(\.source) ?? sourceParties(at: head, &act)
            }
            if act.source.isEmpty { act.source = speakerIfFirstPerson(verb) }
            if act.source.isEmpty { act.source = nearbyAgents(of: verb) }
        } else {
            if pattern.source.contains(.speaker) { act.source = speakers.speaker(of: verb).map { [$0] } ?? [] }
            if act.source.isEmpty { act.source = roles.fill(pattern.source, site) }
        }
        if act.source.isEmpty { act.hasIdleSubject = hasIdleSubject(verb, board) }
        act.target = targetParties(pattern, site, act.source, board, matched: match.matched)
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
            if let noun = board.acts[token], noun.noun == token { board.refer(token) }
        }
    }

    /// A line for the same words by which weapons are only shown.
    private func display(_ match: PatternMatcher.Match) -> ActionPattern? {
        guard match.pattern.type == .assault else { return nil }
        return match.rejected.map { text.lexicon.patterns[$0] }.first { $0.flags.contains(.display) }
    }

    /// The parties at the head of a subject; an event noun stands for those who did it.
    private func sourceParties(at head: Int, _ act: inout Act) -> [Party] {
        parties.parties(at: head).filter { party in
            party.kind != .open || !isThing(party.head)
        }
    }

    /// Where the parser shows no subject: the actor before an active verb, or after the "by" of a passive.
    func nearbyAgents(of verb: Int) -> [Party] {
        if grammar.isPassive(verb) {
            for token in (verb + 1)..<max(min(verb + 12, tokens.count), verb + 1) {
                if tokens[token].upos == .verb { return [] }
                if tokens[token].lemma == "by", let mention = text.actor(after: token, reach: 6) {
                    return parties.party(of: mention).map { [$0] } ?? []
                }
            }
            return []
        }
        switch tokens[verb].tag {
        case "VBD", "VBZ", "VBP", "VBN": break
        default: return []
        }
        let subjects = grammar.surfaceSubjects(of: verb)
        let isUntrusted = subjects.allSatisfy { subject in
            text.isDateline(subject) || text.cues(subject).contains(.time) || tokens[subject].upos == .propn
        }
        guard isUntrusted, let mention = text.actor(before: verb) else { return [] }
        return parties.parties(at: mention.head)
    }

    private func isThing(_ token: Int) -> Bool {
        let cues = text.cues(token)
        return cues.contains(.thing) && cues.isDisjoint(with: [.people, .armed, .body])
    }

    private func targetParties(
        _ pattern: ActionPattern,
        _ site: RoleFinder.Site,
        _ source: [Party],
        _ board: ActBoard,
        matched: [Int]
    ) -> [Party] {
        for slot in pattern.target {
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
            if slot == .object, pattern.flags.contains(.official) {
                // One receives a president, not a president's letter.
                let heads = site.objects.flatMap { grammar.coordinated($0) }
                found.removeAll { party in !heads.contains { text.actor(at: party.head)?.tokens.contains($0) ?? false }
                }
            }
            if !found.isEmpty { return found }
        }
        if pattern.flags.contains(.official) { return [] }
        if pattern.target.contains(.mutual), source.count >= 2 { return [] }
        let later = roles.afterwards(pattern.target, site, excluding: source)
        if !later.isEmpty { return later }
        if pattern.flags.contains(.own) { return [] }
        let allowsThings: Bool
        switch pattern.type {
        case .accuse, .reject, .support, .coerce, .sanction, .concede: allowsThings = true
        default: allowsThings = false
        }
        let isThingFree = allowsThings && !(site.objects.first.map { matched.contains($0) } ?? false)
        return roles.fallback(site, excluding: source, allowsThings: isThingFree)
    }

    /// Whether an active verb has a subject that is neither a party nor an attack nor a weapon.
    private func hasIdleSubject(_ verb: Int, _ board: ActBoard) -> Bool {
        guard !grammar.isPassive(verb) else { return false }
        return grammar.surfaceSubjects(of: verb).contains { subject in
            guard tokens[subject].upos == .noun || tokens[subject].upos == .pron, board.acts[subject] == nil else {
                return false
            }
            return text.cues(subject).isDisjoint(with: [.munition, .firstPerson])
        }
    }

    /// "The attack wounded three", "were injured in an attack": the verb and the noun tell one act.
    private func mergeNounParts(_ act: inout Act, _ objects: [Int], _ board: inout ActBoard) {
        guard act.meaning.type == .assault else { return }
        let verb = act.trigger
        var nouns: [Int] = []
        for child in tree.children(of: verb) {
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
        guard let noun = nouns.first(where: { board.acts[$0]?.meaning.type == .assault }), let event = board.acts[noun]
        else {
            return
        }
        let isVictimOnly = act.meaning.flags.contains(.victim) || act.meaning.cameo == "190"
        if isVictimOnly || event.meaning.cameo != "190" {
            let flags = act.meaning.flags.union(event.meaning.flags)
            act.meaning = event.meaning.cameo == "190" ? act.meaning : event.meaning
            act.meaning.flags = flags
        }
        if act.source.isEmpty { act.source = event.source }
        for party in event.target
        where !act.target.contains(where: { $0.actor.id == party.actor.id }) && party.kind != .place {
            act.target.append(party)
        }
        if act.target.isEmpty { act.target = event.target }
        act.origins += event.origins
        act.noun = noun
        act.isDefinite = event.isDefinite && event.source.isEmpty
        act.others.append(noun)
        board.acts[noun] = nil
        board.carriers = board.carriers.filter { $0.value != noun }
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

    /// "claimed responsibility for the attack": the claimant is its source.
    private func claim(_ verb: Int, _ board: inout ActBoard) {
        guard text.cues(verb).contains(.claiming) else { return }
        for object in grammar.objects(of: verb) where text.cues(object).contains(.claimedThing) {
            let nouns = grammar.objects(of: "for", beside: object) + grammar.objects(of: "for", beside: verb)
            guard let noun = nouns.first(where: { board.acts[$0] != nil }) else { continue }
            board.acts[noun]?.source = grammar.agents(of: verb).flatMap { parties.parties(at: $0) }
            board.acts[noun]?.clause = verb
            board.acts[verb] = nil
        }
    }

    // MARK: What both share

    private func act(_ match: PatternMatcher.Match, trigger: Int, _ sentence: Int) -> Act {
        let pattern = match.pattern
        var act = Act(
            trigger: trigger,
            words: trigger..<(trigger + 1),
            clause: trigger,
            meaning: ActMeaning(
                cameo: pattern.cameo,
                type: pattern.type,
                mode: pattern.mode,
                weapon: pattern.weapon.map { [$0] } ?? [],
                flags: pattern.flags
            ),
            origins: [.pattern(pattern.number)],
            sentence: sentence
        )
        act.notes = match.rejected.prefix(5).map { "passed over: \(text.lexicon.patterns[$0].origin)" }
        return act
    }

    /// "A and B met", "talks between A and B": the first is the source, the rest the target.
    func shareBetween(_ act: inout Act, _ slots: [ActionSlot]) {
        guard slots.contains(.mutual) || slots.contains(.preposition("between")) else { return }
        if act.target.isEmpty, act.source.count >= 2 {
            act.target = Array(act.source.dropFirst())
            act.source = [act.source[0]]
        } else if act.source.isEmpty, act.target.count >= 2 {
            act.source = [act.target[0]]
            act.target = Array(act.target.dropFirst())
        }
    }

    private func finish(_ act: inout Act) {
        act.isQuoted = speakers.isQuoted(act.trigger)
        act.speaker = speakers.speaker(of: act.clause)
        if act.source.isEmpty, act.meaning.flags.contains(.speech), act.noun == nil, let speaker = act.speaker,
            act.isQuoted
        {
            act.source = [speaker]
        }
        var mood = moods.context(of: act.clause)
        if let noun = act.noun {
            let doubt = moods.isDoubtful(noun: noun)
            if doubt.doubtful { mood.isDoubtful = true }
            if doubt.negated { mood.isNegated = true }
        }
        if isBareInfinitive(act) { mood.isPurpose = true }
        if act.meaning.flags.contains(.not) { mood.isNegated = false }
        if act.meaning.flags.contains(.readiness) || act.meaning.flags.contains(.future) {
            mood.isFuture = false
        }
        let before = act.meaning.cameo
        if mood.isNegated || mood.isDoubtful { turn(&act, negated: mood.isNegated, future: mood.isFuture) }
        if act.meaning.cameo != before {
            act.modality = .actual
        } else if mood.isNegated || act.modality == .negated {
            act.modality = .negated
        } else if mood.isDoubtful || mood.isPurpose {
            act.modality = .hypothetical
        } else if mood.isFuture {
            act.modality = .planned
        } else if mood.isClaimed, act.modality == .actual {
            act.modality = .claimed
        }
        act.isAggregate = isAggregate(act)
    }

    /// "to cease the attacks": an infinitive that no embedding word has taken over is not told to have happened.
    private func isBareInfinitive(_ act: Act) -> Bool {
        let isEmbedded = act.origins.contains { if case .embedding = $0 { true } else { false } }
        guard !isEmbedded, tokens[act.clause].tag == "VB" else { return false }
        return tree.children(of: act.clause).contains { tokens[$0].lemma == "to" && tokens[$0].relation == .mark }
    }

    private func isAggregate(_ act: Act) -> Bool {
        var sites = [act.trigger] + (act.noun.map { [$0] } ?? []) + act.others
        // "retaliated several times by striking": the count stands with the verb above.
        if tokens[act.clause].relation == .advcl, tokens[act.clause].tag == "VBG", let head = tokens[act.clause].head {
            sites.append(head)
        }
        for token in sites {
            for child in tree.children(of: token) {
                switch tokens[child].relation {
                case .amod, .advmod:
                    if text.cues(child).contains(.aggregateAdjective) { return true }
                case .obl, .oblTemporal, .oblUnmarked, .nummod:
                    if tokens[child].lemma == "time" { return true }
                default: continue
                }
            }
            if tokens[token].relation == .nmod, let head = tokens[token].head, text.cues(head).contains(.aggregateNoun)
            {
                return true
            }
        }
        return false
    }
}
