// Values as a REPL shows them.

extension VM {
    /// A value on one line as Lua would write it: strings quoted, tables with at most 20 entries and 4 levels.
    public func describe(_ value: Value) -> String {
        describe(value, depth: 0)
    }

    private func describe(_ value: Value, depth: Int) -> String {
        switch value {
        case .nil: "nil"
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .string(let text): Self.quoted(text)
        case .bytes(let bytes): Self.quoted(String(decoding: bytes, as: UTF8.self))
        case .table(let table): describe(table, depth: depth)
        case .function: "function"
        case .object(let object): (try? text(of: value)) ?? object.luaDescription
        case .number, .handle: (try? text(of: value)) ?? value.typeName
        case .opaque(let text): text
        }
    }

    private func describe(_ table: Table, depth: Int) -> String {
        guard depth < 4 else { return "{…}" }
        let sequenceCount = table.sequence.count
        var parts = table.entries.prefix(20).enumerated().map { index, entry in
            let value = describe(entry.value, depth: depth + 1)
            if index < sequenceCount { return value }
            if case .string(let name) = entry.key, Self.isName(name) { return "\(name) = \(value)" }
            return "[\(describe(entry.key, depth: depth + 1))] = \(value)"
        }
        if table.entries.count > 20 { parts.append("… \(table.entries.count - 20) more") }
        return parts.isEmpty ? "{}" : "{ \(parts.joined(separator: ", ")) }"
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, !(48...57).contains(first) else { return false }
        return text.utf8.allSatisfy {
            $0 == 95 || (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
        }
    }

    /// A text as a Lua string literal.
    public static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 32 || scalar.value == 127: result += "\\\(scalar.value)"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
