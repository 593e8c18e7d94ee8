// A word of the text and what the tagger and the parser say of it.

/// One token as the treebanks split it: "don't" is `do` and `n't`, "Iranian-backed" is three tokens.
public struct Token: Sendable {
    /// Half-open UTF-8 byte offsets into the document's text.
    public var bytes: Range<Int>
    /// The dictionary form, lower case ("strikes" is `strike`, "U.S." is `u.s.`).
    public var lemma: String = ""
    /// The universal part of speech.
    public var upos: PartOfSpeech = .x
    /// The Penn Treebank tag (`VBD`, `NNP` …), empty until tagged.
    public var tag: String = ""
    /// The index in the document of the token that this one depends on, or nil for the root of its sentence.
    public var head: Int?
    /// The kind of dependency on `head`.
    public var relation: Relation = .dep
    /// How sure the parser is of `head`, 0 to 1.
    public var confidence: Float = 0

    /// A token that stands at these UTF-8 byte offsets, with nothing known of it.
    public init(bytes: Range<Int>) {
        self.bytes = bytes
    }
}
