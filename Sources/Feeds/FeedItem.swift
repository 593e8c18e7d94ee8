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
