// One more sentence that tells of an event.

/// A sentence, other than the event's own, that tells of the same event.
public struct Mention: Sendable, Hashable {
    /// The article's id.
    public var article: String
    /// The sentence's place in the article, from 0; −1 is the title.
    public var sentence: Int
    /// Half-open Unicode scalar offsets of the sentence in the article's text (in its title for sentence −1).
    public var span: Range<Int>
    /// The whole sentence.
    public var text: String

    /// A sentence at its place.
    public init(article: String, sentence: Int, span: Range<Int>, text: String) {
        self.article = article
        self.sentence = sentence
        self.span = span
        self.text = text
    }
}
