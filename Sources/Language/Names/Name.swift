// A name in the text and what kind of thing it names.

/// A name that the text mentions.
public struct Name: Sendable, Equatable {
    /// What a name can be of.
    public enum Kind: String, Sendable {
        case person, organisation, place, group, unknown
    }

    /// Whether the text makes a person a man or a woman.
    public enum Gender: Sendable {
        case male, female
    }

    /// The tokens of the name, without titles.
    public var tokens: Range<Int>
    /// The tokens with the titles before it ("Defense Secretary Lloyd Austin").
    public var titled: Range<Int>
    /// Half-open Unicode scalar offsets of the name, without titles.
    public var span: Range<Int>
    /// The words of the name.
    public var text: String
    /// What kind of thing it names.
    public var kind: Kind
    /// Man or woman, where a title or a first name tells.
    public var gender: Gender?

    /// A name of these tokens.
    init(tokens: Range<Int>, titled: Range<Int>, span: Range<Int>, text: String, kind: Kind, gender: Gender? = nil) {
        self.tokens = tokens
        self.titled = titled
        self.span = span
        self.text = text
        self.kind = kind
        self.gender = gender
    }
}
