// The colours of an entry while it is typed: the sixteen that every terminal has, as its user has set them.
import LineEditor

/// Colours Lua and commands.
enum LuaColors {
    /// The highlights of an entry.
    static func highlights(_ text: String) -> [Highlight] {
        LuaTokenizer.tokens(text).compactMap { token in
            switch token.kind {
            case .keyword:
                let isValue = ["nil", "true", "false"].contains(token.text)
                return Highlight(token.range, look: isValue ? "36" : "35")
            case .number: return Highlight(token.range, look: "36")
            case .string(let isClosed): return Highlight(token.range, look: isClosed ? "32" : "33", isProse: true)
            case .comment: return Highlight(token.range, look: "2", isProse: true)
            case .command: return Highlight(token.range, look: "1;34")
            case .name, .sign: return nil
            }
        }
    }
}
