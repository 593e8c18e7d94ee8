// What the tokenizer hands to the sentence splitter.

/// A token before anything but its place is known.
struct Piece {
    /// What the sentence splitter must know of a token.
    enum Kind: UInt8 {
        case word, number
        /// A single full stop.
        case period
        /// Marks such as `!`, `?` or runs of them.
        case terminal
        /// `...`, `…`.
        case ellipsis
        case quote, apostrophe, openBracket, closeBracket, separator, dash, sign
        /// A word that ends in the full stop of an abbreviation.
        case abbreviation
    }

    var start: Int
    var end: Int
    var kind: Kind
    /// Newlines in the white space before the token, at most 255.
    var newlines: UInt8
    /// White space stands before the token.
    var spaced: Bool
    /// What the word list says of an abbreviation.
    var entry: WordList.Kind?
}
