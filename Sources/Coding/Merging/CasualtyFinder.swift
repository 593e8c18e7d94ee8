// Which verbs only tell the toll or the aim of another act of their sentence.
import EventModel
import Language

/// Finds acts that are part of another: "bombed Gaza, killing 12 people", "strikes in Iraq targeting militias".
struct CasualtyFinder: Sendable {
    let text: CodedText
    let acts: ActList

    private static let reach = 3

    /// By the index of an act that only tells a toll or an aim, the index of the act that it belongs to.
    func causes() -> [Int: Int] {
        var causes = aims()
        for index in acts.indices where causes[index] == nil {
            if let toll = means(index), causes[toll] == nil { causes[index] = toll }
        }
        for (toll, use) in bearers() where causes[toll] == nil { causes[toll] = use }
        for index in acts.indices where causes[index] == nil && isToll(acts[index]) {
            let told = cause(of: index) ?? occasion(of: index) ?? stray(index)
            guard let cause = told ?? blow(before: index) ?? sequel(of: index), causes[cause] != index
            else { continue }
            causes[index] = cause
        }
        for index in acts.indices where causes[index] == nil {
            if let twin = twin(of: index), causes[twin] != index { causes[index] = twin }
        }
        return causes
    }

    /// "One was killed and a shop destroyed by a strike": one blow told by two verbs.
    private func twin(of index: Int) -> Int? {
        let act = acts[index]
        guard act.meaning.type == .assault, isReal(act), act.noun == nil, text.grammar.isPassive(act.trigger),
            act.target.allSatisfy({ $0.kind == .open && $0.actor.country == nil })
        else { return nil }
        let agents = text.grammar.agents(of: act.trigger)
        return acts.indices(ofSentence: act.sentence).first { other in
            guard other != index, acts[other].meaning.type == .assault, isReal(acts[other]), let noun = acts[other].noun
            else { return false }
            return agents.contains(noun)
        }
    }

    /// By the index of a participle that tells what a noun of force was aimed at, the index of that noun's act.
    func aims() -> [Int: Int] {
        var aims: [Int: Int] = [:]
        for index in acts.indices {
            let act = acts[index]
            guard act.meaning.type == .assault, isReal(act), text.tokens[act.trigger].tag == "VBG",
                text.tokens[act.trigger].relation == .acl || text.tokens[act.trigger].relation == .advcl,
                text.cues(act.trigger).contains(.aiming), let whole = whole(above: act.trigger, index)
            else { continue }
            aims[index] = whole
        }
        return aims
    }

    /// By the index of a toll that the parser hung on the report behind it, that of the attack before it.
    ///
    /// "attacked a base, killing three and wounding nine, the army said": the army has killed nobody.
    func strays() -> [Int: Int] {
        var strays: [Int: Int] = [:]
        for index in acts.indices where isToll(acts[index]) {
            let act = acts[index]
            guard !act.source.isEmpty, act.source.allSatisfy({ $0.head > act.trigger }) else { continue }
            strays[index] = attack(before: index)
        }
        return strays
    }

    private func stray(_ index: Int) -> Int? {
        guard let attack = attack(before: index), isTollOf(acts[attack], acts[index], isJoined: false) else {
            return nil
        }
        return attack
    }

    /// The attack that a participle behind a comma goes on with.
    private func attack(before index: Int) -> Int? {
        let act = acts[index]
        guard text.tokens[act.trigger].tag == "VBG", act.trigger > 0,
            [",", "and"].contains(text.tokens[act.trigger - 1].lemma)
        else { return nil }
        return acts.indices(ofSentence: act.sentence).last { other in
            let attack = acts[other]
            return attack.trigger < act.trigger && attack.meaning.type == .assault && isReal(attack) && !isToll(attack)
                && !attack.source.isEmpty
        }
    }

    /// By the index of an act that tells the toll of a weapon, that of the act by which the weapon was used.
    ///
    /// "A car bomb planted by the ELN killed 20 cadets": the subject is no doer, but the participle names one.
    func bearers() -> [Int: Int] {
        var bearers: [Int: Int] = [:]
        for index in acts.indices where isToll(acts[index]) {
            let act = acts[index]
            bearers[index] = acts.indices(ofSentence: act.sentence).last { other in
                let use = acts[other]
                guard other != index, use.noun == nil, !use.source.isEmpty, use.trigger > 0,
                    (1...10).contains(act.trigger - use.trigger), text.tokens[use.trigger].tag == "VBN",
                    text.tokens[use.trigger + 1].lemma == "by", text.isWeapon(use.trigger - 1)
                else { return false }
                return !(use.trigger + 1..<act.trigger).contains { token in
                    text.tokens[token].upos == .punct || text.tokens[token].upos == .cconj
                        || text.grammar.isVerbal(token)
                }
            }
        }
        return bearers
    }

    /// The act of force whose noun stands above a participle, directly or by way of the place it is said of.
    private func whole(above participle: Int, _ index: Int) -> Int? {
        var current = participle
        for _ in 0..<Self.reach {
            guard let head = text.tokens[current].head else { return nil }
            let found = acts.indices(ofSentence: acts[index].sentence).first { other in
                // Of "carried out air strikes" the noun may be part of the words only.
                other != index && acts[other].meaning.type == .assault && isReal(acts[other])
                    && text.tokens[head].upos == .noun
                    && (isTold(acts[other], at: head) || acts[other].words.contains(head))
            }
            if let found { return found }
            guard text.isScene(head) else { return nil }
            current = head
        }
        return nil
    }

    private func isToll(_ act: Act) -> Bool {
        act.meaning.type == .assault && act.meaning.flags.contains(.victim) && act.noun == nil && isReal(act)
    }

    private func isReal(_ act: Act) -> Bool {
        !act.isReference && (act.modality == .actual || act.modality == .claimed)
    }

    /// The act of force that the verb hangs on as a participle, a relative clause or a further predicate.
    private func cause(of index: Int) -> Int? {
        let act = acts[index]
        var current = act.clause
        var isJoined = false
        for _ in 0..<Self.reach {
            switch text.tokens[current].relation {
            case .advcl, .acl, .aclRelative, .xcomp: break
            // What has a subject of its own is told beside and not of it.
            case .parataxis, .dep: if text.tree.child(of: current, .nsubj, .nsubjPassive) != nil { return nil }
            case .conj: isJoined = true
            default: return nil
            }
            guard let head = text.grammar.reported(above: current) ?? text.tokens[current].head else { return nil }
            let others = acts.indices(ofSentence: act.sentence)
            if let cause = others.first(where: { $0 != index && isTold(acts[$0], at: head) }) {
                return isTollOf(acts[cause], act, isJoined: isJoined) ? cause : nil
            }
            // "a bombing by the Taliban that killed nine": parsers hang the clause on who did it.
            if let cause = others.first(where: { other in
                other != index && acts[other].noun != nil && acts[other].trigger < head
                    && head - acts[other].trigger <= 8
                    && acts[other].source.contains { $0.head == head }
            }) {
                return isTollOf(acts[cause], act, isJoined: isJoined) ? cause : nil
            }
            current = head
        }
        return nil
    }

    /// "Two were killed and four hurt when a drone struck a bus": the clause behind tells what did it.
    private func occasion(of index: Int) -> Int? {
        let act = acts[index]
        guard act.source.isEmpty else { return nil }
        var clauses = [act.clause]
        clauses += text.tree.children(of: act.clause).filter { text.tokens[$0].relation == .conj }
        if text.tokens[act.clause].relation == .conj, let head = text.tokens[act.clause].head { clauses.append(head) }
        let told = clauses.flatMap { text.tree.children(of: $0) }.filter { clause in
            text.tokens[clause].relation == .advcl
                && text.tree.children(of: clause).contains { word in
                    word < clause && ["when", "as", "after"].contains(text.tokens[word].lemma)
                }
        }
        return acts.indices(ofSentence: act.sentence).first { other in
            other != index && told.contains { isTold(acts[other], at: $0) }
                && isTollOf(acts[other], act, isJoined: false)
        }
    }

    /// "Strikes on Rafah killed eight": where the parser takes the place for the subject, it is still what was hit.
    private func blow(before index: Int) -> Int? {
        guard let subject = acts[index].source.first?.head, subject < acts[index].trigger else { return nil }
        return acts.indices(ofSentence: acts[index].sentence).first { other in
            other != index && acts[other].meaning.type == .assault && isReal(acts[other])
                && acts[other].noun != nil && (1...4).contains(subject - acts[other].trigger)
                && (acts[other].target.contains { $0.head == subject } || isHit(subject))
        }
    }

    /// Whether the word before, or before its article, says that something is aimed at it.
    private func isHit(_ token: Int) -> Bool {
        (max(token - 2, 0)..<token).contains { ["on", "against", "in", "at", "near"].contains(text.tokens[$0].lemma) }
    }

    /// "killed 49 civilians in attacks on a boat": what kills is named behind, and is no act beside.
    private func means(_ index: Int) -> Int? {
        let act = acts[index]
        guard let noun = act.noun, act.trigger == noun, act.source.isEmpty, act.meaning.type == .assault, isReal(act),
            ["in", "during"].contains(text.grammar.preposition(of: noun) ?? "")
        else { return nil }
        return acts.indices(ofSentence: act.sentence).last { other in
            let toll = acts[other]
            return other != index && isToll(toll) && toll.trigger < noun && noun - toll.trigger <= 12
                && !(toll.trigger + 1..<noun).contains { text.grammar.isVerbal($0) }
        }
    }

    /// "They killed two soldiers", after a sentence that tells what they attacked: the toll of that attack.
    private func sequel(of index: Int) -> Int? {
        let act = acts[index]
        guard act.sentence > 0, text.grammar.surfaceSubjects(of: act.trigger).contains(where: isAnaphoric),
            !hasTime(act),
            !text.places(in: act.sentence).contains(where: { $0.isLocative && text.tree.isWithin($0.head, act.clause) })
        else { return nil }
        return acts.indices(ofSentence: act.sentence - 1).last { other in
            let cause = acts[other]
            return cause.meaning.type == .assault && isReal(cause) && !cause.isAggregate && !isToll(cause)
                && Sides.compare(act.source, cause.source) == .same && isTollOf(cause, act, isJoined: false)
        }
    }

    /// "they", "the gunmen": who was named in the sentence before.
    private func isAnaphoric(_ token: Int) -> Bool {
        if text.tokens[token].upos == .pron { return true }
        guard text.tokens[token].upos == .noun, let determiner = text.tree.child(of: token, .det) else { return false }
        return text.tokens[determiner].lemma == "the"
    }

    private func hasTime(_ act: Act) -> Bool {
        text.tree.children(of: act.clause).contains { child in
            text.tokens[child].relation == .oblTemporal || text.cues(child).contains(.time)
        }
    }

    private func isTold(_ act: Act, at token: Int) -> Bool {
        act.trigger == token || act.others.contains(token) || act.clause == token && act.noun != nil
    }

    private func isTollOf(_ cause: Act, _ act: Act, isJoined: Bool) -> Bool {
        guard cause.meaning.type == .assault, isReal(cause) else { return false }
        guard Sides.compare(act.source, cause.source) > .different else { return false }
        // "… and killed a man in Rafah": a further predicate with a place of its own tells another act.
        let places = text.places(in: act.sentence)
        if isJoined, places.contains(where: { $0.isLocative && text.tree.isWithin($0.head, act.trigger) }) {
            return false
        }
        let countries = Set(cause.target.compactMap(\.actor.country))
        return act.target.allSatisfy { party in
            guard party.kind != .place, text.tokens[party.head].tag != "NNP" else { return false }
            guard let country = party.actor.country else { return true }
            return countries.isEmpty || countries.contains(country)
        }
    }
}
