// Text to events: the whole way of one article, stage by stage, and the merging of many.
import Chronology
import EventModel
import Language

/// Codes articles into events.
public struct Coder: ArticleCoder {
    /// How events are made of acts.
    public struct Options: Sendable {
        /// How far the same act told again is made one event.
        public enum Merge: String, Sendable, CaseIterable {
            case none, article, corpus
        }

        /// How far events are merged.
        public var merge = Merge.corpus
        /// Whether events tell how they were made.
        public var traces = false
        /// Whether acts that are only possible are events too.
        public var keepsHypothetical = false
        /// How many parses are kept at each step, 1 for the fastest.
        public var beam = 4
        /// The most bytes of a text that are read as one; a longer one is read in parts that know nothing of each other.
        ///
        /// No news text is as long (the longest of 1,643 has 10 KiB); what a reader still has in mind is shorter too.
        public var partByteCountMax = 256 << 10

        /// The usual options.
        public init(merge: Merge = .corpus, traces: Bool = false, keepsHypothetical: Bool = false) {
            self.merge = merge
            self.traces = traces
            self.keepsHypothetical = keepsHypothetical
        }
    }

    /// What the coder reads text with.
    public var options: Options
    let pipeline: Pipeline
    let annotator: Annotator
    let actorFinder: ActorFinder
    let placeFinder: PlaceFinder
    let resolver: ActorResolver
    let actors: ActorLexicon
    /// What words tell of acts.
    public let actions: ActionLexicon
    let ontology: Ontology
    /// The places of kind country by their codes.
    let countries: [String: GazetteerEntry]

    /// A coder of these lexicons and models.
    public init(
        model: LanguageModel,
        segmenter: Segmenter,
        vocabulary: Vocabulary,
        actors: ActorLexicon,
        gazetteer: EventModel.Gazetteer,
        actions: ActionLexicon,
        ontology: Ontology,
        options: Options = Options()
    ) {
        pipeline = Pipeline(segmenter: segmenter, model: model, beam: options.beam)
        annotator = Annotator(vocabulary: vocabulary, followsNames: false)
        actorFinder = ActorFinder(lexicon: actors)
        placeFinder = PlaceFinder(gazetteer: gazetteer, lexicon: actors)
        resolver = ActorResolver(lexicon: actors)
        var countries: [String: GazetteerEntry] = [:]
        for entry in gazetteer.entries where entry.kind == .country {
            if let country = entry.place.country, countries[country] == nil { countries[country] = entry }
        }
        self.countries = countries
        self.actors = actors
        self.actions = actions
        self.ontology = ontology
        self.options = options
    }

    /// The events of these articles, merged as the options say, in the order of (published, article id, span).
    public func events(in articles: [Article]) -> [Event] {
        let events = articles.flatMap { code($0) }
        return options.merge == .corpus ? Self.merge(events) : EventOrder.sorted(events)
    }

    /// The events of one article: those of its text, and those that only its headline tells.
    public func code(_ article: Article) -> [Event] { code(article, parsed(article)) }

    /// The events of each of some articles.
    ///
    /// All are parsed before the first is coded: what a stage looks things up in stays in the processor's cache.
    public func code(_ articles: [Article]) -> [[Event]] {
        zip(articles, parsed(articles)).map { code($0, $1) }
    }

    private func code(_ article: Article, _ parsed: Parsed) -> [Event] {
        var events: [Event] = []
        var told: [Event] = []
        forEachBuilder(article, parsed) { builder, isHeadline in
            if isHeadline { told = builder.events() } else { events += builder.events() }
        }
        return told.isEmpty ? events : Headline.merge(told, into: events, merges: options.merge != .none)
    }

    /// The trees of an article's headline and of the first part of its text.
    struct Parsed {
        let headline: Document?
        let start: Document
    }

    func parsed(_ article: Article) -> Parsed {
        Parsed(headline: title(of: article).map { pipeline.annotate($0) }, start: pipeline.annotate(start(of: article)))
    }

    private func parsed(_ articles: [Article]) -> [Parsed] {
        var texts: [String] = []
        for article in articles {
            if let title = title(of: article) { texts.append(title) }
            texts.append(start(of: article))
        }
        var documents = pipeline.annotate(texts).makeIterator()
        return articles.map { article in
            let headline = title(of: article).flatMap { _ in documents.next() }
            return Parsed(headline: headline, start: documents.next() ?? pipeline.annotate(""))
        }
    }

    private func title(of article: Article) -> String? { article.title.flatMap { $0.isEmpty ? nil : $0 } }

    private func start(of article: Article) -> String {
        var parts = TextParts(article.text, byteCountMax: options.partByteCountMax)
        return parts.next() ?? ""
    }

    /// The builders of the parts of the text and of the headline, which share what the article is about.
    func forEachBuilder(
        _ article: Article,
        _ parsed: Parsed,
        _ body: (_ builder: EventBuilder, _ isHeadline: Bool) -> Void
    ) {
        let headline = parsed.headline.map { coded(article, $0) }
        var origin = TextOrigin()
        for part in TextParts(article.text, byteCountMax: options.partByteCountMax) {
            let document = origin.scalars == 0 ? parsed.start : pipeline.annotate(part)
            let text = coded(article, document, origin)
            let domain = headline.map { TextDomain(text) + TextDomain($0).weighted(3) } ?? TextDomain(text)
            body(builder(text, domain: domain), false)
            if let headline, origin.scalars == 0 { body(builder(headline, domain: domain), true) }
            origin.scalars += part.unicodeScalars.count
            origin.sentences += text.document.sentences.count
        }
    }

    private func builder(_ text: CodedText, domain: TextDomain) -> EventBuilder {
        let annotations = annotator.annotate(text.document, publication: text.article.published)
        return EventBuilder(
            text: text,
            annotations: annotations,
            domain: domain,
            actors: actors,
            ontology: ontology,
            countries: countries,
            options: options
        )
    }

    /// The document with its actors and places.
    func coded(_ article: Article, _ document: Document, _ origin: TextOrigin = TextOrigin()) -> CodedText {
        let folded = FoldedText(document)
        let places = placeFinder.mentions(in: document, folded: folded)
        let found = actorFinder.mentions(in: document, folded: folded, published: article.published, places: places)
        return CodedText(
            article: article,
            document: document,
            origin: origin,
            lexicon: actions,
            actors: resolver.resolve(found, in: document, places: places),
            places: places
        )
    }

    /// What the stages made of a sentence of an article, −1 for its title, nil where there is no such sentence.
    public func reading(ofSentence sentence: Int, in article: Article) -> SentenceReading? {
        var reading: SentenceReading?
        forEachBuilder(article, parsed(article)) { builder, isHeadline in
            // A title of two sentences is sentence −1 all the same.
            let own = isHeadline ? (sentence == Headline.sentence ? 0 : -1) : sentence - builder.text.origin.sentences
            guard reading == nil, builder.text.document.sentences.indices.contains(own) else { return }
            reading = builder.reading(own)
        }
        return reading
    }

    /// Merges events across articles: the same act told by several is one event.
    ///
    /// Rows of event tables, which have no sentence, stay as they are.
    public static func merge(_ events: [Event]) -> [Event] {
        let told = events.filter { !$0.text.isEmpty }
        if told.count == events.count { return CorpusMerger().merge(events) }
        return EventOrder.sorted(CorpusMerger().merge(told) + events.filter(\.text.isEmpty))
    }
}
