// A piece of Lua as the editor sees it: enough to colour, indent and complete, also where the text is unfinished.

/// A token and where it stands.
struct LuaToken: Equatable {
    /// What a token is.
    enum Kind: Equatable {
        case name
        case keyword
        case number
        /// A string; unclosed where the text ends in it.
        case string(isClosed: Bool)
        case comment
        case sign
        /// A command's dot and name, or the question marks of help.
        case command
    }

    let kind: Kind
    let text: String
    /// The characters, counted from 0.
    let range: Range<Int>

    /// The words of a string without its quotes; the text itself for any other token.
    var content: String {
        guard case .string(let isClosed) = kind, let quote = text.first, quote == "\"" || quote == "'" else {
            return text
        }
        return String(isClosed ? text.dropFirst().dropLast() : text.dropFirst())
    }

    func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }
    func isKeyword(_ word: String) -> Bool { kind == .keyword && text == word }
}
