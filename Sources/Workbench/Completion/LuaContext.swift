// Where in Lua the cursor stands: after which value, in which call, in which table, in which string.

/// What surrounds the cursor, read backwards from it.
struct LuaContext {
    /// The tokens before the word at the cursor.
    let before: [LuaToken]
    /// What is typed of the word, empty at the start of one.
    let word: String
    /// Whether the word stands in a string that is not closed.
    let isInString: Bool

    /// The context at the end of a text.
    init(_ text: String) {
        var tokens = LuaTokenizer.tokens(text)
        let count = text.count
        if let last = tokens.last, last.range.upperBound == count {
            switch last.kind {
            case .name, .keyword:
                tokens.removeLast()
                (word, isInString, before) = (last.text, false, tokens)
                return
            case .string(isClosed: false) where !last.text.hasPrefix("["):
                tokens.removeLast()
                (word, isInString, before) = (last.content, true, tokens)
                return
            default: break
            }
        }
        (word, isInString, before) = ("", false, tokens)
    }

    /// The field that a string here is a value of: `type` in `type = "AS` and in `type = { "ASSAULT", "CO`.
    var field: String? {
        var tokens = before[...]
        // Back over the earlier values of a list.
        while let last = tokens.last, last.isSign(",") || last.isSign("{") || last.isString {
            if last.isSign("{") {
                tokens.removeLast()
                break
            }
            guard tokens.dropLast().last.map({ $0.isString || $0.isSign("{") || $0.isSign(",") }) == true else { break }
            tokens.removeLast()
        }
        guard let sign = tokens.last, sign.isSign("=") || sign.isSign("==") || sign.isSign("~=") else { return nil }
        return tokens.dropLast().last.flatMap { $0.kind == .name ? $0.text : nil }
    }

    /// A call whose arguments are being typed: its name, and how many arguments are there already.
    var call: (name: String, argumentIndex: Int)? {
        guard let place = opening(["("]) else {
            // A call with a single string needs no brackets: `events:by "so`.
            guard isInString, let last = before.last, last.kind == .name else { return nil }
            return (last.text, 0)
        }
        guard place > 0, before[place - 1].kind == .name else { return nil }
        return (before[place - 1].text, before[(place + 1)...].filter { $0.isSign(",") }.count)
    }

    /// Whether a field's name may stand here: in the table of a `where`, before its value.
    var isFilterField: Bool {
        guard !isInString, let place = opening(["{"]), place > 0 else { return false }
        let last = before[before.count - 1]
        guard last.isSign("{") || last.isSign(",") else { return false }
        var owner = place - 1
        if before[owner].isSign("("), owner > 0 { owner -= 1 }
        return before[owner].kind == .name && ["where", "step"].contains(before[owner].text)
    }

    /// The place of the innermost bracket of these that is still open.
    private func opening(_ brackets: Set<String>) -> Int? {
        var depth = 0
        for (place, token) in before.enumerated().reversed() where token.kind == .sign {
            switch token.text {
            case ")", "}", "]": depth += 1
            case "(", "{", "[":
                if depth == 0 { return brackets.contains(token.text) ? place : nil }
                depth -= 1
            default: break
            }
        }
        return nil
    }
}

extension LuaToken {
    fileprivate var isString: Bool { if case .string = kind { true } else { false } }
}
