// The words of a Lua text, with their places.

/// A token of Lua 5.4.
struct LuaToken: Sendable, Hashable {
    /// What it is.
    enum Kind: Sendable, Hashable {
        case name
        case keyword
        case string
        case number
        case symbol
        case end
    }

    /// What it is.
    let kind: Kind
    /// Its letters: of a string what it stands for, of all else as written.
    let text: String
    /// Where it stands, in bytes.
    let range: Range<Int>

    /// Whether it is this keyword or symbol.
    func `is`(_ text: String) -> Bool { (kind == .keyword || kind == .symbol) && self.text == text }
}

/// A comment of a Lua text.
struct LuaComment: Sendable, Hashable {
    /// What stands after the dashes, without space around it.
    let text: String
    /// Where it stands, dashes included, in bytes.
    let range: Range<Int>
}

/// A text that is not Lua.
struct LuaSyntaxError: Error, Hashable {
    /// What is wrong.
    let message: String
    /// Where, in bytes.
    let range: Range<Int>
}
