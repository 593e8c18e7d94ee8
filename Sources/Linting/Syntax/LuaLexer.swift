// Splits a Lua text into tokens and comments.

/// Reads tokens from the bytes of a text.
struct LuaLexer {
    private let bytes: [UInt8]
    private var place = 0
    private(set) var tokens: [LuaToken] = []
    private(set) var comments: [LuaComment] = []

    static let keywords: Set<String> = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
        "not", "or", "repeat", "return", "then", "true", "until", "while",
    ]

    private static let symbols = [
        "...", "<<", ">>", "//", "==", "~=", "<=", ">=", "::", "..", "+", "-", "*", "/", "%", "^", "#", "&", "~", "|",
        "<", ">", "=", "(", ")", "{", "}", "[", "]", ";", ":", ",", ".",
    ].map { Array($0.utf8) }

    /// Reads a text to its end.
    init(_ bytes: [UInt8]) throws(LuaSyntaxError) {
        self.bytes = bytes
        // A byte order mark and the first line of a script are not Lua.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        if place < bytes.count, bytes[place] == UInt8(ascii: "#") { skipLine() }
        while try next() {}
        tokens.append(LuaToken(kind: .end, text: "", range: bytes.count..<bytes.count))
    }

    private mutating func next() throws(LuaSyntaxError) -> Bool {
        while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
        guard place < bytes.count else { return false }
        let start = place
        let byte = bytes[place]
        if byte == UInt8(ascii: "-"), peek(1) == UInt8(ascii: "-") {
            try comment()
        } else if Self.isLetter(byte) {
            while place < bytes.count, Self.isLetter(bytes[place]) || Self.isDigit(bytes[place]) { place += 1 }
            let text = string(start..<place)
            add(Self.keywords.contains(text) ? .keyword : .name, text, start)
        } else if Self.isDigit(byte) || (byte == UInt8(ascii: ".") && peek(1).map(Self.isDigit) == true) {
            number()
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            try quoted(byte)
        } else if byte == UInt8(ascii: "["), let level = longLevel() {
            let content = try long(level, "string")
            add(.string, string(content), start)
        } else {
            let symbol = Self.symbols.first { symbol in bytes[place...].starts(with: symbol) }
            guard let symbol else { throw error("a letter that Lua does not know", start..<start + 1) }
            place += symbol.count
            add(.symbol, String(decoding: symbol, as: UTF8.self), start)
        }
        return true
    }

    private mutating func comment() throws(LuaSyntaxError) {
        let start = place
        place += 2
        if place < bytes.count, bytes[place] == UInt8(ascii: "["), let level = longLevel() {
            let content = try long(level, "comment")
            comments.append(LuaComment(text: Self.trimmed(string(content)), range: start..<place))
            return
        }
        let from = place
        skipLine()
        comments.append(LuaComment(text: Self.trimmed(string(from..<place)), range: start..<place))
    }

    private mutating func skipLine() {
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
    }

    private mutating func number() {
        let start = place
        let isHex = bytes[place] == UInt8(ascii: "0") && (peek(1).map { $0 | 32 } == UInt8(ascii: "x"))
        let exponent = UInt8(ascii: isHex ? "p" : "e")
        while place < bytes.count {
            let byte = bytes[place]
            let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            if isSign, place > start, bytes[place - 1] | 32 == exponent {
                place += 1
            } else if Self.isDigit(byte) || Self.isLetter(byte) || byte == UInt8(ascii: ".") {
                place += 1
            } else {
                break
            }
        }
        add(.number, string(start..<place), start)
    }

    private mutating func quoted(_ quote: UInt8) throws(LuaSyntaxError) {
        let start = place
        place += 1
        var content: [UInt8] = []
        while true {
            guard place < bytes.count, bytes[place] != UInt8(ascii: "\n") else {
                throw error("a string without an end", start..<place)
            }
            let byte = bytes[place]
            place += 1
            if byte == quote { break }
            if byte == UInt8(ascii: "\\") { escape(into: &content) } else { content.append(byte) }
        }
        add(.string, String(decoding: content, as: UTF8.self), start)
    }

    /// What an escape stands for; the rarer ones stay as they are written, since no check looks at them.
    private mutating func escape(into content: inout [UInt8]) {
        guard place < bytes.count else { return }
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "n"), UInt8(ascii: "\n"): content.append(10)
        case UInt8(ascii: "t"): content.append(9)
        case UInt8(ascii: "z"): while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
        case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): content.append(byte)
        default: content += [UInt8(ascii: "\\"), byte]
        }
    }

    /// The number of `=` of a long bracket that opens here, nil where none does.
    private func longLevel() -> Int? {
        var level = 0
        while peek(1 + level) == UInt8(ascii: "=") { level += 1 }
        return peek(1 + level) == UInt8(ascii: "[") ? level : nil
    }

    private mutating func long(_ level: Int, _ what: String) throws(LuaSyntaxError) -> Range<Int> {
        let start = place
        place += level + 2
        let from = place
        let equals = [UInt8](repeating: UInt8(ascii: "="), count: level)
        let closing = [UInt8(ascii: "]")] + equals + [UInt8(ascii: "]")]
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "]"), bytes[place...].starts(with: closing) {
                let content = from..<place
                place += closing.count
                return content
            }
            place += 1
        }
        throw error("a long \(what) without an end", start..<min(bytes.count, start + 2))
    }

    private mutating func add(_ kind: LuaToken.Kind, _ text: String, _ start: Int) {
        tokens.append(LuaToken(kind: kind, text: text, range: start..<place))
    }

    private func peek(_ distance: Int) -> UInt8? {
        place + distance < bytes.count ? bytes[place + distance] : nil
    }

    private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func error(_ message: String, _ range: Range<Int>) -> LuaSyntaxError {
        LuaSyntaxError(message: message, range: range)
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let first = text.first, first.isWhitespace || first == "-" { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
    }
}
