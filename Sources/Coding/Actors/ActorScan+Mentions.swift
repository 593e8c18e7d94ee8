// Mentions of single dictionary matches, and of capitalised names that no dictionary has.
import EventModel
import Language

extension ActorScan {
    /// The mention of a match alone.
    func mention(_ item: LexicalItem) -> ActorMention? {
        let words = text(item.tokens)
        let head = self.head(of: item.tokens)
        if let index = item.name {
            let name = lexicon.names[index]
            let entry = lexicon.entries[name.entry]
            var actor = actor(entry)
            actor.text = words
            var mention = ActorMention(
                tokens: item.tokens,
                head: head,
                core: item.tokens,
                actor: actor,
                form: entry.kind == .person ? .person : .name
            )
            mention.lines = [name.line]
            if let term = entry.term(on: published), term.line != name.line { mention.lines.append(term.line) }
            mention.isPerson = entry.kind == .person || name.form == .people
            mention.isPlural = name.form == .people ? item.tokens.last.map { tag($0).hasSuffix("S") } : nil
            if name.form == .people, actor.sector == nil { mention.actor.sector = .civilians }
            if name.form == .seat { mention.actor.sector = .government }
            return mention
        }
        guard let index = item.agent else { return nil }
        let agent = lexicon.agents[index]
        var mention = ActorMention(
            tokens: item.tokens,
            head: head,
            core: item.tokens,
            actor: Actor(
                id: ActorLexicon.slug(agent.plural ?? agent.singular),
                name: agent.noun == .body || !item.isPlural ? agent.singular : agent.plural ?? agent.singular,
                sector: agent.sector,
                text: words
            ),
            form: .common
        )
        mention.agent = index
        mention.isPlural = item.isPlural
        mention.isPerson = agent.noun == .people || agent.noun == .title
        mention.isWeapon = agent.refers == "weapon"
        mention.lines = [agent.line]
        return mention
    }

    /// The actor of an entry as it was on the day of publication.
    func actor(_ entry: ActorEntry) -> Actor {
        let term = entry.kind == .person ? entry.term(on: published) : nil
        return Actor(
            id: entry.id,
            name: entry.name,
            country: term?.country ?? entry.country,
            sector: term?.sector ?? entry.sector,
            backer: entry.backer,
            family: entry.family,
            text: ""
        )
    }

    /// A capitalised name that no dictionary has: a person named before, an acronym, or a stranger.
    mutating func unknown(_ segment: Range<Int>, owner: ActorMention?, parts: SegmentParts) -> ActorMention? {
        guard let last = segment.last(where: isNoun), isProper(last) else { return nil }
        if let half = half(segment) { return half }
        var first = last
        while first > segment.lowerBound, isProper(first - 1) || isHyphen(first - 1) { first -= 1 }
        let name = first..<(last + 1)
        guard !isPlaceName(name), !isWord(last, .time), !isWord(last, .part) else { return nil }
        return stranger(name, tokens: segment.lowerBound..<(last + 1), country: owner?.actor.country ?? parts.country)
    }

    /// The mention of a name that the dictionary lacks.
    mutating func stranger(_ name: Range<Int>, tokens: Range<Int>, country: String?) -> ActorMention {
        let words = text(name)
        var actor = Actor(id: ActorLexicon.slug(words), name: words, country: country, text: text(tokens))
        var form = ActorMention.Form.unknown
        var lines: [LexiconLine] = []
        let hash = hashes[name.upperBound - 1]
        if name.count <= 2, let known = surnames[hash] {
            actor = known.actor
            lines = known.lines
            form = .person
        } else if name.count == 1, let known = strangers[hash] {
            actor = known
        } else if name.count == 1, let known = acronyms[hash] {
            actor = known
            form = .name
        }
        if form == .unknown, name.count > 1, let navy = Self.navies[document.form(name.lowerBound)] {
            actor.country = navy
            actor.sector = .military
        }
        actor.text = text(tokens)
        var mention = ActorMention(tokens: tokens, head: head(of: tokens), core: name, actor: actor, form: form)
        mention.lines = lines
        mention.isPerson = form == .person
        return mention
    }

    /// "the North", "the South": one of the Koreas, where the text has spoken of them.
    private func half(_ segment: Range<Int>) -> ActorMention? {
        guard segment.count == 2, tag(segment.lowerBound) == "DT", (countries["PRK"] ?? 0) > 0,
            (countries["KOR"] ?? 0) > 0 || countries.count == 1
        else { return nil }
        let country: String
        switch document.form(segment.lowerBound + 1) {
        case "North": country = "PRK"
        case "South": country = "KOR"
        default: return nil
        }
        guard let state = lexicon.state(country: country) else { return nil }
        var actor = actor(state)
        actor.text = text(segment)
        return ActorMention(
            tokens: segment,
            head: head(of: segment),
            core: segment.lowerBound + 1..<segment.upperBound,
            actor: actor,
            form: .name
        )
    }

    /// The prefixes that warships bear before their names, and whose they are.
    private static let navies = [
        "USS": "USA", "USNS": "USA", "HMS": "GBR", "HMCS": "CAN", "HMAS": "AUS", "HMNZS": "NZL", "ROKS": "KOR",
        "TCG": "TUR", "KRI": "IDN", "HNLMS": "NLD", "HDMS": "DNK", "HNoMS": "NOR", "FGS": "DEU", "PNS": "PAK",
    ]

    func isPlaceName(_ tokens: Range<Int>) -> Bool {
        placeCountry[tokens.upperBound].map { $0.tokens.lowerBound <= tokens.lowerBound } ?? false
    }
}
