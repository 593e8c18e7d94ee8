// What comes out of a reader of feeds.
import EventModel

/// One thing read, in the order of the input.
public enum FeedItem: Sendable {
    /// A text to code.
    case article(Article)
    /// An event coded elsewhere.
    case event(Event)
    /// Sentences of given tokens.
    case tokens(TokenFile)
    /// Something wrong with the input; reading goes on.
    case problem(FeedError)
}

/// A file of given tokens, not yet parsed: this room knows nothing of language.
public struct TokenFile: Sendable, Hashable {
    /// The file's stem.
    public var id: String
    /// The file's path as the user gave it.
    public var file: String
    /// The CoNLL-U text.
    public var text: String
}
