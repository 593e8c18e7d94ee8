// The words of a Lua text with their places: errors about data point at keys, and rules are told apart by their words.
import EventModel

/// One word of a Lua text.
struct LuaWord: Sendable, Equatable {
    /// What a word is.
    enum Kind: Sendable {
        case name
        case text
        case number
        case symbol
    }

    /// What it is.
    let kind: Kind
    /// The word; of a text what is between its quotes, escapes as they stand.
    let value: String
    /// The line, from 1.
    let line: Int
    /// The column in Unicode scalars, from 1.
    let column: Int
}

/// Splits a Lua text into words; comments and blanks are left out.
struct LuaScanner {
    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var line = 1
    private var lineStart = 0

    /// The words of a text; of what is no Lua, whatever words it looks like.
    static func words(_ text: String) -> [LuaWord] {
        var scanner = LuaScanner(scalars: Array(text.unicodeScalars))
        var words: [LuaWord] = []
        while let word = scanner.next() { words.append(word) }
        return words
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private var here: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }
    private func ahead(_ count: Int) -> Unicode.Scalar? { place + count < scalars.count ? scalars[place + count] : nil }

    private mutating func advance() {
        if here == "\n" {
            line += 1
            lineStart = place + 1
        }
        place += 1
    }

    private mutating func next() -> LuaWord? {
        while let scalar = here {
            if scalar == "-", ahead(1) == "-" {
                skipComment()
            } else if scalar.properties.isWhitespace {
                advance()
            } else {
                return word(scalar)
            }
        }
        return nil
    }

    private mutating func skipComment() {
        place += 2
        if here == "[", let level = longBracketLevel() {
            _ = longText(level)
            return
        }
        while let scalar = here, scalar != "\n" { advance() }
    }

    private mutating func word(_ first: Unicode.Scalar) -> LuaWord {
        let line = line, column = place - lineStart + 1, start = place
        func made(_ kind: LuaWord.Kind, _ value: String) -> LuaWord {
            LuaWord(kind: kind, value: value, line: line, column: column)
        }
        if first == "\"" || first == "'" { return made(.text, quotedText(first)) }
        if first == "[", let level = longBracketLevel() { return made(.text, longText(level)) }
        if Self.isNamePart(first) {
            let isNumber = ("0"..."9").contains(first)
            while let scalar = here, Self.isNamePart(scalar) || (isNumber && scalar == ".") { advance() }
            return made(isNumber ? .number : .name, text(start))
        }
        advance()
        return made(.symbol, text(start))
    }

    private func text(_ start: Int, _ end: Int? = nil) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<(end ?? place)])
        return String(text)
    }

    private mutating func quotedText(_ quote: Unicode.Scalar) -> String {
        advance()
        let start = place
        while let scalar = here, scalar != quote, scalar != "\n" {
            if scalar == "\\" { advance() }
            advance()
        }
        let value = text(start, min(place, scalars.count))
        if here == quote { advance() }
        return value
    }

    /// The number of `=` in an opening long bracket here, nil where none opens.
    private func longBracketLevel() -> Int? {
        var level = 0
        while ahead(1 + level) == "=" { level += 1 }
        return ahead(1 + level) == "[" ? level : nil
    }

    private mutating func longText(_ level: Int) -> String {
        for _ in 0..<(level + 2) { advance() }
        let start = place
        while here != nil {
            if here == "]", (0..<level).allSatisfy({ ahead(1 + $0) == "=" }), ahead(1 + level) == "]" {
                let value = text(start)
                for _ in 0..<(level + 2) { advance() }
                return value
            }
            advance()
        }
        return text(start, scalars.count)
    }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
}
