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
        pipeline = Pipeline(segmenter: segmenter, model: model)
        annotator = Annotator(vocabulary: vocabulary)
        actorFinder = ActorFinder(lexicon: actors)
        placeFinder = PlaceFinder(gazetteer: gazetteer)
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
        let text = read(article)
        return EventBuilder(coder: self, text: text.coded, annotations: text.annotations).events()
    }

    /// Merges events across articles: the same act told by several is one event.
    public func merge(_ events: [Event]) -> [Event] { CorpusMerger().merge(events) }
}
