// Where the keys of a table that is written as data stand in the text.
import EventModel

/// The places of keys and values in the text of a file that returns a table.
struct KeyPlaces: Sendable {
    private struct Place {
        let key: LuaWord
        let value: LuaWord
    }

    private let file: String
    private let lines: [Substring]
    private var places: [[String]: Place] = [:]

    /// The places in a text; keys are found by their path, entries without a name by their number from 1.
    init(_ text: String, file: String) {
        self.file = file
        lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        let words = LuaScanner.words(text)
        // From the table that the file returns; helpers before it are no entries.
        let start = words.lastIndex { $0.kind == .name && $0.value == "return" && $0.column == 1 } ?? -1
        var reader = Reader(words: words, place: start + 1)
        reader.skip(to: "{")
        reader.table([])
        places = reader.found.mapValues { Place(key: $0.key, value: $0.value) }
    }

    /// Where a key stands; the file where it is not written out.
    func key(_ path: [String]) -> SourceLocation { location(places[path]?.key) }

    /// Where a value begins, and some characters into it where it is a text.
    func value(_ path: [String], offset: Int = 0) -> SourceLocation {
        let word = places[path]?.value
        return location(word, offset: word?.kind == .text && offset > 0 ? offset + 1 : 0)
    }

    private func location(_ word: LuaWord?, offset: Int = 0) -> SourceLocation {
        guard let word else { return SourceLocation(file: file) }
        let excerpt = lines.indices.contains(word.line - 1) ? String(lines[word.line - 1]) : nil
        return SourceLocation(file: file, line: word.line, column: word.column + offset, excerpt: excerpt)
    }

    private struct Reader {
        let words: [LuaWord]
        var place: Int
        var found: [[String]: (key: LuaWord, value: LuaWord)] = [:]

        func isSymbol(_ symbol: String, _ ahead: Int = 0) -> Bool {
            guard words.indices.contains(place + ahead) else { return false }
            return words[place + ahead].kind == .symbol && words[place + ahead].value == symbol
        }

        mutating func skip(to symbol: String) {
            while place < words.count, !isSymbol(symbol) { place += 1 }
        }

        // From an opening brace to behind the closing one.
        mutating func table(_ path: [String]) {
            place += 1
            var number = 0
            while place < words.count, !isSymbol("}") {
                let word = words[place]
                if word.kind == .name, isSymbol("=", 1), !isSymbol("=", 2) {
                    place += 2
                    entry(path + [word.value], word)
                } else if isSymbol("["), isSymbol("]", 2), isSymbol("=", 3) {
                    let key = words[place + 1]
                    place += 4
                    entry(path + [key.value], key)
                } else {
                    number += 1
                    entry(path + [String(number)], word)
                }
            }
            place += 1
        }

        private mutating func entry(_ path: [String], _ key: LuaWord) {
            guard place < words.count else { return }
            if found[path] == nil { found[path] = (key, words[place]) }
            // A value is a table, or an expression up to the next separator outside of brackets and functions.
            if isSymbol("{") { table(path) }
            var depth = 0
            while place < words.count {
                if depth == 0, isSymbol(",") || isSymbol(";") {
                    place += 1
                    return
                }
                if depth == 0, isSymbol("}") { return }
                let word = words[place]
                let opens =
                    word.kind == .symbol
                    ? "({[".contains(word.value) : word.value == "function" || word.value == "if" || word.value == "do"
                let closes = word.kind == .symbol ? ")}]".contains(word.value) : word.value == "end"
                if word.kind == .symbol || word.kind == .name { depth += opens ? 1 : closes ? -1 : 0 }
                place += 1
            }
        }
    }
}
