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
    let actions: ActionLexicon
    let ontology: Ontology
    /// The places of kind country by their codes.
    let countries: [String: Place]

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
        annotator = Annotator(vocabulary: vocabulary)
        actorFinder = ActorFinder(lexicon: actors)
        placeFinder = PlaceFinder(gazetteer: gazetteer, lexicon: actors)
        resolver = ActorResolver(lexicon: actors)
        var countries: [String: Place] = [:]
        for entry in gazetteer.entries where entry.kind == .country {
            if let country = entry.place.country, countries[country] == nil { countries[country] = entry.place }
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
    public func code(_ article: Article) -> [Event] {
        let builders = builders(article)
        let events = builders.text.events()
        guard let headline = builders.headline?.events(), !headline.isEmpty else { return events }
        return Headline.merge(headline, into: events, merges: options.merge != .none)
    }

    /// The builders of the text and of the headline, which share what the article is about.
    private func builders(_ article: Article) -> (text: EventBuilder, headline: EventBuilder?) {
        let text = read(article)
        guard let title = article.title, !title.isEmpty else {
            return (builder(text, article, domain: TextDomain(text)), nil)
        }
        var heading = article
        heading.text = title
        let headline = read(heading)
        let domain = TextDomain(text) + TextDomain(headline).weighted(3)
        return (builder(text, article, domain: domain), builder(headline, heading, domain: domain))
    }

    private func read(_ article: Article) -> CodedText { coded(article, pipeline.annotate(article.text)) }

    private func builder(_ text: CodedText, _ article: Article, domain: TextDomain) -> EventBuilder {
        let annotations = annotator.annotate(text.document, publication: article.published)
        return EventBuilder(coder: self, text: text, annotations: annotations, domain: domain)
    }

    /// The document with its actors and places.
    func coded(_ article: Article, _ document: Document) -> CodedText {
        let places = placeFinder.mentions(in: document)
        let found = actorFinder.mentions(in: document, published: article.published, places: places)
        return CodedText(
            article: article,
            document: document,
            lexicon: actions,
            actors: resolver.resolve(found, in: document),
            places: places
        )
    }

    /// Every act that the stages considered in an article, with the reason why it is no event.
    public func considered(in article: Article) -> [Considered] {
        builders(article).text.considered()
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
