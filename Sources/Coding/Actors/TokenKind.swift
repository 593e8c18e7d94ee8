// What the tag of a token says for noun phrases, as bits, so that loops over tokens compare no strings.
import Language

/// Kinds of tokens by their Penn Treebank tags.
struct TokenKind: OptionSet, Sendable {
    let rawValue: UInt16

    static let noun = TokenKind(rawValue: 1)
    static let proper = TokenKind(rawValue: 1 << 1)
    /// A word that belongs to a noun phrase wherever it stands.
    static let phrase = TokenKind(rawValue: 1 << 2)
    /// A determiner or possessive pronoun, which opens a noun phrase.
    static let opener = TokenKind(rawValue: 1 << 3)
    static let predeterminer = TokenKind(rawValue: 1 << 4)
    static let verbForm = TokenKind(rawValue: 1 << 5)
    static let adverb = TokenKind(rawValue: 1 << 6)
    /// The possessive "'s".
    static let possessive = TokenKind(rawValue: 1 << 7)
    static let hyphen = TokenKind(rawValue: 1 << 8)
    static let pronoun = TokenKind(rawValue: 1 << 9)

    /// The kind of a token.
    init(_ token: Token, in text: SourceText) {
        switch token.tag {
        case "NN", "NNS": self = [.noun, .phrase]
        case "NNP", "NNPS": self = [.noun, .proper, .phrase]
        case "JJ", "JJR", "JJS", "CD", "AFX", "FW", "ADD", "$": self = .phrase
        case "DT", "PRP$": self = [.opener, .phrase]
        case "PDT": self = [.opener, .predeterminer, .phrase]
        case "WP$", "WDT": self = .opener
        case "VBN", "VBG", "VBD": self = .verbForm
        case "RB", "RBR", "RBS": self = .adverb
        case "POS": self = [.possessive, .phrase]
        case "HYPH": self = .phrase
        case "PRP": self = .pronoun
        default: self = []
        }
        if Self.isHyphen(token, in: text) { insert(.hyphen) }
    }

    init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    private static func isHyphen(_ token: Token, in text: SourceText) -> Bool {
        let bytes = token.bytes
        if bytes.count == 1 { return text.utf8[bytes.lowerBound] == 0x2D }
        // U+2010 to U+2013 are E2 80 90 to E2 80 93.
        return bytes.count == 3 && text.utf8[bytes.lowerBound] == 0xE2 && text.utf8[bytes.lowerBound + 1] == 0x80
            && (0x90...0x93).contains(text.utf8[bytes.lowerBound + 2])
    }
}
