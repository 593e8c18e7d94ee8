// Which phrases fill the slots of a line: who acts, and on whom.
import EventModel
import Language

/// Finds the parties in the slots of a pattern beside a trigger.
struct RoleFinder: Sendable {
    let text: CodedText
    let parties: PartyFinder

    private var tree: ParseTree { text.tree }
    private var tokens: [Token] { text.tokens }

    /// Where an act is to be read: its trigger, the verbs that carry it, and its objects.
    struct Site {
        /// The verb or noun that means the act.
        var trigger: Int
        /// The verb whose subject acts; nil for a noun that no light verb takes.
        var verb: Int?
        /// Heads of the objects, for `obj` and `owner`.
        var objects: [Int]
    }

    /// The parties in the first slot that has any.
    func fill(_ slots: [ActionSlot], _ site: Site, excluding used: [Party] = []) -> [Party] {
        var own: [Party] = []
        var isMutual = false
        for slot in slots {
            if slot == .mutual, used.count >= 2 { isMutual = true }
            var found = fill(slot, site).filter { party in !used.contains { $0.head == party.head } }
            if isMutual { found = met(found, slot) }
            let others = found.filter { !isOwn($0, used) }
            if !others.isEmpty { return others }
            if own.isEmpty { own = found }
        }
        return own
    }

    /// "A and B signed a deal in C": they do it to each other, whatever stands in later slots, unless it is done to D.
    func met(_ found: [Party], _ slot: ActionSlot) -> [Party] {
        slot == .object || slot == .indirectObject ? found.filter { $0.kind == .actor } : []
    }

    /// Whether a party is one of those already found, or the state or seat for which one of them acts.
    func isOwn(_ party: Party, _ used: [Party]) -> Bool {
        used.contains { other in
            if other.actor.id == party.actor.id {
                return party.actor.sector == nil || party.actor.sector == other.actor.sector
            }
            guard let country = party.actor.country, country == other.actor.country, country != "IGO" else {
                return false
            }
            let isBare = party.actor.sector == nil || party.actor.sector == .government && party.kind == .place
            return isBare && parties.states.state(country: country)?.id == party.actor.id
        }
    }

    private func fill(_ slot: ActionSlot, _ site: Site) -> [Party] {
        switch slot {
        case .object:
            // "asked Portugal for aid": of two objects the first is the one it is done to.
            if let verb = site.verb, let head = tree.child(of: verb, .iobj) {
                let found = parties.parties(at: head).filter {
                    $0.kind != .open || text.cues($0.head).contains(.people)
                }
                if !found.isEmpty { return found }
            }
            return site.objects.flatMap { parties.parties(at: $0) }
        case .indirectObject:
            guard let verb = site.verb, let head = tree.child(of: verb, .iobj) else { return [] }
            return parties.parties(at: head)
        case .subject:
            guard let verb = site.verb else { return [] }
            return text.grammar.agents(of: verb).flatMap { parties.parties(at: $0) }
        case .owner:
            return site.objects.flatMap { object in
                // "an Islamic State convoy" is whose it is.
                let isKnown = text.actor(at: object).map { mention in
                    mention.form == .composed && mention.use != .locative
                        && parties.states.entry(id: mention.actor.id) != nil
                }
                return isKnown ?? false ? parties.parties(at: object) : parties.owners(of: object)
            }
        case .possessor:
            guard let head = tree.child(of: site.trigger, .nmodPossessive) else { return [] }
            return parties.parties(at: head)
        case .modifier:
            return parties.modifiers(of: site.trigger)
        case .preposition("targeting"):
            return targeted(by: site)
        case .preposition(let preposition):
            return objects(of: preposition, site).map { party in
                site.objects.reduce(party) { parties.standing($1, in: $0) }
            }
        case .mutual, .complement, .complementSubject, .speaker, .context:
            return []
        }
    }

    /// Objects of a preposition beside the trigger, its verb, or the object, to which parsers often attach it.
    private func objects(of preposition: String, _ site: Site) -> [Party] {
        var heads = text.grammar.objects(of: preposition, beside: site.trigger)
        if let verb = site.verb, verb != site.trigger { heads += text.grammar.objects(of: preposition, beside: verb) }
        for object in site.objects where object != site.trigger {
            heads += text.grammar.objects(of: preposition, beside: object)
        }
        if heads.isEmpty { heads = shared(preposition, site) }
        if heads.isEmpty { heads = beyond(preposition, site) }
        if heads.isEmpty, let near = follower(of: preposition, site) { heads = [near] }
        return heads.filter { !isTime($0) }.flatMap { head in
            text.grammar.isVerbal(head)
                ? text.grammar.objects(of: head).flatMap { parties.parties(at: $0) }
                : parties.parties(at: head)
        }
    }

    /// "the arrest and detention of": what stands with one of the joined nouns belongs to both.
    private func shared(_ preposition: String, _ site: Site) -> [Int] {
        guard !text.grammar.isVerbal(site.trigger) else { return [] }
        var siblings = tree.children(of: site.trigger).filter { tokens[$0].relation == .conj }
        if tokens[site.trigger].relation == .conj, let head = tokens[site.trigger].head { siblings.append(head) }
        return siblings.filter { !text.grammar.isVerbal($0) }
            .flatMap { text.grammar.objects(of: preposition, beside: $0) }
    }

    /// "held talks in Jordan with the king": what the parser tied to the place or the time before it.
    private func beyond(_ preposition: String, _ site: Site) -> [Int] {
        switch preposition {
        case "with", "against", "on", "by": break
        default: return []
        }
        return ([site.trigger, site.verb ?? site.trigger] + site.objects)
            .flatMap { tree.children(of: $0) }
            .filter { child in
                switch tokens[child].relation {
                case .obl, .nmod, .oblTemporal, .oblUnmarked:
                    child > site.trigger && (text.isScene(child) || isTime(child))
                default: false
                }
            }
            .flatMap { text.grammar.objects(of: preposition, beside: $0) }
    }

    /// The object of a preposition that follows the trigger at once, whatever the parser attached it to.
    private func follower(of preposition: String, _ site: Site) -> Int? {
        let next = site.trigger + 1
        guard next < tokens.count, tokens[next].lemma == preposition, let head = tokens[next].head, head > next else {
            return nil
        }
        return head
    }

    /// "strikes targeting facilities …", "raids that hit …".
    func targeted(by site: Site) -> [Party] {
        for child in Array(tree.children(of: site.trigger)) + (site.verb.map { Array(tree.children(of: $0)) } ?? []) {
            switch tokens[child].relation {
            case .acl, .aclRelative, .advcl:
                guard text.cues(child).contains(.aiming) else { continue }
                let objects = text.grammar.isPassive(child) ? [] : Array(text.grammar.objects(of: child))
                let found = (objects + text.grammar.objects(of: "at", beside: child))
                    .flatMap { parties.parties(at: $0) }
                if !found.isEmpty { return found }
            default: continue
            }
        }
        return aimed(after: site.trigger)
    }

    /// "strikes in Iraq targeting facilities": the participle nearby, whatever the parser hung it on.
    private func aimed(after trigger: Int) -> [Party] {
        let end = min(trigger + 8, tokens.count)
        for token in (trigger + 1)..<max(end, trigger + 1) {
            if tokens[token].upos == .punct, tokens[token].lemma == "," || tokens[token].lemma == "." { return [] }
            guard tokens[token].tag == "VBG", text.cues(token).contains(.aiming) else { continue }
            let objects = text.grammar.objects(of: token)
            let found = objects.flatMap { parties.parties(at: $0) }
            if !found.isEmpty { return found }
            var next = token + 1
            while next < min(token + 6, tokens.count), tokens[next].upos != .verb {
                if !tokens[next].relation.isModifier, tokens[next].upos == .noun || tokens[next].upos == .propn {
                    return parties.parties(at: next)
                }
                next += 1
            }
        }
        return []
    }

    /// Where no slot has a party: whom the object names, then where it is done, then whom the object speaks of.
    func fallback(_ site: Site, excluding used: [Party], allowsThings: Bool) -> [Party] {
        func fresh(_ parties: [Party]) -> [Party] {
            parties.filter { party in !used.contains { $0.head == party.head || $0.actor.id == party.actor.id } }
        }
        if let verb = site.verb, !text.grammar.isPassive(verb), let mention = text.phrase(startingAt: verb + 1) {
            let next = fresh(parties.parties(at: mention.head))
            if !next.isEmpty { return next }
        }
        let named = fresh(site.objects.flatMap { parties.parties(at: $0) })
        let actors = named.filter { $0.kind != .open }
        if !actors.isEmpty { return actors }
        let people = named.filter { !text.cues($0.head).isDisjoint(with: [.people, .armed]) }
        if !people.isEmpty { return people }
        for preposition in [
            "against", "in", "at", "on", "over", "across", "inside", "near", "for", "of", "to", "among", "from",
        ] {
            let found = fresh(objects(of: preposition, site)).filter { $0.kind != .open }
            if !found.isEmpty { return found }
        }
        for object in site.objects {
            let found = fresh(parties.within(object))
            if let first = found.first { return [first] }
        }
        let bodies = named.filter { text.cues($0.head).contains(.body) }
        if !bodies.isEmpty { return bodies }
        guard allowsThings else { return [] }
        return site.objects.prefix(1).compactMap { parties.thing(at: $0) }
    }

    /// The actor after one of the slots' prepositions anywhere in the rest of the clause, whatever the parser tied it to.
    func afterwards(_ slots: [ActionSlot], _ site: Site, excluding used: [Party]) -> [Party] {
        for slot in slots {
            guard case .preposition(let preposition) = slot, preposition.count > 1, preposition != "in",
                preposition != "of"
            else { continue }
            var token = site.trigger + 1
            let end = min(
                site.trigger + 30,
                text.document.sentences[Int(text.sentences[site.trigger])].tokens.upperBound
            )
            while token < end {
                if tokens[token].upos == .verb, tokens[token].relation != .amod, tokens[token].tag.hasPrefix("VB"),
                    tokens[token].tag != "VBG"
                {
                    break
                }
                if tokens[token].lemma == preposition, token + 1 < end,
                    let mention = text.actor(after: token, reach: 5),
                    mention.tokens.lowerBound <= token + 2
                {
                    let found = parties.parties(at: mention.head).filter { party in
                        !used.contains { $0.head == party.head || $0.actor.id == party.actor.id }
                    }
                    if !found.isEmpty { return found }
                }
                token += 1
            }
        }
        return []
    }

    private func isTime(_ token: Int) -> Bool {
        text.cues(token).contains(.time) && text.actor(at: token) == nil
    }
}

extension Relation {
    /// Whether a word of this relation follows a noun and belongs to it.
    var isBelowNoun: Bool {
        switch self {
        case .appos, .flat, .conj, .nmod: true
        default: false
        }
    }

    /// Whether a word of this relation stands before a noun and belongs to it.
    var isModifier: Bool {
        switch self {
        case .amod, .compound, .det, .nummod, .case_, .punct, .nmodPossessive: true
        default: false
        }
    }
}
