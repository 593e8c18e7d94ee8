// Values to JSON (RFC 8259), as UTF-8 and with no more escapes than it asks for.

/// Writes JSON, without a space between tokens.
enum JSONText {
    /// Adds a record.
    static func append(_ record: Record, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "{"))
        for (index, member) in record.members.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            append(member.key, to: &output)
            output.append(UInt8(ascii: ":"))
            append(member.value, to: &output)
        }
        output.append(UInt8(ascii: "}"))
    }

    /// Adds a value.
    static func append(_ value: RecordValue, to output: inout [UInt8]) {
        switch value {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
        case .integer(let integer): output.append(contentsOf: String(integer).utf8)
        // Swift's shortest form that reads back the same is JSON too: -10.0, 1e-07.
        case .number(let number): output.append(contentsOf: (number.isFinite ? number.description : "null").utf8)
        case .text(let text): append(text, to: &output)
        case .record(let record): append(record, to: &output)
        case .list(let values):
            output.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                append(value, to: &output)
            }
            output.append(UInt8(ascii: "]"))
        }
    }

    /// Adds a string in quotes: quotes, backslashes and control characters are escaped, all else is as it is.
    static func append(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0x0A: output.append(contentsOf: "\\n".utf8)
            case 0x0D: output.append(contentsOf: "\\r".utf8)
            case 0x09: output.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                output.append(contentsOf: "\\u00".utf8)
                output.append(digits[Int(byte >> 4)])
                output.append(digits[Int(byte & 15)])
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private static let digits = Array("0123456789abcdef".utf8)
}

extension RecordValue {
    /// The value as JSON text.
    public var json: String {
        var output: [UInt8] = []
        JSONText.append(self, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// The value as the cell of a table or of CSV: text bare, null empty, lists of plain values joined by `; `.
    ///
    /// Whatever is nested deeper is JSON.
    public var cell: String {
        switch self {
        case .null: ""
        case .text(let text): text
        case .bool, .integer, .number: json
        case .list(let values) where values.isEmpty: ""
        case .list(let values) where values.allSatisfy(\.isPlain): values.map(\.cell).joined(separator: "; ")
        case .record(let record) where record.members.isEmpty: ""
        case .list, .record: json
        }
    }

    private var isPlain: Bool {
        switch self {
        case .null, .bool, .integer, .number, .text: true
        case .list, .record: false
        }
    }
}
