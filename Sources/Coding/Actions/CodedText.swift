// All that the stages know of one text: words, tree, actors, places, numbers of lemmas.
import Chronology
import EventModel
import Language

/// A text with what earlier stages found; the stages of coding read it.
///
/// A class, for a dozen stages hold it, and copying its lists' references for each took a tenth of the time.
final class CodedText: Sendable {
    let article: Article
    /// The text, or a part of a long one.
    let document: Document
    /// Where the part begins.
    let origin: TextOrigin
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
    /// By token, further mentions of which it is the head too ("US and British forces").
    private let sharers: [Int: [Int]]
    /// By token, the sentence.
    let sentences: [Int32]

    /// By sentence, the token after its dateline; 0 where it has none.
    private let datelineEnds: [Int]
    /// By sentence, its places as a range of `places`.
    private let placesBySentence: [Range<Int>]

    var tree: ParseTree { grammar.tree }
    var tokens: [Token] { grammar.tree.tokens }

    init(
        article: Article,
        document: Document,
        origin: TextOrigin,
        lexicon: ActionLexicon,
        actors: [ActorMention],
        places: [PlaceMention]
    ) {
        self.article = article
        self.document = document
        self.origin = origin
        self.lexicon = lexicon
        self.actors = actors
        self.places = places
        grammar = Grammar(tree: ParseTree(document))
        var numbers = document.tokens.map { lexicon.number(ofLemma: $0.lemma) }
        // "cease-fire" and "air-strike": tokenizers take them for three words, the lexicon for one.
        for token in document.tokens.indices.dropFirst(2) where document.tokens[token - 1].lemma == "-" {
            let joined = document.tokens[token - 2].lemma + "-" + document.tokens[token].lemma
            let number = lexicon.number(ofLemma: joined)
            if number >= 0 { numbers[token] = number }
        }
        self.numbers = numbers
        var heads = [Int32](repeating: -1, count: document.tokens.count)
        var cores = heads
        var sharers: [Int: [Int]] = [:]
        for (index, mention) in actors.enumerated() {
            for token in mention.core where cores[token] < 0 || mention.use == .phrase { cores[token] = Int32(index) }
            if mention.use == .phrase, heads[mention.head] >= 0, actors[Int(heads[mention.head])].use == .phrase {
                sharers[mention.head, default: []].append(Int(heads[mention.head]))
            }
            if heads[mention.head] < 0 || mention.use != .embedded { heads[mention.head] = Int32(index) }
        }
        for (index, mention) in actors.enumerated() where mention.isShared && heads[mention.core.upperBound - 1] < 0 {
            heads[mention.core.upperBound - 1] = Int32(index)
        }
        self.sharers = sharers
        var placed = [Int32](repeating: -1, count: document.tokens.count)
        for (index, mention) in places.enumerated() {
            for token in mention.tokens { placed[token] = Int32(index) }
        }
        var sentences = [Int32](repeating: 0, count: document.tokens.count)
        for (index, sentence) in document.sentences.enumerated() {
            for token in sentence.tokens { sentences[token] = Int32(index) }
        }
        datelineEnds = document.sentences.map { Dateline.range($0, document)?.upperBound ?? 0 }
        placesBySentence = document.sentences.grouped(places.map(\.tokens.lowerBound))
        actorByHead = heads
        actorByCore = cores
        placeByToken = placed
        self.sentences = sentences
    }

    /// The cues that a token's lemma gives.
    func cues(_ token: Int) -> ActionCues { lexicon.cues(numbers[token]) }

    /// Whether a noun means weapons or what carries them ("missiles", "warplanes"), which act for their owner alone.
    func isWeapon(_ token: Int) -> Bool {
        if cues(token).contains(.munition) { return true }
        return actor(at: token)?.isWeapon == true
    }

    /// The words of a run of tokens as they stand in the text.
    func words(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return document.text.string(tokens[first].bytes.lowerBound..<tokens[last].bytes.upperBound)
    }

    /// Where a run of tokens stands in the article, as half-open Unicode scalar offsets.
    func span(_ tokens: Range<Int>) -> Range<Int> { shifted(document.span(tokens)) }

    /// Where a sentence stands in the article, as half-open Unicode scalar offsets.
    func span(ofSentence sentence: Int) -> Range<Int> {
        shifted(document.text.scalars(document.sentences[sentence].bytes))
    }

    private func shifted(_ span: Range<Int>) -> Range<Int> {
        span.lowerBound + origin.scalars..<span.upperBound + origin.scalars
    }

    /// The actor mention of which the token is the head.
    func actor(at token: Int) -> ActorMention? {
        let index = actorByHead[token]
        return index < 0 ? nil : actors[Int(index)]
    }

    /// The mentions that share their head with the last one at a token, in the order of the text.
    func sharers(of token: Int) -> [ActorMention] { sharers[token]?.map { actors[$0] } ?? [] }

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

    /// The phrase in whose name the token stands, where parser and dictionary disagree on its head.
    func name(covering token: Int) -> ActorMention? {
        guard let mention = actor(covering: token), mention.use == .phrase || mention.use == .locative else {
            return nil
        }
        switch tokens[token].relation {
        case .compound, .amod, .flat, .nmodPossessive: return nil
        default: return mention
        }
    }

    /// Whether a token belongs to the dateline of a report ("THE HAGUE, Netherlands (AP) -").
    func isDateline(_ token: Int) -> Bool { token < datelineEnds[Int(sentences[token])] }

    /// The places that a sentence names.
    func places(in sentence: Int) -> ArraySlice<PlaceMention> { places[placesBySentence[sentence]] }

    /// Whether a token stands in the name of a place where something is done ("in Iraq").
    func isScene(_ token: Int) -> Bool {
        places(in: Int(sentences[token])).contains { $0.isLocative && $0.tokens.contains(token) }
    }

    /// The actor mention whose phrase begins at a token.
    func phrase(startingAt token: Int) -> ActorMention? {
        mentions(near: token) { $0.tokens.lowerBound == token && $0.use != .embedded }
    }

    /// The actor mention whose phrase ends before a token.
    func phrase(endingAt token: Int) -> ActorMention? {
        mentions(near: token) { $0.tokens.upperBound == token && $0.use != .embedded && $0.form != .pronoun }
    }

    /// The whole phrase in which an embedded mention stands.
    func phrase(containing token: Int) -> ActorMention? {
        mentions(near: token) { $0.tokens.contains(token) && $0.use != .embedded && $0.head != token }
    }

    /// The last phrase before a token, in its sentence, with no verb between, that names an actor.
    func actor(before token: Int) -> ActorMention? {
        let first = document.sentences[Int(sentences[token])].tokens.lowerBound
        var position = token - 1
        while position >= first {
            if let mention = actor(at: position), mention.use == .phrase, !isDateline(position) { return mention }
            switch tokens[position].upos {
            case .verb: return nil
            default: position -= 1
            }
        }
        return nil
    }

    /// The next phrase after a token, within reach and with no verb between, that names an actor.
    func actor(after token: Int, reach: Int) -> ActorMention? {
        let last = min(document.sentences[Int(sentences[token])].tokens.upperBound, token + reach + 1)
        var position = token + 1
        while position < last {
            if let mention = actor(at: position), mention.use != .embedded { return mention }
            switch tokens[position].upos {
            case .verb where tokens[position].relation != .amod && tokens[position].tag != "VBG": return nil
            default: position += 1
            }
        }
        return nil
    }

    private func mentions(near token: Int, where fits: (ActorMention) -> Bool) -> ActorMention? {
        // Mentions are in the order of their phrases; none is longer than a few tokens.
        var low = 0
        var high = actors.count
        while low < high {
            let middle = (low + high) / 2
            if actors[middle].tokens.lowerBound < token - 16 { low = middle + 1 } else { high = middle }
        }
        while low < actors.count, actors[low].tokens.lowerBound <= token {
            if fits(actors[low]) { return actors[low] }
            low += 1
        }
        return nil
    }
}

extension [Sentence] {
    /// For every sentence the run of things in it, for things in the order of the tokens at which they stand.
    func grouped(_ tokens: [Int]) -> [Range<Int>] {
        var next = 0
        return map { sentence in
            let start = next
            while next < tokens.count, tokens[next] < sentence.tokens.upperBound { next += 1 }
            return start..<next
        }
    }
}
