// A news text as it came in.
import Chronology

/// A news article; its text is exactly as given, never trimmed or normalised.
public struct Article: Sendable, Hashable {
    /// The file's stem; in JSONL the `id`, else `file:line`.
    public var id: String
    /// The text that all spans point into.
    public var text: String
    /// The headline, which is sentence −1 with offsets of its own.
    public var title: String?
    /// The day of publication, nil where unknown.
    public var published: Day?
    /// The outlet.
    public var source: String?

    /// An article with all that is known of it.
    public init(id: String, text: String, title: String? = nil, published: Day? = nil, source: String? = nil) {
        self.id = id
        self.text = text
        self.title = title
        self.published = published
        self.source = source
    }
}
