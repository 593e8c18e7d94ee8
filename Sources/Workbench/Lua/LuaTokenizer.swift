// Lua text to tokens (Lua 5.4 reference manual §3.1); never fails, since most texts it sees are half typed.

/// Cuts an entry into tokens; white space between them is left out.
struct LuaTokenizer {
    private let characters: [Character]
    private var place = 0

    static let keywords: Set<String> = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
        "not", "or", "repeat", "return", "then", "true", "until", "while",
    ]

    private init(_ text: String) { characters = Array(text) }

    /// The tokens of a text.
    static func tokens(_ text: String) -> [LuaToken] {
        var tokenizer = LuaTokenizer(text)
        var tokens: [LuaToken] = []
        while let token = tokenizer.next(isFirst: tokens.isEmpty) { tokens.append(token) }
        return tokens
    }

    private mutating func next(isFirst: Bool) -> LuaToken? {
        while place < characters.count, characters[place].isWhitespace { place += 1 }
        guard place < characters.count else { return nil }
        let start = place
        let kind = isFirst && isCommandStart ? command() : kind()
        let text = String(characters[start..<place])
        let isKeyword = kind == .name && Self.keywords.contains(text)
        return LuaToken(kind: isKeyword ? .keyword : kind, text: text, range: start..<place)
    }

    private func at(_ offset: Int) -> Character? {
        characters.indices.contains(place + offset) ? characters[place + offset] : nil
    }

    private var isCommandStart: Bool {
        if characters[place] == "?" { return true }
        return characters[place] == "." && (at(1)?.isLetter ?? true)
    }

    private mutating func command() -> LuaToken.Kind {
        if characters[place] == "?" {
            while at(0) == "?" { place += 1 }
        } else {
            place += 1
            skip { $0.isNamePart }
        }
        return .command
    }

    private mutating func skip(while condition: (Character) -> Bool) {
        while place < characters.count, condition(characters[place]) { place += 1 }
    }

    private mutating func kind() -> LuaToken.Kind {
        let first = characters[place]
        if first.isNamePart, !first.isNumber {
            skip { $0.isNamePart }
            return .name
        }
        if first.isNumber || (first == "." && at(1)?.isNumber == true) { return number() }
        if first == "\"" || first == "'" { return quoted(first) }
        if first == "-", at(1) == "-" { return comment() }
        if first == "[", let level = longBracketLevel { return .string(isClosed: long(level)) }
        return sign()
    }

    private mutating func number() -> LuaToken.Kind {
        let isHexadecimal = at(0) == "0" && (at(1) == "x" || at(1) == "X")
        var previous: Character = " "
        skip { character in
            let isExponent = isHexadecimal ? "pP".contains(previous) : "eE".contains(previous)
            let isPart = character.isNamePart || character == "." || (isExponent && "+-".contains(character))
            previous = character
            return isPart
        }
        return .number
    }

    private mutating func quoted(_ quote: Character) -> LuaToken.Kind {
        place += 1
        while place < characters.count, !characters[place].isNewline {
            if characters[place] == "\\" {
                place = min(place + 2, characters.count)
                continue
            }
            place += 1
            if characters[place - 1] == quote { return .string(isClosed: true) }
        }
        return .string(isClosed: false)
    }

    private mutating func comment() -> LuaToken.Kind {
        place += 2
        if at(0) == "[", let level = longBracketLevel {
            _ = long(level)
        } else {
            skip { !$0.isNewline }
        }
        return .comment
    }

    /// The number of `=` in a long bracket that begins here, nil where none does.
    private var longBracketLevel: Int? {
        var offset = 1
        while at(offset) == "=" { offset += 1 }
        return at(offset) == "[" ? offset - 1 : nil
    }

    private mutating func long(_ level: Int) -> Bool {
        let end = Array("]" + String(repeating: "=", count: level) + "]")
        place += level + 2
        while place < characters.count {
            if characters[place...].starts(with: end) {
                place += end.count
                return true
            }
            place += 1
        }
        return false
    }

    private mutating func sign() -> LuaToken.Kind {
        let long = ["...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>"]
        let match = long.first { characters[place...].starts(with: $0) }
        place += match?.count ?? 1
        return .sign
    }
}

extension Character {
    var isNamePart: Bool { self == "_" || (isASCII && (isLetter || isNumber)) }
}
