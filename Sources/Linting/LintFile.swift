// A file of a pack as checks see it: text, lines, tokens, statements.
import EventModel

/// A Lua file of a pack.
struct LintFile: Sendable {
    /// The path, as findings show it.
    let path: String
    /// What is in it.
    let bytes: [UInt8]
    /// The tokens; empty where the text is not Lua.
    let tokens: [LuaToken]
    /// The comments; empty where the text is not Lua.
    let comments: [LuaComment]
    /// The statements; empty where the text is not Lua.
    let statements: [LuaStatement]
    /// The names, resolved.
    let scopes: LuaScopes
    /// Why the text is not Lua, nil where it is.
    let mistake: LuaSyntaxError?
    private let lineStarts: [Int]

    /// A file with its syntax.
    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
        var tokens: [LuaToken] = []
        var comments: [LuaComment] = []
        var statements: [LuaStatement] = []
        var mistake: LuaSyntaxError?
        do throws(LuaSyntaxError) {
            let lexer = try LuaLexer(bytes)
            tokens = lexer.tokens
            comments = lexer.comments
            statements = try LuaParser.statements(tokens)
        } catch {
            mistake = error
        }
        self.tokens = tokens
        self.comments = comments
        self.statements = statements
        self.mistake = mistake
        scopes = LuaScopes(statements)
    }

    /// The last part of the path.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The text of a part.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The lines, without their ends, as ranges of bytes.
    var lines: [Range<Int>] {
        lineStarts.indices.map { index in
            let start = lineStarts[index]
            return start..<(index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count)
        }
    }

    /// The line of a byte, from 0.
    func line(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The line and column, from 1, of a byte; columns count Unicode scalars.
    func position(_ offset: Int) -> (line: Int, column: Int) {
        let line = line(of: offset)
        let before = bytes[lineStarts[line]..<max(lineStarts[line], min(offset, bytes.count))]
        // Continuation bytes are no scalars of their own.
        return (line + 1, before.count { $0 & 0xC0 != 0x80 } + 1)
    }

    /// The spaces and tabs at the start of the line of a byte.
    func indentation(at offset: Int) -> String {
        let line = lines[line(of: offset)]
        return text(line.lowerBound..<(line.first { bytes[$0] != 32 && bytes[$0] != 9 } ?? line.upperBound))
    }

    /// Whether only space stands before a byte on its line.
    func isFirstOnLine(_ offset: Int) -> Bool {
        let start = lines[line(of: offset)].lowerBound
        return bytes[start..<offset].allSatisfy { $0 == 32 || $0 == 9 }
    }

    /// The place of a part, with the line that stands there.
    func location(_ range: Range<Int>) -> SourceLocation {
        let (line, column) = position(range.lowerBound)
        var excerpt = text(lines[line - 1])
        if excerpt.hasSuffix("\r") { excerpt.removeLast() }
        return SourceLocation(file: path, line: line, column: column, excerpt: excerpt)
    }
}
