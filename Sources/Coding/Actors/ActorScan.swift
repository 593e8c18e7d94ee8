// One document on its way from dictionary matches to actor mentions.
import Chronology
import EventModel
import Language

/// The state of finding the actors of one document.
struct ActorScan {
    let document: Document
    let folded: FoldedText
    let dictionary: ActorDictionary
    let published: Day?
    /// Countries by the token at which a place's name ends.
    let placeCountry: [Int: (tokens: Range<Int>, country: String)]
    /// Places by the token at which their names begin.
    let placeStart: [Int: PlaceMention]
    /// Names of places of several words, by each of their tokens.
    let placeNames: [Int: Range<Int>]
    /// What has been found.
    var mentions: [ActorMention] = []
    /// Persons named in full so far: the hash of the surname and the actor.
    var surnames: [UInt64: KnownPerson] = [:]
    /// The last words of unknown names of several words, and the actor.
    var strangers: [UInt64: Actor] = [:]
    /// Acronyms that the text has defined: the hash and the actor.
    var acronyms: [UInt64: Actor] = [:]
    /// How often each country has been named so far, for names that several actors share.
    var countries: [String: Int] = [:]
    /// The folded word of every token, 0 where it has none.
    let hashes: [UInt64]
    /// The grammatical classes of every token.
    let classes: [WordClass]
    /// What the tag of every token says.
    let kinds: [TokenKind]
    /// Marks on tokens that phrases of the dictionary cover.
    var cover: [Cover]
    /// The first token of the sentence being read.
    var sentenceStart = 0
    /// The token after its dateline.
    var datelineEnd = 0

    /// Whether a phrase of the dictionary covers a token.
    enum Cover: UInt8 {
        case none
        /// The phrase ends with the token.
        case last
        /// The phrase goes on with the next token.
        case inner
    }

    /// A person whom the document has introduced.
    struct KnownPerson {
        var actor: Actor
        var lines: [LexiconLine]
    }

    init(
        document: Document,
        folded: FoldedText,
        dictionary: ActorDictionary,
        published: Day?,
        places: [PlaceMention]
    ) {
        self.document = document
        self.folded = folded
        self.dictionary = dictionary
        self.published = published
        var countries: [Int: (tokens: Range<Int>, country: String)] = [:]
        var starts: [Int: PlaceMention] = [:]
        var names: [Int: Range<Int>] = [:]
        for mention in places {
            starts[mention.tokens.lowerBound] = mention
            if mention.tokens.count > 1 { for token in mention.tokens { names[token] = mention.tokens } }
            if let country = mention.place.country { countries[mention.tokens.upperBound] = (mention.tokens, country) }
        }
        placeCountry = countries
        placeStart = starts
        placeNames = names
        var hashes: [UInt64] = Array(repeating: 0, count: document.tokens.count)
        for word in folded.words where hashes[word.token] == 0 { hashes[word.token] = word.hash }
        classes = hashes.map { dictionary.classes[$0] ?? [] }
        self.hashes = hashes
        kinds = document.tokens.map { TokenKind($0, in: document.text) }
        cover = Array(repeating: .none, count: document.tokens.count)
    }

    var lexicon: ActorLexicon { dictionary.lexicon }

    /// Finds the actors of one sentence, after those of all sentences before it.
    mutating func read(_ sentence: Int) {
        sentenceStart = document.sentences[sentence].tokens.lowerBound
        datelineEnd = Dateline.range(document.sentences[sentence], document)?.upperBound ?? sentenceStart
        let items = self.items(in: sentence)
        for item in items {
            for index in item.tokens { cover[index] = index + 1 == item.tokens.upperBound ? .last : .inner }
        }
        let tokens = document.sentences[sentence].tokens
        var found: [ActorMention] = []
        for run in [tokens.lowerBound..<datelineEnd, datelineEnd..<tokens.upperBound] {
            for chunk in chunks(in: run) { compose(chunk, items: items, into: &found) }
        }
        found += pronouns(in: document.sentences[sentence].tokens)
        found.sort { ($0.tokens.lowerBound, $0.core.lowerBound) < ($1.tokens.lowerBound, $1.core.lowerBound) }
        attach(&found, in: document.sentences[sentence].tokens)
        placeAsPlaces(&found)
        remember(found)
        mentions += found
    }

    // MARK: The words of the document

    func token(_ index: Int) -> Token { document.tokens[index] }

    func tag(_ index: Int) -> String { document.tokens[index].tag }

    func isWord(_ index: Int, _ words: WordClass) -> Bool {
        classes.indices.contains(index) && !classes[index].isDisjoint(with: words)
    }

    func isNoun(_ index: Int) -> Bool { kinds[index].contains(.noun) }

    func isProper(_ index: Int) -> Bool { kinds[index].contains(.proper) }

    func isHyphen(_ index: Int) -> Bool { kinds.indices.contains(index) && kinds[index].contains(.hyphen) }

    func text(_ tokens: Range<Int>) -> String {
        guard let first = tokens.first, let last = tokens.last else { return "" }
        return document.text.string(document.tokens[first].bytes.lowerBound..<document.tokens[last].bytes.upperBound)
    }

    /// The token of a run whose head lies outside it, else its last.
    func head(of tokens: Range<Int>) -> Int {
        for index in tokens.reversed() {
            guard let head = document.tokens[index].head else {
                if document.tokens[index].relation == .root { return index }
                continue
            }
            if !tokens.contains(head), document.tokens[index].relation != .punct,
                document.tokens[index].relation != .case_
            {
                return index
            }
        }
        return tokens.upperBound - 1
    }
}
