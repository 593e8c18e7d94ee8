// What a room that must not know Coding is handed instead: something that turns articles into events.

/// Turns articles into events.
public protocol ArticleCoder: Sendable {
    /// The events of these articles, merged across them, in the order of (published, article id, span).
    func events(in articles: [Article]) -> [Event]
}
