// All that the stages know of one text: words, tree, actors, places, numbers of lemmas.
import Chronology
import EventModel
import Language

/// A text with what earlier stages found; the stages of coding read it.
struct CodedText: Sendable {
    let article: Article
    let document: Document
    let grammar: Grammar
    let lexicon: ActionLexicon
    /// The number in the action lexicon of each token's lemma.
    let numbers: [Int32]
    let actors: [ActorMention]
    let places: [PlaceMention]
    /// By token, the actor mention of which it is the head; −1 for none.
    let actorByHead: [Int32]
    /// By token, the actor mention in whose name it stands; −1 for none.
    let actorByCore: [Int32]
    /// By token, the place mention in whose name it stands; −1 for none.
    let placeByToken: [Int32]
    /// By token, the sentence.
    let sentences: [Int32]

    var tree: ParseTree { grammar.tree }
    var tokens: [Token] { grammar.tree.tokens }

    init(
        article: Article,
        document: Document,
        lexicon: ActionLexicon,
        actors: [ActorMention],
        places: [PlaceMention]
    ) {
        self.article = article
        self.document = document
        self.lexicon = lexicon
        self.actors = actors
        self.places = places
        grammar = Grammar(tree: ParseTree(document))
        numbers = document.tokens.map { lexicon.number(ofLemma: $0.lemma) }
        var heads = [Int32](repeating: -1, count: document.tokens.count)
        var cores = heads
        for (index, mention) in actors.enumerated() {
            for token in mention.core where cores[token] < 0 || mention.use == .phrase { cores[token] = Int32(index) }
            if heads[mention.head] < 0 || mention.use != .embedded { heads[mention.head] = Int32(index) }
        }
        var placed = [Int32](repeating: -1, count: document.tokens.count)
        for (index, mention) in places.enumerated() {
            for token in mention.tokens { placed[token] = Int32(index) }
        }
        var sentences = [Int32](repeating: 0, count: document.tokens.count)
        for (index, sentence) in document.sentences.enumerated() {
            for token in sentence.tokens { sentences[token] = Int32(index) }
        }
        actorByHead = heads
        actorByCore = cores
        placeByToken = placed
        self.sentences = sentences
    }

    /// The cues that a token's lemma gives.
    func cues(_ token: Int) -> ActionCues { lexicon.cues(numbers[token]) }

    /// The words of a run of tokens as they stand in the text.
    func words(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return document.text.string(tokens[first].bytes.lowerBound..<tokens[last].bytes.upperBound)
    }

    /// The actor mention of which the token is the head.
    func actor(at token: Int) -> ActorMention? {
        let index = actorByHead[token]
        return index < 0 ? nil : actors[Int(index)]
    }

    /// The actor mention in whose name the token stands.
    func actor(covering token: Int) -> ActorMention? {
        let index = actorByCore[token]
        return index < 0 ? nil : actors[Int(index)]
    }

    /// The place mention in whose name the token stands.
    func place(at token: Int) -> PlaceMention? {
        let index = placeByToken[token]
        return index < 0 ? nil : places[Int(index)]
    }
}
