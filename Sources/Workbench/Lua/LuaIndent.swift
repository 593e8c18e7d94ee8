// How far a line of Lua is indented: two columns for each block and bracket that is open before it.

/// Indents lines while they are typed.
enum LuaIndent {
    private static let openers: Set<String> = ["do", "then", "function", "repeat", "else", "(", "{", "["]
    private static let closers: Set<String> = ["end", "until", "else", "elseif", ")", "}", "]"]

    /// The columns for a line after the text before it.
    static func columns(before: String, line: String) -> Int {
        var depth = 0
        for token in LuaTokenizer.tokens(before) where token.kind == .keyword || token.kind == .sign {
            if closers.contains(token.text) { depth -= 1 }
            if openers.contains(token.text) { depth += 1 }
            depth = max(0, depth)
        }
        // A closer moves its line back only once it is a word of its own: `end`, not `ending`.
        let first = LuaTokenizer.tokens(line).first
        if let first, first.kind == .keyword || first.kind == .sign, closers.contains(first.text) { depth -= 1 }
        return max(0, depth) * 2
    }
}
