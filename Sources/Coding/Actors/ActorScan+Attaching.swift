// Ties the mentions of a sentence: "president of Iran", "militias backed by Iran", "US and British forces", appositions.
import EventModel
import Language

extension ActorScan {
    /// Ties the mentions of one sentence to each other.
    mutating func attach(_ found: inout [ActorMention], in sentence: Range<Int>) {
        for index in found.indices.reversed() where found[index].use == .phrase { completeName(index, &found) }
        for index in found.indices where found[index].use == .phrase { christen(index, &found) }
        for index in found.indices.reversed() where found[index].use == .phrase || found[index].use == .attribute {
            attachOwner(index, &found)
            attachBacker(index, &found)
        }
        // From the right, so that "British, French and German officials" hand on their noun.
        for index in found.indices.reversed() { share(index, &found) }
        for index in found.indices where found[index].use == .phrase { count(index, &found) }
        for index in found.indices where found[index].use == .phrase { appose(index, &found) }
        defineAcronyms(found, in: sentence)
    }

    /// "the Movement for Justice", "the Committee on Trade and Industry": capitals on both sides make one name.
    private func completeName(_ index: Int, _ found: inout [ActorMention]) {
        guard let agent = found[index].agent.map({ lexicon.agents[$0] }), agent.noun == .body,
            found[index].core.allSatisfy(isProper), found[index].core.upperBound == found[index].tokens.upperBound
        else { return }
        var preposition = found[index].tokens.upperBound
        var end = preposition
        guard preposition + 1 < document.tokens.count else { return }
        switch document.form(preposition) {
        case "for", "of", "on": break
        default: return
        }
        while let other = found.firstIndex(where: { isName($0, after: preposition) }) {
            found[other].use = .embedded
            end = found[other].tokens.upperBound
            guard end + 1 < document.tokens.count, isWord(end, .and) else { break }
            preposition = end
        }
        guard end > found[index].tokens.upperBound else { return }
        found[index].tokens = found[index].tokens.lowerBound..<end
        found[index].actor.text = text(found[index].tokens)
        found[index].isDefinite = false
        guard found[index].form == .common else { return }
        let name = text(found[index].core.lowerBound..<end)
        found[index].actor.id = ActorLexicon.slug(name)
        found[index].actor.name = name
        found[index].form = .composed
        // The armies of states have their names in the lexicon.
        if found[index].actor.sector == .military, found[index].actor.country == nil {
            found[index].actor.sector = .rebels
        }
    }

    /// "a group called the Sons of Thunder", "a militia known as Liwa al-Nur": the noun takes the name.
    private func christen(_ index: Int, _ found: inout [ActorMention]) {
        guard found[index].form == .common, let agent = found[index].agent.map({ lexicon.agents[$0] }),
            agent.refers == "group", let start = christening(after: found[index].tokens.upperBound)
        else { return }
        let end = nameEnd(from: start)
        guard end > start else { return }
        let isInName = { (other: ActorMention) in other.tokens.lowerBound + 1 >= start && other.tokens.upperBound <= end
        }
        if let known = found.first(where: { isInName($0) && $0.form == .name && $0.core.upperBound == end }) {
            found[index].actor = known.actor
            found[index].lines += known.lines
        } else {
            let name = text(start..<end)
            found[index].actor.id = ActorLexicon.slug(name)
            found[index].actor.name = name
        }
        for other in found.indices where other > index && isInName(found[other]) { found[other].use = .embedded }
        found[index].tokens = found[index].tokens.lowerBound..<end
        found[index].actor.text = text(found[index].tokens)
        found[index].isDefinite = false
        found[index].form = .composed
    }

    /// Where a name begins that words such as "called" or "known as" announce, without its article.
    private func christening(after token: Int) -> Int? {
        guard token + 3 < document.tokens.count else { return nil }
        var start = token + 1
        switch document.form(token).lowercased() {
        case "called", "named", "dubbed": break
        case "known", "identified", "calling":
            guard ["as", "itself", "themselves"].contains(document.form(start).lowercased()) else { return nil }
            start += 1
        default: return nil
        }
        return tag(start) == "DT" ? start + 1 : start
    }

    /// The end of a name in capitals: "Sons of the Desert", "Liwa al-Nur".
    private func nameEnd(from start: Int) -> Int {
        var end = start
        while end < document.tokens.count {
            let isLink = isWord(end, .of) || isHyphen(end) || tag(end) == "DT" && isWord(end - 1, .of)
            guard isProper(end) || isLink && end > start else { break }
            end += 1
        }
        while end > start, !isProper(end - 1) { end -= 1 }
        return end
    }

    /// Whether a mention is a capitalised word that no dictionary knows as an actor of its own.
    private func isName(_ mention: ActorMention, after preposition: Int) -> Bool {
        guard mention.use == .phrase, mention.core.allSatisfy(isProper) else { return false }
        guard mention.form == .unknown || mention.form == .common else { return false }
        let start = mention.tokens.lowerBound
        // "the Army of the Righteous"
        let isBare = start == mention.core.lowerBound || tag(start) == "DT" && start + 1 == mention.core.lowerBound
        return start == preposition + 1 && isBare
    }

    /// "the president of Iran", "fighters from Hamas", "rebels in Yemen".
    private mutating func attachOwner(_ index: Int, _ found: inout [ActorMention]) {
        guard let agentIndex = found[index].agent, found[index].form == .common || found[index].form == .composed,
            found[index].possessor == nil
        else { return }
        let agent = lexicon.agents[agentIndex]
        let preposition = found[index].tokens.upperBound
        guard preposition < document.tokens.count, tag(preposition) == "IN" else { return }
        let isOf = isWord(preposition, .of)
        let isFrom = isWord(preposition, .from) && agent.noun != .body
        let isIn = isWord(preposition, .inside)
        guard isOf || isFrom || isIn else { return }
        // "the government of neighbouring Serbia"
        let isQualified = preposition + 2 < document.tokens.count && token(preposition + 1).relation == .amod
        guard
            let owner = phrase(at: preposition + 1, found)
                ?? (isQualified ? phrase(at: preposition + 2, found) : nil), owner != index
        else {
            if isOf || isIn { attachPlace(index, agent, preposition, &found) }
            return
        }
        if isIn {
            guard found[owner].actor.country != nil, found[owner].form == .name else {
                return attachPlace(index, agent, preposition, &found)
            }
            let place = placeStart[found[owner].core.lowerBound].flatMap { isScale($0) ? nil : $0.place.name }
            let end = found[owner].tokens.upperBound
            settle(&found[index], agent, found[owner].actor.country, place: place, until: end)
            if found[index].actor.country == found[owner].actor.country { found[index].lines += found[owner].lines }
            if found[index].actor.country == "IGO", found[index].form == .composed {
                // "the UN mission in Mali" has its name from there.
                found[index].actor.text = text(found[index].tokens.lowerBound..<end)
            }
            return
        }
        guard found[index].form == .common || (agent.noun != .states && found[owner].form != .common) else { return }
        if found[owner].form == .person, found[index].isPerson, isOf, lexicon.entry(id: found[owner].actor.id) != nil {
            // "the president of Syria Bashar al-Assad"
            found[index].actor = found[owner].actor
            found[index].form = .person
        } else if isOf, agent.refers == "group", found[owner].isPerson, found[owner].form == .composed {
            // "a group of Russian soldiers"
            found[index].actor = found[owner].actor
            found[index].agent = found[owner].agent
            found[index].isPerson = true
            found[index].form = .composed
        } else if found[owner].form == .common {
            if agent.sector == nil || agent.refers == "group" { found[index].actor.sector = found[owner].actor.sector }
            found[index].actor.country = found[index].actor.country ?? found[owner].actor.country
            if found[owner].agent.map({ lexicon.agents[$0].noun }) == .states { found[index].form = .composed }
        } else if found[index].form == .common {
            possess(found[owner], agent, &found[index])
        } else {
            return
        }
        found[owner].use = .embedded
        found[index].tokens = found[index].tokens.lowerBound..<max(found[owner].tokens.upperBound, preposition + 1)
        found[index].actor.text = text(found[index].tokens)
        found[index].isDefinite = false
    }

    /// "residents of Goma", "authorities in Donetsk": of the country in which the place lies.
    private func attachPlace(_ index: Int, _ agent: AgentNoun, _ preposition: Int, _ found: inout [ActorMention]) {
        guard let place = place(after: preposition), let country = place.place.country else { return }
        guard agent.noun != .states, !isWord(preposition, .of) || found[index].form == .common else { return }
        let name = isScale(place) ? nil : place.place.name
        settle(&found[index], agent, country, place: name, until: place.tokens.upperBound)
        if found[index].actor.country == country { found[index].lines.append(place.line) }
    }

    /// The place that a preposition leads to, over "the northern city of".
    private func place(after preposition: Int) -> PlaceMention? {
        var token = preposition + 1
        while token < min(preposition + 7, document.tokens.count) {
            if let place = placeStart[token] { return place }
            guard kinds[token].contains(.phrase) || isWord(token, .of), !kinds[token].contains(.possessive),
                isWord(token, [.part, .settlement, .of]) || kinds[token].contains(.opener)
            else { return nil }
            token += 1
        }
        return nil
    }

    /// Whether a place stands for its whole country.
    private func isScale(_ place: PlaceMention) -> Bool { place.kind == .country || place.kind == .capital }

    /// Makes people and bodies those of the country in which they are; armies and embassies may stand abroad.
    ///
    /// Bodies of a part of the country ("authorities in Donetsk") are not the state itself.
    private func settle(
        _ mention: inout ActorMention,
        _ agent: AgentNoun,
        _ country: String?,
        place: String?,
        until end: Int
    ) {
        guard mention.actor.country == nil, let country, !mayBeAbroad(agent) else { return }
        mention.actor.country = country
        mention.actor.text = text(mention.tokens.lowerBound..<max(end, mention.tokens.upperBound))
        guard let state = lexicon.state(country: country), isOfState(agent.sector), agent.noun != .states else {
            return
        }
        mention.form = .composed
        guard let place else {
            mention.actor.id = state.id
            mention.actor.name = state.name
            return
        }
        mention.actor.name = "\(place) \(agent.plural ?? agent.singular)"
        mention.actor.id = ActorLexicon.slug(mention.actor.name)
        mention.actor.family = state.id
    }

    /// Whether those whom a noun means are often not at home where they are.
    private func mayBeAbroad(_ agent: AgentNoun) -> Bool {
        switch agent.sector {
        case nil, .military, .intelligence: return true
        case .government:
            let posts = ["embassy", "consulate", "consulate general", "mission", "delegation", "team", "exile"]
            return agent.noun != .body || agent.refers != "state" || posts.contains { agent.singular.hasSuffix($0) }
        default: return false
        }
    }

    /// "thousands of protesters": the quantity is part of the phrase.
    private func count(_ index: Int, _ found: inout [ActorMention]) {
        let of = found[index].tokens.lowerBound - 1
        guard of > sentenceStart, isWord(of, .of), isWord(of - 1, .quantity) else { return }
        var start = of - 1
        while start > sentenceStart, kinds[start - 1].contains(.phrase), cover[start - 1] == .none { start -= 1 }
        found[index].tokens = start..<found[index].tokens.upperBound
        found[index].head = head(of: found[index].tokens)
        found[index].isPlural = true
        found[index].actor.text = text(found[index].tokens)
    }

    /// The mention whose phrase starts at a token.
    private func phrase(at token: Int, _ found: [ActorMention]) -> Int? {
        found.firstIndex { $0.tokens.lowerBound == token && ($0.use == .phrase) }
            ?? found.firstIndex { $0.tokens.lowerBound == token && $0.use == .attribute && $0.form == .name }
    }

    /// "militias backed by Iran", "groups with ties to Tehran", "fighters loyal to Haftar".
    private func attachBacker(_ index: Int, _ found: inout [ActorMention]) {
        guard found[index].use == .phrase, found[index].actor.country != "IGO" else { return }
        var verb = found[index].tokens.upperBound
        // Parsers take the "loyal" of "forces loyal to" for the end of the noun phrase.
        if verb < document.tokens.count, isWord(verb, .by), isWord(verb - 1, .backing) { verb -= 1 }
        guard verb + 1 < document.tokens.count, isWord(verb, .backing), isWord(verb + 1, .by) else { return }
        guard let backer = phrase(at: verb + 2, found), let country = found[backer].actor.country else { return }
        guard found[index].actor.country != country else { return }
        found[index].actor.backer = backing(found[backer])
        found[index].lines += found[backer].lines
        if found[index].actor.backer == nil, country != "IGO" {
            // "forces loyal to the general": of his country and his side.
            found[index].actor.country = found[index].actor.country ?? country
            if found[backer].actor.sector == .rebels { found[index].actor.sector = .rebels }
            found[index].actor.family = lexicon.entry(id: found[backer].actor.id)?.id
        }
        found[index].tokens = found[index].tokens.lowerBound..<found[backer].tokens.upperBound
        found[index].actor.text = text(found[index].tokens)
        found[backer].use = .embedded
        if found[index].form == .common, let agent = found[index].agent.map({ lexicon.agents[$0] }) {
            if found[index].actor.sector == .military, found[index].actor.backer != nil {
                found[index].actor.sector = .rebels
            }
            let noun = agent.refers == "group" ? "militias" : agent.plural ?? agent.singular
            found[index].actor.id = ActorLexicon.slug("\(found[backer].actor.name) backed \(noun)")
            found[index].actor.name = "\(found[backer].actor.name)-backed \(noun)"
            found[index].form = .composed
        }
    }

    /// "US and British forces": the noun belongs to both.
    private func share(_ index: Int, _ found: inout [ActorMention]) {
        guard found[index].form == .name, found[index].core == found[index].tokens.droppingDeterminer(tag) else {
            return
        }
        let and = found[index].tokens.upperBound
        guard and + 1 < document.tokens.count else { return }
        let isList = tag(and) == "," && found.contains { $0.isShared && $0.tokens.lowerBound == and + 1 }
        guard isWord(and, .and) || isList, isShared(found[index]) else { return }
        let start = tag(and) == "," && isWord(and + 1, .and) ? and + 2 : and + 1
        guard
            let other = found.firstIndex(where: {
                $0.tokens.lowerBound == start && $0.agent != nil && $0.use != .embedded && !$0.isDefinite
                    && ($0.form == .composed || $0.form == .common)
            }), let agent = found[other].agent.map({ lexicon.agents[$0] })
        else { return }
        var shared = found[index]
        possess(found[index], agent, &shared)
        shared.lines = found[index].lines + [agent.line]
        shared.isShared = true
        shared.head = found[other].head
        shared.use = found[other].use
        shared.agent = found[other].agent
        shared.isPlural = found[other].isPlural
        shared.isPerson = found[other].isPerson
        shared.actor.text = text(shared.tokens)
        if shared.actor.sector == nil { shared.actor.sector = agent.sector }
        found[index] = shared
    }

    /// Whether a name can be an adjective before "and": its tag or its lexicon form says so.
    private func isShared(_ mention: ActorMention) -> Bool {
        if tag(mention.core.upperBound - 1).hasPrefix("JJ") { return true }
        let words = mention.core.map { hashes[$0] }
        return words.count == 1 && dictionary.isAdjective(words[0])
    }

    /// "Joseph Votel, commander of US Central Command": the name takes what the noun says.
    private mutating func appose(_ index: Int, _ found: inout [ActorMention]) {
        let comma = found[index].tokens.upperBound
        guard comma + 1 < document.tokens.count, tag(comma) == "," else { return }
        guard let other = found.firstIndex(where: { $0.tokens.lowerBound == comma + 1 && $0.use == .phrase }) else {
            return
        }
        let end = found[other].tokens.upperBound
        let isClosed =
            end >= document.tokens.count || [",", ".", "", ")", "WP", "WDT"].contains(tag(end))
            || token(found[other].head).relation == .appos
        guard isClosed, token(found[other].head).relation != .conj else { return }
        let left = found[index], right = found[other]
        if left.form == .unknown, let agent = right.agent {
            let noun = lexicon.agents[agent].noun
            found[index].actor.country = right.actor.country ?? left.actor.country
            found[index].actor.sector = right.actor.sector
            found[index].actor.backer = right.actor.backer
            found[index].isPerson = noun == .people || noun == .title || noun == .member
            if found[index].isPerson { found[index].form = .person }
            found[index].agent = agent
            found[index].lines += right.lines
            found[other].use = .embedded
        } else if right.form == .unknown, left.agent != nil, left.isPerson {
            found[other].actor.country = left.actor.country
            found[other].actor.sector = left.actor.sector
            found[other].actor.backer = left.actor.backer
            found[other].lines += left.lines
            found[other].form = .person
            found[other].isPerson = true
            found[other].use = .embedded
            found[index].actor.id = found[other].actor.id
            found[index].actor.name = found[other].actor.name
        } else if left.agent != nil, left.form != .person, right.form == .person || right.form == .name {
            guard left.isPerson == right.isPerson, token(right.head).relation == .appos else { return }
            let words = left.actor.text
            found[index].actor = right.actor
            found[index].actor.text = words
            found[index].isDefinite = false
            found[index].lines += right.lines
            found[other].use = .embedded
        } else if right.agent != nil, left.form == .person || left.form == .name,
            token(right.head).relation == .appos
        {
            found[other].use = .embedded
        }
    }

    /// "the Popular Resistance Front (PRF)": the acronym stands for the actor from here on.
    private mutating func defineAcronyms(_ found: [ActorMention], in sentence: Range<Int>) {
        for mention in found where mention.use != .locative && mention.form != .pronoun {
            let open = mention.tokens.upperBound
            guard open + 2 < sentence.upperBound, tag(open) == "-LRB-" || text(open..<(open + 1)) == "(" else {
                continue
            }
            guard isProper(open + 1), text((open + 2)..<(open + 3)) == ")" else { continue }
            let letters = text((open + 1)..<(open + 2))
            guard letters.count >= 2, letters == letters.uppercased() else { continue }
            acronyms[hashes[open + 1]] = mention.actor
        }
    }
}

extension Range<Int> {
    /// The range without a determiner at its start.
    func droppingDeterminer(_ tag: (Int) -> String) -> Range<Int> {
        count > 1 && tag(lowerBound) == "DT" ? (lowerBound + 1)..<upperBound : self
    }
}
