// Words that take an act as their complement: "agreed to withdraw", "called for a ceasefire", "refused talks".
import EventModel
import Language

extension ActFinder {
    /// Lets an embedding word change the act that is its complement.
    func embed(_ trigger: Trigger, _ sentence: Int, _ board: inout ActBoard) {
        var bare: Int?
        let numbers: [Int]
        switch trigger.kind {
        case .verb: numbers = trigger.entry.embeddingVerbs
        case .noun: numbers = trigger.entry.embeddingNouns
        case .adjective: numbers = trigger.entry.embeddingAdjectives
        }
        guard !numbers.isEmpty, board.scores[trigger.token, default: 0] < 10 || board.acts[trigger.token] == nil else {
            return
        }
        if trigger.kind == .noun, let verb = tokens[trigger.token].head, tokens[trigger.token].relation == .obj,
            let whole = board.acts[verb], whole.noun == nil
        {
            // "signed an agreement to cut tariffs" is told by the verb, "reached a consensus to cut" by what is agreed.
            if whole.meaning.cameo == "057" { return }
            if whole.meaning.cameo == "030" { bare = verb }
        }
        let particle = matcher.particle(of: trigger.token)
        for number in numbers {
            let line = text.lexicon.embeddings[number]
            guard trigger.kind != .verb || matcher.fitsParticle(line.particle, particle, trigger.token) else {
                continue
            }
            // "called the president to congratulate him" asks nobody for anything.
            if line.group == .appeal, !line.target.contains(.object), isTransitive(trigger) { continue }
            let complements = self.complements(of: trigger, line, board)
            if !complements.isEmpty {
                for complement in complements { apply(line, trigger, complement, sentence, &board) }
                if let bare, let act = board.acts[trigger.token], act.trigger == trigger.token {
                    let whole = board.acts[bare]
                    if act.source.isEmpty || act.target.isEmpty {
                        board.acts[trigger.token]?.source = whole?.source ?? act.source
                        board.acts[trigger.token]?.target = whole?.target ?? act.target
                    }
                    board.acts[bare] = nil
                }
                return
            }
        }
        for number in numbers {
            let line = text.lexicon.embeddings[number]
            guard line.flags.contains(.bare), trigger.kind != .noun,
                board.acts[trigger.token].map({ $0.target.isEmpty }) ?? true,
                trigger.kind == .adjective || matcher.fitsParticle(line.particle, particle, trigger.token),
                !isBusy(trigger, line, board)
            else { continue }
            standAlone(line, trigger, sentence, &board)
            return
        }
    }

    /// Whether the word has a complement that the line does not ask for ("sought to end it"), or is a threat already.
    private func isBusy(_ trigger: Trigger, _ line: ActionEmbedding, _ board: ActBoard) -> Bool {
        if board.acts[trigger.token]?.meaning.flags.contains(.readiness) == true { return true }
        guard trigger.kind == .verb, !line.complements.contains("to") else { return false }
        return tree.children(of: trigger.token).contains { tokens[$0].relation == .xcomp && isInfinitive($0) }
    }

    private func isTransitive(_ trigger: Trigger) -> Bool {
        guard trigger.kind == .verb, !grammar.isPassive(trigger.token) else { return false }
        return tree.children(of: trigger.token).contains { child in
            tokens[child].relation == .obj && (text.actor(at: child) != nil || text.actor(covering: child) != nil)
        }
    }

    /// The acts in the places where the line looks for its complement.
    private func complements(of trigger: Trigger, _ line: ActionEmbedding, _ board: ActBoard) -> [Int] {
        for place in line.complements {
            let heads = self.heads(place, trigger)
            var found: [Int] = []
            for head in heads {
                for token in joined(head) where board.acts[token] != nil && token != trigger.token {
                    found.append(token)
                }
                if found.isEmpty, text.cues(head).contains(.quantity) {
                    found += grammar.objects(of: "of", beside: head).filter { board.acts[$0] != nil }
                }
                if found.isEmpty, let verb = board.carriers.first(where: { $0.key == head })?.value,
                    board.acts[verb] != nil
                {
                    found.append(verb)
                }
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    private func heads(_ place: String, _ trigger: Trigger) -> [Int] {
        let word = trigger.token
        switch place {
        case "to", "ing", "that":
            let own = tree.children(of: word).filter { child in
                guard grammar.isVerbal(child) || tree.child(of: child, .cop) != nil else { return false }
                switch tokens[child].relation {
                case .xcomp:
                    // "sought to invade" asks for nothing, "suggested meeting" does.
                    return place == "to" || place == "ing" && !isInfinitive(child)
                case .ccomp: return place != "ing" || tokens[child].tag == "VBG"
                case .acl: return trigger.kind == .noun && place != "ing" && tokens[child].tag != "VBG"
                case .advcl:
                    return place == "to" && trigger.kind == .adjective
                        || place == "to" && tree.child(of: child, .mark).map { tokens[$0].lemma == "to" } ?? false
                            && tree.child(of: word, .xcomp, .ccomp) == nil
                default: return false
                }
            }
            return own.isEmpty && place == "to" ? infinitives(besides: trigger) : own
        case "obj":
            return trigger.kind == .verb ? grammar.objects(of: word).filter { !grammar.isVerbal($0) } : []
        default:
            return grammar.objects(of: place, beside: word)
        }
    }

    private func isInfinitive(_ verb: Int) -> Bool {
        tree.child(of: verb, .mark).map { tokens[$0].lemma == "to" } ?? false
    }

    /// "renewed an appeal to Iran to free them": the infinitive that the parser ties to the verb and not to its object.
    private func infinitives(besides trigger: Trigger) -> [Int] {
        guard trigger.kind == .noun, tokens[trigger.token].relation == .obj, let verb = tokens[trigger.token].head,
            text.lexicon.entry(text.numbers[verb])?.light.isEmpty == false
        else { return [] }
        return tree.children(of: verb).filter { child in
            switch tokens[child].relation {
            case .advcl, .xcomp: child > trigger.token && isInfinitive(child)
            default: false
            }
        }
    }

    private func joined(_ head: Int) -> [Int] {
        [head]
            + tree.children(of: head).filter { child in
                tokens[child].relation == .conj
                    && (!grammar.isVerbal(child) || tree.child(of: child, .nsubj, .nsubjPassive) == nil)
            }
    }

    private func apply(
        _ line: ActionEmbedding,
        _ trigger: Trigger,
        _ complement: Int,
        _ sentence: Int,
        _ board: inout ActBoard
    ) {
        guard var act = board.acts[complement] else { return }
        let word = trigger.token
        let doers = self.doers(of: trigger)
        switch line.group {
        case .deny:
            board.acts[complement] = nil
        case .pass where isUnused(trigger):
            board.acts[complement]?.modality = .hypothetical
        case .pass, .plan, .fail:
            act.origins.append(.embedding(line.number))
            if act.source.isEmpty { act.source = doers }
            if line.group == .plan { act.modality = .planned }
            if line.group == .fail {
                act.modality = .negated
                // "failed to renew the embargo": it ends.
                if act.meaning.cameo.hasPrefix("163"), let shift = text.lexicon.shift(act.meaning.cameo, by: .stop) {
                    become(shift, &act)
                    // "failed to reach agreement": what both sides were to agree on is refused.
                } else if act.meaning.cameo == "057" || act.meaning.type == .agree,
                    let shift = text.lexicon.shift(act.meaning.cameo, by: .refuse)
                {
                    become(shift, &act)
                    shareBetween(&act, [.mutual])
                }
            }
            if trigger.kind == .verb { act.clause = word }
            board.acts[complement] = act
        case .threaten where isForeboding(trigger, act, doers):
            board.acts[complement] = nil
        case .intend where act.noun == complement && act.meaning.type.quad == .verbalConflict:
            break  // who "offered criticism" has criticized
        case .appeal, .demand, .intend, .threaten, .refuse, .stop, .permit, .accuse:
            shift(&act, line, trigger, complement, doers)
            guard act.trigger == word else { return }
            board.refer(complement)
            let isNew = board.acts[word] == nil || board.scores[word, default: 0] < 10
            if isNew { board.acts[word] = act }
            board.scores[word] = 10
        }
    }

    /// "tanks used to fight the invaders": what things are for is not told to have been done.
    private func isUnused(_ trigger: Trigger) -> Bool {
        trigger.kind == .verb && ["use", "employ"].contains(tokens[trigger.token].lemma)
            && tokens[trigger.token].relation == .acl && grammar.agents(of: trigger.token).isEmpty
    }

    /// "warned that Russia could attack": what others may do is feared, not threatened.
    private func isForeboding(_ trigger: Trigger, _ act: Act, _ doers: [Party]) -> Bool {
        guard tokens[trigger.token].lemma.hasPrefix("warn"), !doers.isEmpty, !act.source.isEmpty else { return false }
        return !act.source.contains { party in doers.contains { $0.actor.id == party.actor.id } }
    }

    private func shift(
        _ act: inout Act,
        _ line: ActionEmbedding,
        _ trigger: Trigger,
        _ complement: Int,
        _ doers: [Party]
    ) {
        let word = trigger.token
        guard let shift = text.lexicon.shift(act.meaning.cameo, by: line.group) else { return }
        let inner = act
        act.trigger = word
        act.clause = grammar.clause(of: word)
        act.words = abs(complement - word) < 8 ? min(word, complement)..<(max(word, complement) + 1) : word..<(word + 1)
        act.meaning.cameo = shift.cameo
        act.meaning.mode = nil
        act.meaning.flags = line.flags.union([.strict])
        act.modality = .actual
        act.origins += [.embedding(line.number), .shift(shift.number)]
        act.noun = nil
        act.isDefinite = false
        act.source = doers
        let verb = trigger.kind == .verb ? word : nil
        let site = RoleFinder.Site(trigger: word, verb: verb, objects: verb.map { grammar.objects(of: $0) } ?? [])
        act.target = []
        for slot in line.target where act.target.isEmpty {
            switch slot {
            case .complement: act.target = inner.target
            case .complementSubject: act.target = inner.source
            case .object:
                let indirect = verb.flatMap { tree.child(of: $0, .iobj) }.map { parties.parties(at: $0) } ?? []
                act.target =
                    indirect.isEmpty
                    ? site.objects.filter { $0 != complement }.flatMap { parties.parties(at: $0) } : indirect
            case .preposition:
                act.target = roles.fill([slot], RoleFinder.Site(trigger: word, verb: verb, objects: []))
            default: act.target = roles.fill([slot], site)
            }
            act.target.removeAll { party in doers.contains { $0.actor.id == party.actor.id } }
        }
        if act.target.isEmpty { act.target = roles.afterwards(line.target, site, excluding: doers) }
        if act.target.isEmpty, line.group == .intend { shareBetween(&act, [.mutual]) }
        if act.target.isEmpty { act.target = bareTarget(trigger, act) }
    }

    private func doers(of trigger: Trigger) -> [Party] {
        let word = trigger.token
        switch trigger.kind {
        case .verb:
            // "The guard accused of spying stood trial": a passive that the parser takes for the active.
            if isSuffered(word, grammar.objects(of: word)) {
                return grammar.objects(of: "by", beside: word).flatMap { parties.parties(at: $0) }
            }
            let found = grammar.agents(of: word).flatMap { subjects(at: $0) }
            if !found.isEmpty { return found }
            let speaker = speakerIfFirstPerson(word)
            return speaker.isEmpty ? nearbyAgents(of: word) : speaker
        case .adjective:
            for child in tree.children(of: word)
            where tokens[child].relation == .nsubj || tokens[child].relation == .nsubjPassive {
                let found = parties.parties(at: child)
                if !found.isEmpty { return found }
                if text.cues(child).contains(.firstPerson) {
                    return (speakers.speaker(of: word) ?? speakers.voice).map { [$0] } ?? []
                }
            }
            return grammar.surfaceSubjects(of: word).flatMap { parties.parties(at: $0) }
        case .noun:
            if let verb = tokens[word].head, grammar.isVerbal(verb),
                let light = text.lexicon.entry(text.numbers[verb])?.light, !light.isEmpty, tokens[word].relation == .obj
            {
                let found = grammar.agents(of: verb).flatMap { parties.parties(at: $0) }
                if !found.isEmpty { return found }
                let nearby = nearbyAgents(of: verb)  // "Norway last week announced a suspension of aid"
                if !nearby.isEmpty { return nearby }
            }
            return roles.fill(
                [.preposition("by"), .possessor, .modifier, .preposition("from")],
                RoleFinder.Site(trigger: word, verb: nil, objects: [])
            )
        }
    }

    private func standAlone(
        _ line: ActionEmbedding,
        _ trigger: Trigger,
        _ sentence: Int,
        _ board: inout ActBoard
    ) {
        guard let shift = text.lexicon.shift(nil, by: line.group) else { return }
        let word = trigger.token
        var act = Act(
            trigger: word,
            words: word..<(word + 1),
            clause: grammar.clause(of: word),
            meaning: ActMeaning(
                cameo: shift.cameo,
                type: .request,
                mode: nil,
                flags: line.flags.union([.strict, .object])
            ),
            origins: [.embedding(line.number), .shift(shift.number)],
            sentence: sentence
        )
        act.source = doers(of: trigger)
        let site = RoleFinder.Site(trigger: word, verb: word, objects: grammar.objects(of: word))
        act.target = roles.fill(line.target, site, excluding: act.source)
        if act.target.isEmpty || line.target.first == .complement { act.target = bareTarget(trigger, act) }
        if act.target.isEmpty {
            let objects = ["to", "on", "for"].flatMap { grammar.objects(of: $0, beside: word) }
            act.target = roles.fallback(
                RoleFinder.Site(trigger: word, verb: word, objects: site.objects + objects),
                excluding: act.source,
                allowsThings: line.group == .refuse
            )
        }
        if act.target.isEmpty, line.group == .intend { shareBetween(&act, [.mutual]) }
        board.acts[word] = act
    }

    /// Whom a complement that is no act of the lexicon is about: "agreed to set up a station in …".
    private func bareTarget(_ trigger: Trigger, _ act: Act) -> [Party] {
        let complements = tree.children(of: trigger.token).filter { child in
            switch tokens[child].relation {
            case .xcomp, .ccomp: grammar.isVerbal(child)
            case .advcl: grammar.isVerbal(child) && (trigger.kind == .adjective || isInfinitive(child))
            default: false
            }
        }
        for verb in complements {
            let subjects = tree.children(of: verb).filter { tokens[$0].relation == .nsubj }
            let asked = subjects.flatMap { parties.parties(at: $0) }
                .filter { party in !act.source.contains { $0.actor.id == party.actor.id } }
            if !asked.isEmpty { return asked }
            let site = RoleFinder.Site(trigger: verb, verb: verb, objects: grammar.objects(of: verb))
            let found = roles.fallback(site, excluding: act.source, allowsThings: false)
            if !found.isEmpty { return found }
        }
        return []
    }
}
