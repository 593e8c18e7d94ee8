// The text of a file of rules, and where in it a mistake stands.
import EventModel

/// The text of a file of rules.
struct RuleSource: Sendable {
    /// The file's path.
    let file: String
    /// What is in it.
    let text: String

    private var lines: [Substring] {
        // By bytes, for characters took a tenth of the time that all rules take to load; and "\r\n" is one of them.
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
        }
    }

    /// The line on which a rule begins.
    func location(of rule: String) -> SourceLocation {
        for (number, line) in lines.enumerated() {
            let words = line.drop { $0 == " " || $0 == "\t" }
            guard words.hasPrefix("rule") else { continue }
            let rest = words.dropFirst(4).drop { $0 == " " || $0 == "(" }
            guard rest.hasPrefix("\"\(rule)\"") || rest.hasPrefix("'\(rule)'") else { continue }
            return SourceLocation(file: file, line: number + 1, excerpt: String(line))
        }
        return SourceLocation(file: file)
    }

    /// A mistake with the line and column of the word that it names.
    ///
    /// Lua knows only where the call begins that failed, which may be a table of many lines.
    func located(_ error: RuleError) -> RuleError {
        var error = error
        // What a function of the rule's own threw has its place in the message still.
        if let (line, message) = inner(error.message) {
            error.location = SourceLocation(file: file, line: line)
            error.message = message
        }
        guard let place = error.location, place.file == file, let line = place.line, place.column == nil else {
            return error
        }
        let lines = lines
        guard lines.indices.contains(line - 1) else { return error }
        let extent = Self.extent(lines, from: line - 1)
        for word in Self.quoted(error.message).reversed() {
            for isKey in [true, false] {
                for number in extent {
                    guard let column = Self.column(of: word, in: lines[number], asKey: isKey) else { continue }
                    error.location = SourceLocation(
                        file: file,
                        line: number + 1,
                        column: column,
                        excerpt: String(lines[number])
                    )
                    return error
                }
            }
        }
        return error
    }

    /// The line and the rest of a message that begins with a place in this file.
    private func inner(_ message: String) -> (line: Int, rest: String)? {
        guard message.hasPrefix("\(file):") else { return nil }
        let rest = message.dropFirst(file.count + 1)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let line = Int(digits), rest.dropFirst(digits.count).hasPrefix(": ") else { return nil }
        return (line, String(rest.dropFirst(digits.count + 2)))
    }

    /// The most lines that a call is followed through.
    private static let extentMax = 500

    /// The lines of the call that begins on a line: up to where its braces are closed.
    private static func extent(_ lines: [Substring], from start: Int) -> Range<Int> {
        var depth = 0
        var isOpened = false
        for number in start..<min(lines.count, start + extentMax) {
            for scalar in code(lines[number]) {
                if scalar == "{" {
                    depth += 1
                    isOpened = true
                } else if scalar == "}" {
                    depth -= 1
                }
            }
            if isOpened, depth <= 0 { return start..<(number + 1) }
        }
        return start..<min(lines.count, start + extentMax)
    }

    /// A line without its comment and with texts blanked out.
    private static func code(_ line: Substring) -> [Unicode.Scalar] {
        var code: [Unicode.Scalar] = []
        var quote: Unicode.Scalar?
        for scalar in line.unicodeScalars {
            if let open = quote {
                if scalar == open { quote = nil }
                code.append(" ")
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
                code.append(" ")
            } else if scalar == "-", code.last == "-" {
                return code
            } else {
                code.append(scalar)
            }
        }
        return code
    }

    /// What stands between single quotes in a message.
    private static func quoted(_ message: String) -> [String] {
        let parts = message.split(separator: "'", omittingEmptySubsequences: false)
        return parts.indices.filter { $0 % 2 == 1 && $0 < parts.count - 1 }.map { String(parts[$0]) }
            .filter { !$0.isEmpty }
    }

    /// The column, from 1, at which a word stands by itself; as a key, with `=` after it.
    private static func column(of word: String, in line: Substring, asKey: Bool) -> Int? {
        let line = Array(line.unicodeScalars)
        let word = Array(word.unicodeScalars)
        guard word.count <= line.count else { return nil }
        func isName(_ scalar: Unicode.Scalar) -> Bool {
            scalar == "_" || scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        }
        for start in 0...(line.count - word.count) {
            let end = start + word.count
            guard line[start..<end].elementsEqual(word), start == 0 || !isName(line[start - 1]),
                end == line.count || !isName(line[end])
            else { continue }
            let next = line[end...].first { $0 != " " }
            if !asKey || next == "=" { return start + 1 }
        }
        return nil
    }
}
