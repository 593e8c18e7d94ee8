// Runs the language stages over an article and makes rows of what one of them finds.
import EventModel
import Language
import Rendering

/// Makes the rows of `--emit`; one value may serve many threads.
struct Emitter: Sendable {
    private let kind: EmitKind
    private let segmenter: Segmenter
    private let pipeline: Pipeline?
    private let vocabulary: Vocabulary

    /// An emitter with the data that its kind needs.
    init(_ kind: EmitKind, rooms: Rooms, beam: Int) throws {
        self.kind = kind
        segmenter = try rooms.segmenter()
        pipeline = kind.needsTrees ? try rooms.pipeline(beam: beam) : nil
        vocabulary = try rooms.vocabulary()
    }

    /// The rows of an article.
    func rows(_ article: Article) -> [Record] {
        let document = document(article.text)
        switch kind {
        case .sentences: return sentences(document, article.id)
        case .tokens, .conllu: return tokens(document, article.id)
        case .times: return times(document, article)
        case .counts: return counts(document, article.id)
        case .quotes: return quotes(document, article.id)
        case .patterns, .patternTotals: return []  // counted over the whole corpus, not by article
        }
    }

    /// The sentences of an article as CoNLL-U.
    func conllu(_ article: Article) -> String {
        "# newdoc id = \(article.id)\n" + CoNLLU(document(article.text)).text
    }

    /// Given tokens as CoNLL-U, with the columns that tagger and parser fill.
    func conllu(tokens text: String) -> String {
        var sentences = CoNLLU(text)
        var document = sentences.document
        pipeline?.annotate(&document)
        sentences.fill(from: document)
        return sentences.text
    }

    private func document(_ text: String) -> Document {
        pipeline?.annotate(text) ?? segmenter.segment(text)
    }

    private func sentences(_ document: Document, _ article: String) -> [Record] {
        document.sentences.map { sentence in
            row(article, document.text.scalars(sentence.bytes), document.text.string(sentence.bytes))
        }
    }

    private func tokens(_ document: Document, _ article: String) -> [Record] {
        document.sentences.enumerated().flatMap { number, sentence in
            sentence.tokens.map { index in
                let token = document.tokens[index]
                var row = row(article, document.text.scalars(token.bytes), document.form(index))
                row.append("sentence", .integer(number))
                row.append("token", .integer(index - sentence.tokens.lowerBound))
                row.append("lemma", .text(token.lemma))
                row.append("upos", .text(token.upos.rawValue))
                row.append("xpos", .text(token.tag))
                row.append("head", .integer(token.head.map { $0 - sentence.tokens.lowerBound }))
                row.append("relation", .text(token.relation.rawValue))
                row.append("confidence", .number((Double(token.confidence) * 1000).rounded() / 1000))
                return row
            }
        }
    }

    private func times(_ document: Document, _ article: Article) -> [Record] {
        TimeTagger(vocabulary: vocabulary, publication: article.published).expressions(in: document).map { time in
            var row = row(article.id, time.span, time.text)
            row.append("type", .text(time.kind.rawValue))
            row.append("value", .text(time.value))
            return row
        }
    }

    private func counts(_ document: Document, _ article: String) -> [Record] {
        CountExtractor(vocabulary: vocabulary).counts(in: document).map { count in
            var row = row(article, count.span, count.text)
            row.append("kind", .text(count.kind.rawValue))
            row.append("n", .integer(count.quantity.figure))
            row.append("qual", .text(count.quantity.mark))
            return row
        }
    }

    private func quotes(_ document: Document, _ article: String) -> [Record] {
        let chains = CoreferenceResolver(vocabulary: vocabulary).resolve(document)
        return QuoteFinder(vocabulary: vocabulary).attributions(in: document, chains: chains).map { quote in
            var row = row(article, quote.content, quote.text)
            row.append("source", quote.source.map { .span($0) } ?? .null)
            row.append("speaker", .text(quote.speaker))
            row.append("cue", quote.cue.map { .span($0) } ?? .null)
            row.append("content", .span(quote.content))
            row.append("direct", .bool(quote.isDirect))
            return row
        }
    }

    private func row(_ article: String, _ span: Range<Int>, _ text: String) -> Record {
        ["article": .text(article), "span": .span(span), "text": .text(text)]
    }
}
