// Targets that stand in no slot of a line: the one whose move is awaited, the place at which an act is aimed, a bare object.
import EventModel
import Language

/// Finds a target elsewhere in the clause for an act that has none.
struct ObliqueTarget: Sendable {
    let text: CodedText
    let parties: PartyFinder

    private var tree: ParseTree { text.tree }
    private var tokens: [Token] { text.tokens }

    /// The target, empty where the clause has none or the act needs none.
    func target(of act: Act) -> [Party] {
        let adversary = self.adversary(act)
        if !adversary.isEmpty { return adversary }
        guard act.target.isEmpty || isOwnForce(act), !act.source.isEmpty, !act.isReference, !isEmptyWord(act) else {
            return []
        }
        if act.meaning.flags.contains(.readiness) { return [] }
        let awaited = self.awaited(act)
        if !awaited.isEmpty { return awaited }
        guard act.modality != .hypothetical, act.modality != .negated else { return [] }
        let named = self.named(act)
        if !named.isEmpty { return named }
        return objects(act)
    }

    /// "mobilized troops against Chad": what is moved is no target where another is named.
    private func isOwnForce(_ act: Act) -> Bool {
        act.meaning.type == .mobilize
            && act.target.allSatisfy { $0.kind == .open && $0.actor.sector == .military && $0.actor.country == nil }
    }

    /// "sent ships to the Gulf to deter Iran", "a hunger strike to protest the king's rule": against whom, not where.
    private func adversary(_ act: Act) -> [Party] {
        guard act.meaning.type == .mobilize || act.meaning.type == .protest, !act.source.isEmpty, !act.isReference,
            act.target.allSatisfy({ $0.kind == .place || text.actor(at: $0.head)?.use == .locative })
        else { return [] }
        let end = text.document.sentences[act.sentence].tokens.upperBound
        let start = max(act.trigger, act.noun ?? 0) + 1
        for token in start..<max(start, end) where isOpposing(token, act) {
            for next in (token + 1)..<max(token + 1, min(token + 9, end)) {
                guard let mention = text.actor(at: next), mention.use == .phrase || mention.use == .attribute,
                    mention.form != .pronoun
                else { continue }
                let named = mention.use == .attribute ? parties.party(of: mention).map { [$0] } : nil
                let found = fresh(named ?? parties.parties(at: next), act)
                    .filter { Plausibility.standing($0.actor, $0.kind) >= .political && !isFellow($0, act) }
                if !found.isEmpty { return found }
                break
            }
        }
        return []
    }

    /// Whether a word in the clause of an act tells against whom it is done.
    private func isOpposing(_ token: Int, _ act: Act) -> Bool {
        switch tokens[token].lemma {
        case "against": break
        case "counter", "deter", "oppose", "protest", "denounce", "confront", "repel", "resist":
            guard tokens[token].tag == "VB" || tokens[token].tag == "VBG" else { return false }
        default: return false
        }
        return text.tree.isWithin(token, act.clause) || text.tree.isWithin(token, act.trigger)
    }

    /// Forces of the same state are moved by it, not against it; people do protest against their own.
    private func isFellow(_ party: Party, _ act: Act) -> Bool {
        act.meaning.type == .mobilize && act.source.contains { $0.actor.country == party.actor.country }
    }

    /// Lines that only keep words from being acts have no target at all.
    private func isEmptyWord(_ act: Act) -> Bool {
        guard case .pattern(let number)? = act.origins.first else { return false }
        let pattern = text.lexicon.patterns[number]
        return pattern.target == [.speaker] && pattern.flags.contains(.official)
    }

    /// "will not lift the ban until Cuba reforms", "unless the company pays", "warned of war if it joins": whose move
    /// is awaited is who is addressed.
    private func awaited(_ act: Act) -> [Party] {
        switch act.meaning.type {
        case .reject, .threaten, .agree, .request, .sanction: break
        default: return []
        }
        for clause in [act.clause, act.trigger] {
            for child in tree.children(of: clause) where tokens[child].relation == .advcl {
                let isUntil = tree.children(of: child).contains { inner in
                    switch tokens[inner].relation {
                    case .mark, .case_, .advmod:
                        text.cues(inner).contains(.until)
                            || act.meaning.type == .threaten && tokens[inner].lemma == "if"
                    default: false
                    }
                }
                guard isUntil else { continue }
                var heads = text.grammar.agents(of: child)
                heads += text.grammar.surfaceSubjects(of: child).filter { !heads.contains($0) }
                let found = fresh(heads.flatMap { parties.parties(at: $0) }, act)
                    .filter { Plausibility.standing($0.actor, $0.kind) >= .people }
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    /// The first actor or place that a preposition ties to the clause, however deep the parser hung it.
    private func named(_ act: Act) -> [Party] {
        let end = text.document.sentences[act.sentence].tokens.upperBound
        let start = max(act.trigger, act.noun ?? 0) + 1
        guard start < end else { return [] }
        for token in start..<end where isNominal(token) && isOfClause(token, act) {
            if let mention = text.actor(at: token) {
                guard mention.use != .embedded, mention.form != .pronoun, !isOwner(token) else { continue }
                let found = fresh(parties.parties(at: token), act)
                    .filter { Plausibility.standing($0.actor, $0.kind) >= .people }
                if !found.isEmpty { return Array(found.prefix(4)) }
            } else if let place = text.place(at: token), place.head == token, place.isLocative, place.kind != .sea {
                let found = fresh([parties.party(of: place)], act)
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    private func isNominal(_ token: Int) -> Bool {
        switch tokens[token].upos {
        case .noun, .propn, .adj: true
        default: false
        }
    }

    /// "Israel's attack", "Iranian oil": of a thing that is not what the clause is about.
    private func isOwner(_ token: Int) -> Bool {
        switch tokens[token].relation {
        case .compound, .amod, .flat, .nmodPossessive: true
        default: false
        }
    }

    /// Whether the path from a token up to the act passes no clause that has a subject of its own.
    private func isOfClause(_ token: Int, _ act: Act) -> Bool {
        var current = token
        var steps = 0
        while let head = tokens[current].head, steps < 12 {
            switch tokens[current].relation {
            case .nsubj, .nsubjPassive, .aclRelative, .parataxis, .appos, .conj: return false
            case .advcl, .ccomp, .acl:
                if tree.child(of: current, .nsubj, .nsubjPassive) != nil { return false }
                if tokens[current].relation == .advcl, !isPurpose(current, of: act) { return false }
            default: break
            }
            if head == act.trigger || head == act.clause || head == act.noun { return true }
            current = head
            steps += 1
        }
        return false
    }

    /// "gave two million to rebuild schools in Malawi": what is given for is whom it is given to.
    private func isPurpose(_ clause: Int, of act: Act) -> Bool {
        switch act.meaning.type {
        case .aid, .cooperate, .agree: break
        default: return false
        }
        guard tokens[clause].tag == "VB" else { return false }
        return tree.children(of: clause).contains { tokens[$0].relation == .mark && tokens[$0].lemma == "to" }
    }

    /// "rejected the referendum", "criticised the plan": words are about their object, whatever it is.
    private func objects(_ act: Act) -> [Party] {
        switch act.meaning.type {
        case .reject, .accuse, .support: break
        default: return []
        }
        guard Plausibility.standing(act.source.first?.actor ?? Actor(id: "", name: "", text: "")) >= .political else {
            return []
        }
        let head = text.grammar.isVerbal(act.trigger) ? act.trigger : act.clause
        for object in text.grammar.objects(of: head) where object > head {
            guard tree.child(of: object, .det, .nmodPossessive, .compound, .amod) != nil else { continue }
            if let thing = parties.thing(at: object) { return [thing] }
        }
        return []
    }

    private func fresh(_ found: [Party], _ act: Act) -> [Party] {
        found.filter { party in
            !act.source.contains { $0.actor.id == party.actor.id || $0.head == party.head }
        }
    }
}
