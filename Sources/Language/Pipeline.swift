// From raw text to dependency trees.

/// Splits, tags, parses and lemmatizes text; one value may serve many threads.
public struct Pipeline: Sendable {
    private let segmenter: Segmenter
    private let model: LanguageModel
    private let beam: Int
    private let repairs: Bool
    /// Tokens of the longest sentence that repairs look at, for they may walk it once for each token.
    private static let longestRepaired = 400

    /// A pipeline; `beam` is how many parses are kept at each step, 1 for the fastest.
    ///
    /// Of a model that was loaded for another beam, the parser that it has is taken. Without `repairs` the trees are just
    /// what the parser found.
    public init(segmenter: Segmenter, model: LanguageModel, beam: Int = 1, repairs: Bool = true) {
        self.repairs = repairs
        self.segmenter = segmenter
        self.model = model
        self.beam = min(max(beam, 1), 64)
    }

    /// The text with its sentences, tokens, tags, lemmas and trees.
    public func annotate(_ text: String) -> Document {
        var document = segmenter.segment(text)
        annotate(&document)
        return document
    }

    /// The texts with their sentences, tokens, tags, lemmas and trees: faster than one by one where they are short.
    public func annotate(_ texts: [String]) -> [Document] {
        var documents = texts.map(segmenter.segment)
        documents.withUnsafeMutableBufferPointer { annotate($0) }
        return documents
    }

    /// Fills the tags, lemmas and trees of a document whose sentences and tokens are known.
    public func annotate(_ document: inout Document) {
        withUnsafeMutablePointer(to: &document) { annotate(UnsafeMutableBufferPointer(start: $0, count: 1)) }
    }

    /// Tags all documents before the first is parsed, and so on, so that each stage finds its weights in the cache.
    private func annotate(_ documents: UnsafeMutableBufferPointer<Document>) {
        let scratch = ParserScratch()
        var words: [WordFeatures] = []
        var tags: [UInt8] = []
        let count = documents.reduce(0) { $0 + $1.tokens.count }
        words.reserveCapacity(count)
        tags.reserveCapacity(count)
        forEachSentence(documents) { tokens, range, bytes, _ in
            tag(tokens, range, bytes, scratch)
            words.append(contentsOf: UnsafeBufferPointer(start: scratch.words, count: range.count))
            tags.append(contentsOf: UnsafeBufferPointer(start: scratch.tags, count: range.count))
        }
        func takeUp(_ start: Int, _ count: Int) {
            scratch.take(words[start..<start + count], tags[start..<start + count])
            scratch.sentence.fill(scratch.words, scratch.tags, count, model.tagFeatures)
        }
        forEachSentence(documents) { tokens, range, _, start in
            takeUp(start, range.count)
            parse(tokens, range, scratch)
        }
        forEachSentence(documents) { tokens, range, bytes, start in
            takeUp(start, range.count)
            finish(tokens, range, bytes, scratch)
        }
        for index in documents.indices { documents[index].tree = DependencyTree(documents[index].tokens) }
    }

    /// Calls `body` with the tokens and bytes of each document, each sentence that is not empty, and how many tokens stood
    /// before it in all.
    private func forEachSentence(
        _ documents: UnsafeMutableBufferPointer<Document>,
        _ body: (UnsafeMutableBufferPointer<Token>, Range<Int>, UnsafeBufferPointer<UInt8>, _ start: Int) -> Void
    ) {
        var start = 0
        for index in documents.indices {
            let sentences = documents[index].sentences
            let text = documents[index].text
            text.utf8.withUnsafeBufferPointer { bytes in
                documents[index].tokens.withUnsafeMutableBufferPointer { tokens in
                    for sentence in sentences where !sentence.tokens.isEmpty {
                        body(tokens, sentence.tokens, bytes, start)
                        start += sentence.tokens.count
                    }
                }
            }
        }
    }

    /// Tags a sentence.
    private func tag(
        _ tokens: UnsafeMutableBufferPointer<Token>,
        _ range: Range<Int>,
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ scratch: ParserScratch
    ) {
        let count = range.count
        scratch.reserve(count + 1)
        for index in 0..<count {
            let place = tokens[range.lowerBound + index].bytes
            scratch.words[index] = WordFeatures(
                bytes,
                place.lowerBound,
                place.upperBound,
                model.lexicon,
                scratch.form
            )
        }
        model.tagger.tag(scratch.words, count, into: scratch.tags, scratch: scratch)
        if repairs {
            model.tagRepair.apply(scratch.words, count, to: scratch.tags)
            model.missingVerb.find(scratch.words, scratch.tags, count, model.lemmatizer)
        }
    }

    /// Finds the heads of a sentence whose words are in `scratch`.
    private func parse(
        _ tokens: UnsafeMutableBufferPointer<Token>,
        _ range: Range<Int>,
        _ scratch: ParserScratch
    ) {
        if let weights = model.greedy, beam == 1 || model.beam == nil {
            Parser.parseGreedily(weights, scratch, model.greedyConfidence)
        } else if let weights = model.beam {
            Parser.parse(weights, beam: beam, scratch, model.beamConfidence, scale: model.beamScale)
        }
        for index in 0..<range.count {
            let head = Int(scratch.heads[index])
            tokens[range.lowerBound + index].head = head == 0 ? nil : range.lowerBound + head - 1
            tokens[range.lowerBound + index].confidence = scratch.confidences[index]
        }
    }

    /// Names the relations of a sentence with heads, and mends its tree.
    private func finish(
        _ tokens: UnsafeMutableBufferPointer<Token>,
        _ range: Range<Int>,
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ scratch: ParserScratch
    ) {
        let count = range.count
        for index in 0..<count {
            let head = tokens[range.lowerBound + index].head.map { $0 - range.lowerBound + 1 } ?? 0
            scratch.heads[index] = Int32(truncatingIfNeeded: head)
        }
        let links = TreeLinks(
            scratch.links,
            heads: scratch.heads,
            count: count,
            tags: scratch.tags,
            roles: model.roles
        )
        model.labeller.label(links, scratch)
        for index in 0..<count {
            let pair = model.tagger.tags[Int(scratch.tags[index])]
            tokens[range.lowerBound + index].upos = pair.upos
            tokens[range.lowerBound + index].tag = pair.tag
            tokens[range.lowerBound + index].relation = model.labeller.labels[Int(scratch.labels[index])]
            let place = tokens[range.lowerBound + index].bytes
            tokens[range.lowerBound + index].lemma = model.lemmatizer.lemma(
                bytes,
                place.lowerBound,
                place.upperBound,
                pair.upos,
                pair.tag,
                model.lexicon,
                scratch.form
            )
            scratch.marks[index] = SentenceTree.Marks(scratch.words[index].facts)
        }
        if repairs, count <= Self.longestRepaired {
            TreeRepairs.apply(to: SentenceTree(tokens: tokens, range: range, marks: scratch.marks))
        }
    }
}
