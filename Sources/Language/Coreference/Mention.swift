// A place where the text speaks of somebody or something.

/// A mention: a name, a pronoun or a definite noun.
public struct Mention: Sendable, Equatable {
    /// What a mention is made of.
    public enum Form: String, Sendable {
        case name, pronoun, noun
    }

    /// The tokens of the mention.
    public var tokens: Range<Int>
    /// Half-open Unicode scalar offsets of the mention.
    public var span: Range<Int>
    /// What it is made of.
    public var form: Form
    /// The words of the mention.
    public var text: String
    /// What kind of thing it names, where that is known.
    public var kind: Name.Kind
    /// The chain it belongs to.
    public var chain: Int
}
