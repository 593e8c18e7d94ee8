// Finds the places that a document names.
import EventModel
import Language

/// Finds the names of the gazetteer, the longest first, and settles between places of one name by country context.
public struct PlaceFinder: Sendable {
    private let gazetteer: EventModel.Gazetteer
    private let grammar: PlaceGrammar
    private let trie: PhraseTrie
    /// What the trie's numbers stand for.
    private let names: [Name]

    private struct Name: Sendable {
        let entry: Int
        let capitals: [Capitals]
        let isAmbiguous: Bool
    }

    /// A finder for the places of a gazetteer; the lexicon lends its grammatical words.
    public init(gazetteer: EventModel.Gazetteer, lexicon: ActorLexicon) {
        var trie = PhraseTrie()
        var names: [Name] = []
        for (index, entry) in gazetteer.entries.enumerated() {
            for name in entry.names {
                let words = Folding.words(name.phrase)
                trie.insert(words.map(\.hash), Int32(names.count))
                names.append(Name(entry: index, capitals: words.map(\.capitals), isAmbiguous: name.isAmbiguous))
            }
        }
        self.gazetteer = gazetteer
        self.trie = trie
        self.names = names
        grammar = PlaceGrammar(lexicon)
    }

    /// The mentions in the document, by their place in the text.
    public func mentions(in document: Document) -> [PlaceMention] {
        mentions(in: document, folded: FoldedText(document))
    }

    /// The same on words that are folded already.
    public func mentions(in document: Document, folded: FoldedText) -> [PlaceMention] {
        let found = candidates(document, folded)
        guard !found.isEmpty else { return [] }
        var counts: [String: Int] = [:]
        for one in found where one.entries.count == 1 {
            if let country = gazetteer.entries[one.entries[0]].place.country { counts[country, default: 0] += 1 }
        }
        return found.indices.map { index in
            let entry = gazetteer.entries[choose(index, found, document, counts)]
            let tokens = found[index].tokens
            let (preposition, isLocative) = grammar.preposition(before: tokens, in: document)
            return PlaceMention(
                tokens: tokens,
                head: PlaceGrammar.head(of: tokens, in: document),
                place: entry.place,
                kind: entry.kind,
                preposition: preposition,
                isLocative: isLocative,
                line: entry.line
            )
        }
    }

    /// A name in the text and the places it may be.
    private struct Candidate {
        let tokens: Range<Int>
        let entries: [Int]
        let sentence: Int
    }

    private func candidates(_ document: Document, _ folded: FoldedText) -> [Candidate] {
        var found: [Candidate] = []
        for (sentence, range) in folded.sentences.enumerated() {
            var index = range.lowerBound
            while index < range.upperBound {
                var after = index + 1
                trie.longest(at: index, in: folded.words, until: range.upperBound) { numbers, end in
                    let tokens = folded.words[index].token..<(folded.words[end - 1].token + 1)
                    let entries = numbers.map(Int.init).filter { fits($0, index..<end, tokens, folded, document) }
                        .map { names[$0].entry }
                    guard !entries.isEmpty else { return false }
                    if !grammar.isPersonName(tokens, in: document) {
                        found.append(Candidate(tokens: tokens, entries: entries, sentence: sentence))
                    }
                    after = end
                    return true
                }
                index = after
            }
        }
        return found
    }

    private func fits(
        _ number: Int,
        _ words: Range<Int>,
        _ tokens: Range<Int>,
        _ folded: FoldedText,
        _ document: Document
    ) -> Bool {
        let name = names[number]
        for (offset, index) in words.enumerated() {
            let isFit = name.capitals[offset].accepts(folded.words[index].capitals, exactly: false)
            if !isFit { return false }
        }
        return !name.isAmbiguous || grammar.preposition(before: tokens, in: document).isLocative
    }

    /// The place that a name means here: by the country that follows it, by the countries of the sentence and of the
    /// text, by its weight.
    private func choose(_ index: Int, _ found: [Candidate], _ document: Document, _ counts: [String: Int]) -> Int {
        let candidate = found[index]
        guard candidate.entries.count > 1 else { return candidate.entries[0] }
        var near: Set<String> = []
        func look(_ other: Candidate) -> Bool {
            guard other.sentence == candidate.sentence else { return false }
            if other.entries.count == 1, let country = gazetteer.entries[other.entries[0]].place.country {
                near.insert(country)
            }
            return true
        }
        for other in found[..<index].reversed() where !look(other) { break }
        for other in found[(index + 1)...] where !look(other) { break }
        let next = index + 1 < found.count ? found[index + 1] : nil
        func score(_ entry: Int) -> Int {
            let place = gazetteer.entries[entry].place
            var score = gazetteer.entries[entry].kind.weight
            guard let country = place.country else { return score }
            score += min(counts[country] ?? 0, 3) * 6
            if near.contains(country) { score += 8 }
            if let next, next.tokens.lowerBound == candidate.tokens.upperBound + 1,
                next.entries.contains(where: { gazetteer.entries[$0].place.country == country })
            {
                score += 40
            }
            return score
        }
        var best = candidate.entries[0]
        for entry in candidate.entries.dropFirst() where score(entry) > score(best) { best = entry }
        return best
    }
}

extension PlaceKind {
    /// How likely a name alone means this sort of place, against others of the name.
    var weight: Int {
        switch self {
        case .country: 30
        case .capital: 18
        case .continent, .sea, .strait: 16
        case .metropolis: 12
        case .region: 10
        case .city, .area, .island: 8
        case .base, .facility, .crossing, .river, .mountain: 6
        case .town: 4
        }
    }
}
