// Treebanks as the numbers that training works on.
import Language

/// All that training needs of the treebanks and of WordNet.
struct TrainingData {
    var samples: [Sample] = []
    private(set) var contents = ModelContents()
    private(set) var lexicon = Lexicon([])

    /// Treebanks, and sentences of our own, which say nothing about how often a word has a tag.
    init(_ files: [CoNLLUFile], own: CoNLLU, wordNet: WordNetReader) {
        let natural = files.flatMap { $0.content.sentences.map(GoldSentence.init) }.filter { !$0.forms.isEmpty }
        let gold = natural + own.sentences.map(GoldSentence.init)
        var tagCounts: [TagPair: Int] = [:]
        var labelCounts: [Relation: Int] = [:]
        for sentence in gold {
            for index in sentence.forms.indices {
                tagCounts[TagPair(upos: sentence.upos[index], tag: sentence.tags[index]), default: 0] += 1
                labelCounts[Self.relation(sentence.relations[index]), default: 0] += 1
            }
        }
        contents.tags = tagCounts.filter { $0.value > 4 }.map(\.key)
            .sorted { ($0.upos.rawValue, $0.tag) < ($1.upos.rawValue, $1.tag) }
        contents.labels = labelCounts.filter { $0.value > 4 }.map(\.key).sorted { $0.rawValue < $1.rawValue }
        contents.lexicon = Self.lexicon(gold, natural: natural.count, contents.tags, wordNet)
        contents.exceptions = LemmaTable(gold, wordNet, Lexicon(contents.lexicon)).exceptions
        lexicon = Lexicon(contents.lexicon)
        samples = Self.samples(gold, contents, lexicon)
    }

    static func relation(_ name: String) -> Relation {
        Relation(rawValue: name) ?? Relation(rawValue: String(name.prefix { $0 != ":" })) ?? .dep
    }

    /// The features of forms as the pipeline computes them.
    static func features(_ forms: [String], _ lexicon: Lexicon) -> [WordFeatures] {
        let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: WordFeatures.longest + 8)
        defer { scratch.deallocate() }
        return forms.map { form in
            Array(form.utf8).withUnsafeBufferPointer { WordFeatures($0, 0, $0.count, lexicon, scratch) }
        }
    }

    private static func lexicon(
        _ gold: [GoldSentence],
        natural: Int,
        _ tags: [TagPair],
        _ wordNet: WordNetReader
    ) -> [(key: UInt32, facts: Lexicon.Facts)] {
        var facts: [UInt32: UInt32] = [:]
        for (word, bits) in wordNet.facts { facts[Lexicon.key(word.utf8), default: 0] |= bits }
        var counts: [UInt32: Int] = [:]
        var tagged: [UInt32: [TagPair: Int]] = [:]
        for (number, sentence) in gold.enumerated() {
            let keys = features(sentence.forms, Lexicon([])).map(\.form)
            for (index, form) in sentence.forms.enumerated() {
                let key = keys[index]
                counts[key, default: 0] += 1
                let isCapital = form.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
                if !isCapital, number < natural {
                    let pair = TagPair(upos: sentence.upos[index], tag: sentence.tags[index])
                    tagged[key, default: [:]][pair, default: 0] += 1
                }
            }
        }
        for (key, count) in counts where count > 1 {
            facts[key, default: 0] |= 1 << 23
            guard let seen = tagged[key] else { continue }
            let total = seen.values.reduce(0, +)
            guard total > 60, let best = seen.max(by: { $0.value < $1.value }), best.value * 400 >= total * 399,
                let tag = tags.firstIndex(of: best.key)
            else { continue }
            facts[key, default: 0] |= UInt32(tag + 1) << 24
        }
        return facts.map { ($0.key, Lexicon.Facts(rawValue: $0.value)) }.sorted { $0.0 < $1.0 }
    }

    private static func samples(_ gold: [GoldSentence], _ contents: ModelContents, _ lexicon: Lexicon) -> [Sample] {
        var counts: [UInt32: Int] = [:]
        let words = gold.map { features($0.forms, lexicon) }
        for sentence in words {
            for word in sentence { counts[word.form, default: 0] += 1 }
        }
        let tagNumbers = Dictionary(uniqueKeysWithValues: contents.tags.enumerated().map { ($1, UInt8($0)) })
        let labelNumbers = Dictionary(uniqueKeysWithValues: contents.labels.enumerated().map { ($1, UInt8($0)) })
        let fallback = labelNumbers[.dep] ?? 0
        return zip(gold, words).map { sentence, words in
            let tags = sentence.forms.indices.map { index in
                let pair = TagPair(upos: sentence.upos[index], tag: sentence.tags[index])
                return tagNumbers[pair] ?? UInt8(contents.tags.firstIndex { $0.upos == pair.upos } ?? 0)
            }
            return Sample(
                words: words,
                counts: words.map { counts[$0.form] ?? 1 },
                goldTags: tags,
                tags: tags,
                heads: sentence.projectiveHeads,
                labels: sentence.relations.map { labelNumbers[relation($0)] ?? fallback }
            )
        }
    }
}
