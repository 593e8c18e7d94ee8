// Dictionary matches in a sentence: the longest phrase from the left whose capitals and tags allow it.
import EventModel
import Language

extension ActorScan {
    /// The phrases of the dictionary in a sentence, by their place.
    mutating func items(in sentence: Int) -> [LexicalItem] {
        let range = folded.sentences[sentence]
        var items: [LexicalItem] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard let (item, after) = item(at: index, until: range.upperBound, previous: items.last) else {
                index += 1
                continue
            }
            if let name = item.name, let country = lexicon.entries[lexicon.names[name].entry].country {
                countries[country, default: 0] += 1
            }
            items.append(item)
            index = after
        }
        return items.filter { !isForeignName($0, items) }
    }

    private func item(at start: Int, until end: Int, previous: LexicalItem?) -> (LexicalItem, Int)? {
        var found: (LexicalItem, Int)?
        dictionary.trie.longest(at: start, in: folded.words, until: end) { numbers, after in
            let tokens = folded.words[start].token..<(folded.words[after - 1].token + 1)
            var item = LexicalItem(tokens: tokens)
            var names: [Int] = []
            for number in numbers.lazy.map(Int.init) where fits(number, start..<after) {
                switch dictionary.targets[number] {
                case .name(let name): names.append(name)
                case .agent(let agent, let isPlural):
                    guard item.agent == nil, isNominal(tokens.upperBound - 1), !isCondition(agent, tokens) else {
                        continue
                    }
                    item.agent = agent
                    item.isPlural = isPlural
                }
            }
            item.name = choose(names, tokens, previous: previous)
            if let name = item.name {
                let entry = lexicon.names[name].entry
                for other in names where lexicon.names[other].entry == entry {
                    let form = lexicon.names[other].form
                    if form == .adjective { item.isAdjective = true } else { item.isNoun = true }
                }
                item.agent = nil
            }
            guard item.name != nil || item.agent != nil else { return false }
            found = (item, after)
            return true
        }
        return found
    }

    /// "a state of emergency", "state-of-the-art": no state.
    private func isCondition(_ agent: Int, _ tokens: Range<Int>) -> Bool {
        let next = tokens.upperBound
        guard lexicon.agents[agent].noun == .body || lexicon.agents[agent].noun == .states, tokens.count == 1,
            lexicon.agents[agent].singular == "state", next + 1 < document.tokens.count
        else { return false }
        if isHyphen(next) { return true }
        return isWord(next, .of) && !isProper(next + 1) && !kinds[next + 1].contains(.opener)
    }

    /// Whether the capitals of the words allow the phrase.
    private func fits(_ number: Int, _ words: Range<Int>) -> Bool {
        var isExact = false
        if case .name(let name) = dictionary.targets[number] { isExact = lexicon.names[name].isExact }
        let needed = dictionary.capitals[number]
        for (offset, index) in words.enumerated() {
            let isFit = needed[offset].accepts(folded.words[index].capitals, exactly: isExact)
            if !isFit { return false }
        }
        return true
    }

    /// Whether the tag allows a common noun; a title before a name is often tagged as part of it.
    private func isNominal(_ token: Int) -> Bool {
        let tag = self.tag(token)
        return tag.isEmpty || tag.hasPrefix("NN") || tag == "FW" || tag == "ADD"
    }

    /// The best of the names that share a spelling.
    private func choose(_ names: [Int], _ tokens: Range<Int>, previous: LexicalItem?) -> Int? {
        var best: (name: Int, score: Int)?
        for name in names {
            guard let score = score(name, tokens, previous: previous) else { continue }
            if best.map({ score > $0.score }) ?? true { best = (name, score) }
        }
        return best?.name
    }

    /// How well a name fits here, nil where it must not stand.
    private func score(_ index: Int, _ tokens: Range<Int>, previous: LexicalItem?) -> Int? {
        let name = lexicon.names[index]
        let entry = lexicon.entries[name.entry]
        let isBesideTitle = previous.map { $0.agent != nil && $0.tokens.upperBound == tokens.lowerBound } ?? false
        var score = 0
        if name.form == .surname {
            let isKnown = surnames[hashes[tokens.lowerBound]]?.actor.id == entry.id
            guard isKnown || isBesideTitle, !isInsideName(tokens, isBesideTitle: isBesideTitle) else { return nil }
            // "King Hassan" of 2010 is not a president of 2021: a bare surname needs its bearer's days in office.
            if !isKnown, published != nil, !entry.terms.isEmpty, !entry.terms.contains(where: { $0.covers(published) })
            {
                return nil
            }
            score -= isKnown ? 0 : 4
        }
        if let country = entry.country, countries[country] != nil { score += 2 }
        if entry.terms.contains(where: { $0.covers(published) }) { score += 1 }
        if entry.kind == .person, !entry.terms.isEmpty, published != nil,
            !entry.terms.contains(where: { $0.covers(published) })
        {
            score -= 1
        }
        return score
    }

    /// Whether a surname is followed by more of a name, or a given name stands before it.
    private func isInsideName(_ tokens: Range<Int>, isBesideTitle: Bool) -> Bool {
        let after = tokens.upperBound
        if after < document.tokens.count, isProper(after), !isWord(after, .time) { return true }
        let before = tokens.lowerBound - 1
        return !isBesideTitle && before >= 0 && isProper(before)
            && token(before).bytes.upperBound + 1
                == token(tokens.lowerBound).bytes.lowerBound
    }

    /// Whether a single word that is also a personal name stands within some other name ("Michael Jordan").
    private func isForeignName(_ item: LexicalItem, _ items: [LexicalItem]) -> Bool {
        guard let index = item.name, item.tokens.count == 1 else { return false }
        let name = lexicon.names[index]
        let kind = lexicon.entries[name.entry].kind
        guard kind == .state || kind == .people || name.isAmbiguous, name.form != .adjective || name.isAmbiguous
        else { return false }
        let token = item.tokens.lowerBound
        if name.isAmbiguous, strangers[hashes[token]] != nil { return true }
        for neighbour in [token - 1, token + 1] where document.tokens.indices.contains(neighbour) {
            guard isProper(neighbour), !items.contains(where: { $0.tokens.contains(neighbour) }),
                !isWord(neighbour, .time), !isWord(neighbour, .part)
            else { continue }
            let areFlat =
                (self.token(token).head == neighbour && self.token(token).relation == .flat)
                || (self.token(neighbour).head == token && self.token(neighbour).relation == .flat)
            if areFlat || (name.isAmbiguous && neighbour < token) { return true }
        }
        return false
    }
}
