// Who says, thinks or wants what: one attribution of the text.

/// A statement, a thought or a demand and whom the text ascribes it to.
public struct Attribution: Sendable, Equatable {
    /// Half-open Unicode scalar offsets of the words for the speaker ("he", "General Pat Ryder"), or nil.
    public var source: Range<Int>?
    /// The tokens of the words for the speaker, or nil.
    public var sourceTokens: Range<Int>?
    /// Half-open Unicode scalar offsets of the words that ascribe it ("said"), or nil where a quotation only goes on.
    public var cue: Range<Int>?
    /// The tokens of the words that ascribe it, or nil.
    public var cueTokens: Range<Int>?
    /// Half-open Unicode scalar offsets from the first to the last word of what is ascribed.
    public var content: Range<Int>
    /// The tokens of what is ascribed.
    public var contentTokens: Range<Int>
    /// The words of what is ascribed.
    public var text: String
    /// Whether the words are the speaker's own, in quotation marks.
    public var isDirect: Bool
    /// The speaker's name where a pronoun, a surname or a title stands for it, else the words themselves.
    public var speaker: String?
}
