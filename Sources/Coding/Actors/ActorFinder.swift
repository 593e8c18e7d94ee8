// Finds the actors that a document names.
import Chronology
import EventModel
import Language

/// Finds actors: names of the lexicon, and what is composed of adjectives, owners, titles and nouns.
///
/// The document must be tagged and parsed. One pass over the words; nothing is kept between documents.
public struct ActorFinder: Sendable {
    let dictionary: ActorDictionary

    /// A finder for the actors of a lexicon.
    public init(lexicon: ActorLexicon) {
        dictionary = ActorDictionary(lexicon)
    }

    /// The mentions in the document, by their place in the text; pronouns and "the group" are there but unresolved.
    ///
    /// `published` decides who holds which office; `places` give a country to "Kandahar police".
    public func mentions(
        in document: Document,
        published: Day? = nil,
        places: [PlaceMention] = []
    ) -> [ActorMention] {
        mentions(in: document, folded: FoldedText(document), published: published, places: places)
    }

    /// The same on words that are folded already.
    public func mentions(
        in document: Document,
        folded: FoldedText,
        published: Day? = nil,
        places: [PlaceMention] = []
    ) -> [ActorMention] {
        var scan = ActorScan(
            document: document,
            folded: folded,
            dictionary: dictionary,
            published: published,
            places: places
        )
        for sentence in document.sentences.indices { scan.read(sentence) }
        return scan.mentions
    }
}
