// Values as JSON, for the records that scripts appear in.

extension Value {
    /// The value as JSON: sequences as arrays, other tables as objects, what JSON cannot say as text or null.
    public var jsonText: String {
        switch self {
        case .nil: "null"
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .number(let value): value.isFinite ? String(value) : "null"
        case .string(let text): Self.jsonQuoted(text)
        case .bytes(let bytes): Self.jsonQuoted(String(decoding: bytes, as: UTF8.self))
        case .table(let table): Self.json(table)
        case .function: "\"function\""
        case .object(let object): Self.jsonQuoted(object.luaDescription)
        case .handle(let handle): String(handle.payload)
        case .opaque(let text): Self.jsonQuoted(text)
        }
    }

    private static func json(_ table: Table) -> String {
        let sequence = table.sequence
        if sequence.count == table.entries.count {
            return "[\(sequence.map(\.jsonText).joined(separator: ","))]"
        }
        let fields = table.entries.map { entry in
            let key: String =
                switch entry.key {
                case .string(let name): name
                default: entry.key.jsonText
                }
            return "\(jsonQuoted(key)):\(entry.value.jsonText)"
        }
        return "{\(fields.joined(separator: ","))}"
    }

    private static func jsonQuoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 32:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
