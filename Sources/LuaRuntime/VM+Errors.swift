// From C's failure to a `LuaError`: place, excerpt, column, hint.

import CSandbox
import EventModel

extension VM {
    // Reads a failure. `chunk` is what was being compiled, for syntax errors have no calls to look at.
    func error(from failure: OpaquePointer, chunk: String?) -> LuaError {
        var count = 0
        let start = brink_failure_message(failure, &count)
        var message = String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
        let calls = (0..<brink_failure_frame_count(failure)).map { brink_failure_frame(failure, $0) }
        let kind = Self.kind(brink_failure_kind(failure))
        var result = LuaError(kind: kind, message: "", isUnfinished: brink_failure_is_unfinished(failure))
        result.frames = calls.map(Self.frame)

        var shown = calls.map { (shown: Self.text($0.shown), source: Self.text($0.source)) }
        if let chunk { shown.append((Self.shownName(of: chunk), chunk)) }
        if !result.isStop, let (place, rest) = Self.takePlace(from: message, among: shown) {
            result.location = place
            message = rest
        } else if let first = result.frames.first(where: { $0.line != nil }) {
            result.location = SourceLocation(file: first.source, line: first.line)
        } else if let chunk {
            result.location = SourceLocation(file: chunk)
        }
        if let range = message.ranges(of: "; did you mean ").last {
            result.hint = String(message[message.index(range.lowerBound, offsetBy: 2)...])
            message = String(message[..<range.lowerBound])
        }
        result.message = message
        if let location = result.location, let line = location.line,
            let excerpt = sources.line(line, of: location.file)
        {
            result.location?.excerpt = excerpt
            result.location?.column = Self.column(named: message, in: excerpt)
        }
        return result
    }

    private static func kind(_ plain: Int32) -> LuaError.Kind {
        switch Int(plain) {
        case BRINK_ERROR_SYNTAX: .syntax
        case BRINK_ERROR_MEMORY: .memory
        case BRINK_ERROR_TIME: .time
        case BRINK_ERROR_INSTRUCTIONS: .instructions
        case BRINK_ERROR_OUTPUT: .output
        case BRINK_ERROR_INTERRUPTED: .interrupted
        default: .runtime
        }
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    private static func frame(_ call: brink_frame_view) -> LuaError.Frame {
        let name = text(call.name)
        return LuaError.Frame(
            source: text(call.source),
            line: call.line > 0 ? Int(call.line) : nil,
            function: call.is_chunk ? "main chunk" : name.isEmpty ? nil : "'\(name)'"
        )
    }

    // A chunk's name as Lua puts it into messages: its end where it is longer than 59 bytes.
    private static func shownName(of chunk: String) -> String {
        let bytes = Array(chunk.utf8)
        return bytes.count <= 59 ? chunk : "..." + String(decoding: bytes.suffix(56), as: UTF8.self)
    }

    // Splits `name:line: rest` where the name is one of a chunk that we know.
    private static func takePlace(
        from message: String,
        among chunks: [(shown: String, source: String)]
    ) -> (SourceLocation, String)? {
        for (shown, source) in chunks where !shown.isEmpty && message.hasPrefix(shown + ":") {
            let rest = message.dropFirst(shown.count + 1)
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let line = Int(digits), rest.dropFirst(digits.count).hasPrefix(": ") else { continue }
            return (SourceLocation(file: source, line: line), String(rest.dropFirst(digits.count + 2)))
        }
        return nil
    }

    // Lua knows no columns, but it names the word that it stumbled over; where that stands once, the column is known.
    private static func column(named message: String, in excerpt: String) -> Int? {
        let marks = ["near '", "global '", "local '", "upvalue '", "field '", "method '", "constant '", "function '"]
        for mark in marks {
            guard let start = message.firstRange(of: mark)?.upperBound,
                let end = message[start...].firstIndex(of: "'"), start < end
            else { continue }
            let places = wholeWords(String(message[start..<end]), in: excerpt)
            if places.count == 1 { return places[0] + 1 }
        }
        return nil
    }

    // Offsets, in scalars, at which a word stands by itself.
    private static func wholeWords(_ word: String, in text: String) -> [Int] {
        let word = Array(word.unicodeScalars), text = Array(text.unicodeScalars)
        guard !word.isEmpty, word.count <= text.count else { return [] }
        func isName(_ scalar: Unicode.Scalar) -> Bool {
            scalar == "_" || (scalar.isASCII && scalar.properties.isAlphabetic) || ("0"..."9").contains(scalar)
        }
        return (0...(text.count - word.count)).filter { offset in
            let end = offset + word.count
            guard text[offset..<end].elementsEqual(word) else { return false }
            let joinsLeft = offset > 0 && isName(text[offset - 1]) && isName(word[0])
            let joinsRight = end < text.count && isName(text[end]) && isName(word[word.count - 1])
            return !joinsLeft && !joinsRight
        }
    }
}
