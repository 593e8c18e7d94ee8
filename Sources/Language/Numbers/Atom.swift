// The smallest parts that dates and numbers are made of: "10:30pm" is four, "mid-1996" is three.

/// A run of letters, a number or a mark inside a token.
struct Atom {
    enum Kind: UInt8 {
        case word, number, mark
    }

    /// The first UTF-8 byte in the text.
    var lower: Int32
    /// The UTF-8 byte after the last.
    var upper: Int32
    /// The token that holds it.
    var token: Int32
    /// The vocabulary's id of the word in lower case, 0 for one it does not know.
    var word: Int32 = 0
    var kind: Kind
    /// Whether nothing stands between it and the atom before.
    var isGlued: Bool
    /// Whether the word begins with a capital letter.
    var isCapital = false
    /// The ASCII byte of a mark; dashes of all kinds are `-`, quotation marks `"` and `'`.
    var mark: UInt8 = 0
    /// How many digits a number has, 0 for one with a comma or a point in it.
    var digits: UInt8 = 0
    /// The value of a number.
    var number: Double = 0
}
