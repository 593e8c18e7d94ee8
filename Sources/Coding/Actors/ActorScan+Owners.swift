// What a noun for actors becomes beside an owner, a backer, a leader or a name.
import EventModel
import Language

extension ActorScan {
    /// A common noun at the end of its segment, with what stands before it.
    mutating func composed(
        _ item: LexicalItem,
        _ segment: Range<Int>,
        _ parts: SegmentParts,
        owner given: ActorMention?,
        into found: inout [ActorMention]
    ) -> ActorMention? {
        guard var mention = mention(item), let index = item.agent else { return nil }
        mention.tokens = segment
        mention.head = head(of: segment)
        mention.isDefinite = isDefinite(segment.lowerBound)
        if tag(segment.lowerBound) == "PRP$" { mention.possessor = segment.lowerBound }
        let before = parts.items.filter { $0.tokens.upperBound <= item.tokens.lowerBound }
        var owner = given
        if let name = bestOwner(before) {
            owner = self.mention(name)
            for other in before where other.name != nil { addEmbedded(other, &found) }
        }
        if let inner = before.last(where: { $0.agent != nil }), mention.actor.sector == nil {
            mention.actor.sector = inner.agent.flatMap { lexicon.agents[$0].sector }
        }
        if isOfForces(index, before, owner, isPlural: item.isPlural) {
            mention.actor.sector = .military
            return ownedCraft(mention, owner, index, segment)
        }
        apply(owner: owner, parts, agent: lexicon.agents[index], &mention)
        nameBody(item, segment, before, &mention)
        mention.actor.text = text(segment)
        return mention
    }

    /// "Syrian government planes", "Russian planes": planes and boats of a government or its army are no firm's.
    private func isOfForces(_ agent: Int, _ before: [LexicalItem], _ owner: ActorMention?, isPlural: Bool) -> Bool {
        switch lexicon.agents[agent].singular {
        case "plane": if isPlural, owner?.form == .name, isStateName(owner) { return true }
        case "ship", "boat", "vessel": break
        default: return false
        }
        return before.contains { item in
            item.agent.map { lexicon.agents[$0].sector == .military || lexicon.agents[$0].sector == .government }
                ?? false
        }
    }

    private func isStateName(_ mention: ActorMention?) -> Bool {
        mention.flatMap { lexicon.entry(id: $0.actor.id) }?.kind == .state
    }

    /// The forces of whom planes or boats belong to.
    private func ownedCraft(_ craft: ActorMention, _ owner: ActorMention?, _ agent: Int, _ segment: Range<Int>)
        -> ActorMention
    {
        var mention = craft
        mention.lines += owner?.lines ?? []
        if let owner {
            mention.actor.id = owner.actor.id
            mention.actor.name = owner.actor.name
            mention.actor.country = owner.actor.country
            mention.form = .composed
        }
        mention.actor.text = text(segment)
        return mention
    }

    /// Puts owner, backer, leader and country into the actor that a noun stands for.
    func apply(owner: ActorMention?, _ parts: SegmentParts, agent: AgentNoun, _ mention: inout ActorMention) {
        if let owner {
            possess(owner, agent, &mention)
        } else if let leader = parts.leader {
            let noun = agent.plural ?? agent.singular
            mention.actor.id = ActorLexicon.slug("\(leader.actor.name) led \(noun)")
            mention.actor.name = "\(leader.actor.name)-led \(agent.singular)"
            mention.actor.country = leader.actor.country
            mention.form = .composed
            mention.lines += leader.lines
        } else if let country = parts.country {
            mention.actor.country = country
            if isOfState(agent.sector), agent.noun != .states, let state = lexicon.state(country: country) {
                mention.actor.id = state.id
                mention.actor.name = state.name
            }
            mention.form = .composed
        }
        guard let backer = parts.backer else { return }
        mention.lines += backer.lines
        mention.actor.backer = backing(backer)
        if let entry = lexicon.entry(id: backer.actor.id), entry.kind == .group { mention.actor.family = entry.id }
        if mention.actor.sector == .military || mention.actor.sector == nil || agent.noun == .member {
            mention.actor.sector = .rebels
        }
        guard owner == nil else { return }
        let noun = agent.refers == "group" ? "militias" : agent.plural ?? agent.singular
        let side = backer.actor.name
        mention.actor.id = ActorLexicon.slug("\(side) backed \(noun)")
        mention.actor.name = "\(side)-backed \(noun)"
        mention.form = .composed
    }

    /// The state behind a backer: a group's home backs nobody, nor do persons and international bodies.
    func backing(_ backer: ActorMention) -> String? {
        if backer.isPerson { return nil }
        let kind = lexicon.entry(id: backer.actor.id)?.kind
        let country = kind == .group || backer.actor.sector == .rebels ? nil : backer.actor.country
        return backer.actor.backer ?? (country == "IGO" ? nil : country)
    }

    /// The owner's share: "Iraqi police" is Iraq's, "a Hamas official" is of Hamas.
    func possess(_ owner: ActorMention, _ agent: AgentNoun, _ mention: inout ActorMention) {
        mention.form = .composed
        mention.lines += owner.lines
        mention.actor.country = owner.actor.country
        mention.actor.backer = owner.actor.backer
        mention.actor.family = owner.actor.family
        let entry = lexicon.entry(id: owner.actor.id)
        let kind = entry?.kind ?? (owner.form == .unknown || owner.form == .person ? .person : .state)
        switch kind {
        case .group, .organization:
            mention.actor.id = owner.actor.id
            mention.actor.name = owner.actor.name
            let isTheirs = agent.noun != .body || [nil, .rebels, .military].contains(agent.sector)
            let isOutside = [.civilians, .medical, .judiciary, .business, .religious].contains(agent.sector)
            if isTheirs && !isOutside { mention.actor.sector = owner.actor.sector ?? agent.sector }
        case .people where owner.actor.country == nil, .state, .people:
            if isOfState(agent.sector), agent.noun != .states {
                mention.actor.id = owner.actor.id
                mention.actor.name = owner.actor.name
                if mention.actor.sector == nil { mention.actor.sector = owner.actor.sector }
            } else {
                let noun = agent.plural ?? agent.singular
                mention.actor.name = "\(adjective(of: entry) ?? owner.actor.name) \(noun)"
                mention.actor.id = ActorLexicon.slug(mention.actor.name)
            }
        case .person:
            mention.actor.family = nil
            if mention.actor.sector == nil { mention.actor.sector = owner.actor.sector }
        }
    }

    /// The first adjective of a state ("Iranian").
    private func adjective(of entry: ActorEntry?) -> String? {
        entry.flatMap { lexicon.entryIndex(id: $0.id) }.flatMap { dictionary.adjectiveOf[$0] }
    }

    /// Whether a sector belongs to the state itself, so that the actor is the state.
    func isOfState(_ sector: Sector?) -> Bool {
        switch sector {
        case nil, .government, .military, .police, .intelligence, .judiciary, .legislature: true
        default: false
        }
    }

    /// The owner among the names before a noun: a group or an organization, else the first state.
    private func bestOwner(_ items: [LexicalItem]) -> LexicalItem? {
        let names = items.filter { $0.name != nil }
        func entry(_ item: LexicalItem) -> ActorEntry? { item.name.map { lexicon.entries[lexicon.names[$0].entry] } }
        if let first = names.first, let state = entry(first), state.kind == .state,
            names.dropFirst().contains(where: { entry($0)?.country == "IGO" })
        {
            return first
        }
        return names.last { entry($0)?.kind == .group || entry($0)?.kind == .organization }
            ?? names.first { entry($0)?.kind == .state } ?? names.first
    }

    private func addEmbedded(_ item: LexicalItem, _ found: inout [ActorMention]) {
        guard var mention = mention(item) else { return }
        mention.use = .embedded
        found.append(mention)
    }

    /// A body with a name of its own ("Munich Regional Court") is called by it.
    private func nameBody(
        _ item: LexicalItem,
        _ segment: Range<Int>,
        _ before: [LexicalItem],
        _ mention: inout ActorMention
    ) {
        let start = before.last?.tokens.upperBound ?? segment.lowerBound
        let words = (start..<item.tokens.lowerBound).filter { isInName($0) }
        guard let first = words.first, isProper(item.tokens.upperBound - 1),
            (first..<item.tokens.lowerBound).allSatisfy({ isInName($0) || isHyphen($0) || tag($0) == "CD" }),
            mention.actor.name == lexicon.agents[item.agent ?? 0].singular || mention.form == .common
        else { return }
        let name = text(first..<item.tokens.upperBound)
        mention.actor.id = ActorLexicon.slug(name)
        mention.actor.name = name
        mention.isDefinite = false
        // "Phoenix Group", "the Small Group": armed groups are in the lexicon or called what they are.
        if mention.form == .common, item.agent.map({ lexicon.agents[$0].singular == "group" }) ?? false {
            mention.actor.sector = nil
        }
        if mention.form == .common { mention.form = .composed }
    }

    /// Whether a word may be part of a name: "Popular" of "the Popular River Front", whatever its tag.
    private func isInName(_ token: Int) -> Bool {
        if isProper(token) { return true }
        guard token > sentenceStart, tag(token) == "JJ" else { return false }
        return document.form(token).first?.isUppercase ?? false
    }

    func isDefinite(_ token: Int) -> Bool { isWord(token, .definite) }

    /// A name after a title, or a name that begins with a known one ("Turkish Airlines").
    mutating func trailingName(
        _ rest: Range<Int>,
        _ last: LexicalItem,
        _ segment: Range<Int>,
        _ parts: SegmentParts,
        owner: ActorMention?,
        into found: inout [ActorMention]
    ) -> ActorMention? {
        let prefix = segment.lowerBound..<last.tokens.upperBound
        guard let index = last.agent else {
            guard var known = mention(last) else { return nil }
            known.use = .embedded
            found.append(known)
            let start = isProper(last.tokens.lowerBound) ? last.tokens.lowerBound : rest.lowerBound
            return stranger(start..<rest.upperBound, tokens: segment, country: known.actor.country)
        }
        guard var titled = composed(last, prefix, parts, owner: owner, into: &found) else { return nil }
        let agent = lexicon.agents[index]
        guard agent.noun != .body, agent.noun != .states else {
            return stranger(rest, tokens: segment, country: titled.actor.country)
        }
        let name = stranger(rest, tokens: segment, country: titled.actor.country)
        if name.form == .person {
            titled.actor = name.actor
        } else {
            titled.actor.id = name.actor.id
            titled.actor.name = name.actor.name
        }
        titled.tokens = segment
        titled.head = head(of: segment)
        titled.core = rest
        titled.form = .person
        titled.isPerson = true
        titled.isPlural = false
        titled.isDefinite = false
        titled.actor.text = text(segment)
        return titled
    }
}
