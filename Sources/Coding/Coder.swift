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
        self.actors = actors
        self.actions = actions
        self.ontology = ontology
        self.options = options
    }

    /// The events of these articles, merged as the options say, in the order of (published, article id, span).
    public func events(in articles: [Article]) -> [Event] {
        let events = articles.flatMap { code($0) }
        return options.merge == .corpus ? merge(events) : EventOrder.sorted(events)
    }

    /// The events of one article, in the order of the text.
    public func code(_ article: Article) -> [Event] {
        let document = pipeline.annotate(article.text)
        let annotations = annotator.annotate(document, publication: article.published)
        return EventBuilder(coder: self, text: coded(article, document), annotations: annotations).events()
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
        let document = pipeline.annotate(article.text)
        let annotations = annotator.annotate(document, publication: article.published)
        return EventBuilder(coder: self, text: coded(article, document), annotations: annotations).considered()
    }

    /// Merges events across articles: the same act told by several is one event.
    public func merge(_ events: [Event]) -> [Event] { CorpusMerger().merge(events) }
}
