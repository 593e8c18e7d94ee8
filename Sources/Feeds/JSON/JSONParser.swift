// JSON (RFC 8259) over bytes: fast enough for feeds of gigabytes, and exact about where a mistake is.

/// A parser of one JSON value.
struct JSONParser {
    /// The indices of strings in which bytes or lone surrogates were replaced by U+FFFD.
    private(set) var replacedIndices: [Int] = []

    private let bytes: ArraySlice<UInt8>
    private let end: Int
    private var position: Int
    private var depth = 0

    static let depthMax = 128

    /// A parser of these bytes; indices in what it gives are theirs.
    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
        end = bytes.endIndex
    }

    /// The one value that the bytes hold.
    mutating func parse() throws(JSONMistake) -> JSONNode {
        let node = try value()
        skipSpace()
        if position < end { throw mistake("something follows the end of the JSON value") }
        return node
    }

    private mutating func value() throws(JSONMistake) -> JSONNode {
        skipSpace()
        let start = position
        guard position < end else { throw mistake("the JSON value ends too early") }
        let value: JSONNode.Value =
            switch bytes[position] {
            case UInt8(ascii: "{"): try object()
            case UInt8(ascii: "["): try array()
            case UInt8(ascii: "\""): .string(try string())
            case UInt8(ascii: "t"): try word("true", .bool(true))
            case UInt8(ascii: "f"): try word("false", .bool(false))
            case UInt8(ascii: "n"): try word("null", .null)
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number(try number())
            default: throw mistake("a JSON value was expected here")
            }
        return JSONNode(value: value, index: start)
    }

    private mutating func object() throws(JSONMistake) -> JSONNode.Value {
        try enter()
        var members: [JSONMember] = []
        skipSpace()
        if take("}") { return leave(.object([])) }
        while true {
            skipSpace()
            guard position < end else { throw mistake("the object is not closed: '}' is missing") }
            guard bytes[position] == UInt8(ascii: "\"") else {
                throw mistake("a key in double quotes was expected here")
            }
            let key = try string()
            skipSpace()
            guard take(":") else { throw mistake("':' was expected after the key '\(key)'") }
            members.append(JSONMember(key: key, node: try value()))
            skipSpace()
            if take(",") { continue }
            if take("}") { return leave(.object(members)) }
            throw mistake(position < end ? "',' or '}' was expected here" : "the object is not closed: '}' is missing")
        }
    }

    private mutating func array() throws(JSONMistake) -> JSONNode.Value {
        try enter()
        var elements: [JSONNode] = []
        skipSpace()
        if take("]") { return leave(.array([])) }
        while true {
            elements.append(try value())
            skipSpace()
            if take(",") { continue }
            if take("]") { return leave(.array(elements)) }
            throw mistake(position < end ? "',' or ']' was expected here" : "the array is not closed: ']' is missing")
        }
    }

    private mutating func enter() throws(JSONMistake) {
        depth += 1
        if depth > Self.depthMax { throw mistake("nested deeper than \(Self.depthMax) levels") }
        position += 1
    }

    private mutating func leave(_ value: JSONNode.Value) -> JSONNode.Value {
        depth -= 1
        return value
    }

    private mutating func word(_ word: String, _ value: JSONNode.Value) throws(JSONMistake) -> JSONNode.Value {
        guard bytes[position..<end].starts(with: word.utf8) else { throw mistake("a JSON value was expected here") }
        position += word.utf8.count
        return value
    }

    private mutating func number() throws(JSONMistake) -> Double {
        let start = position
        _ = take("-")
        guard takeDigits(), bytes[start] != UInt8(ascii: "0") || position - start == 1,
            !bytes[start..<position].starts(with: "-0".utf8) || position - start == 2
        else { throw JSONMistake(message: "this is no JSON number", index: start) }
        if take("."), !takeDigits() { throw JSONMistake(message: "this is no JSON number", index: start) }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            if !takeDigits() { throw JSONMistake(message: "this is no JSON number", index: start) }
        }
        return Double(String(decoding: bytes[start..<position], as: UTF8.self)) ?? .infinity
    }

    private mutating func takeDigits() -> Bool {
        let start = position
        while position < end, bytes[position] >= 48, bytes[position] <= 57 { position += 1 }
        return position > start
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard position < end, bytes[position] == UInt8(truncatingIfNeeded: scalar.value) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < end {
            switch bytes[position] {
            case 0x20, 0x09, 0x0D, 0x0A: position += 1
            default: return
            }
        }
    }

    private func mistake(_ message: String) -> JSONMistake { JSONMistake(message: message, index: position) }
}

// MARK: - Strings

extension JSONParser {
    private mutating func string() throws(JSONMistake) -> String {
        position += 1
        let start = position
        guard let stop = plainEnd(from: start) else {
            throw JSONMistake(message: "the string is not closed: '\"' is missing", index: start - 1)
        }
        position = stop
        if bytes[stop] == UInt8(ascii: "\"") {
            position += 1
            return text(bytes[start..<stop], from: start)
        }
        return try escapedString(from: start)
    }

    /// The index of the first byte that is not plain: a quote, a backslash or a control character.
    private func plainEnd(from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            var index = start - bytes.startIndex
            while index < buffer.count {
                let byte = buffer[index]
                if byte == 0x22 || byte == 0x5C || byte < 0x20 { return index + bytes.startIndex }
                index += 1
            }
            return nil
        }
    }

    private mutating func escapedString(from start: Int) throws(JSONMistake) -> String {
        var unescaped = Array(bytes[start..<position])
        while position < end {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return text(unescaped[...], from: start)
            case UInt8(ascii: "\\"):
                try appendEscape(to: &unescaped)
            case 0..<0x20:
                throw mistake("a control character inside a string must be escaped")
            default:
                let stop = plainEnd(from: position) ?? end
                unescaped.append(contentsOf: bytes[position..<stop])
                position = stop
            }
        }
        throw JSONMistake(message: "the string is not closed: '\"' is missing", index: start - 1)
    }

    private mutating func text(_ slice: ArraySlice<UInt8>, from start: Int) -> String {
        if let valid = String(validating: slice, as: UTF8.self) { return valid }
        replacedIndices.append(start)
        return String(decoding: slice, as: UTF8.self)
    }

    private mutating func appendEscape(to unescaped: inout [UInt8]) throws(JSONMistake) {
        let start = position
        position += 1
        guard position < end else { throw mistake("the JSON value ends too early") }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(byte)
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"): unescaped.append(contentsOf: String(Character(try escapedScalar(start))).utf8)
        default: throw JSONMistake(message: "there is no such escape in JSON", index: start)
        }
    }

    private mutating func escapedScalar(_ start: Int) throws(JSONMistake) -> Unicode.Scalar {
        let unit = try hexUnit(start)
        if let scalar = Unicode.Scalar(UInt32(unit)) { return scalar }
        let isHigh = (0xD800...0xDBFF).contains(unit)
        if isHigh, position + 1 < end, bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u") {
            let second = position
            position += 2
            let low = try hexUnit(second)
            if (0xDC00...0xDFFF).contains(low) {
                let value = 0x10000 + (UInt32(unit & 0x3FF) << 10) + UInt32(low & 0x3FF)
                return Unicode.Scalar(value) ?? "\u{FFFD}"
            }
            position = second
        }
        replacedIndices.append(start)
        return "\u{FFFD}"
    }

    private mutating func hexUnit(_ start: Int) throws(JSONMistake) -> UInt16 {
        guard position + 4 <= end else { throw JSONMistake(message: "\\u needs four hexadecimal digits", index: start) }
        var unit: UInt16 = 0
        for byte in bytes[position..<position + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw JSONMistake(message: "\\u needs four hexadecimal digits", index: start)
            }
            unit = unit << 4 | UInt16(digit)
        }
        position += 4
        return unit
    }
}
