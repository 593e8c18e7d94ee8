// The fields of a JSON object, each of the kind that it must have; null and absent are the same.

/// Reads the fields of one object and says exactly which is wrong.
struct FieldReader {
    private let node: JSONNode

    init(_ node: JSONNode) { self.node = node }

    func text(_ key: String) throws(RowMistake) -> String? {
        guard let value = present(key) else { return nil }
        guard let text = value.string else { throw wrong(key, value, "a string") }
        return text
    }

    func number(_ key: String) throws(RowMistake) -> Double? {
        guard let value = present(key) else { return nil }
        guard case .number(let number) = value.value else { throw wrong(key, value, "a number") }
        return number
    }

    func integer(_ key: String) throws(RowMistake) -> Int? {
        guard let value = present(key) else { return nil }
        guard case .number(let number) = value.value, let integer = Int(exactly: number) else {
            throw wrong(key, value, "a whole number")
        }
        return integer
    }

    func flag(_ key: String) throws(RowMistake) -> Bool {
        guard let value = present(key) else { return false }
        guard case .bool(let flag) = value.value else { throw wrong(key, value, "true or false") }
        return flag
    }

    func list(_ key: String) throws(RowMistake) -> [JSONNode] {
        guard let value = present(key) else { return [] }
        guard let elements = value.array else { throw wrong(key, value, "an array") }
        return elements
    }

    func texts(_ key: String) throws(RowMistake) -> [String] {
        var texts: [String] = []
        for element in try list(key) {
            guard let text = element.string else { throw wrong(key, element, "an array of strings") }
            texts.append(text)
        }
        return texts
    }

    /// A half-open range, `[0, 108]`; empty at 0 where there is none.
    func range(_ key: String) throws(RowMistake) -> Range<Int> {
        guard let value = present(key) else { return 0..<0 }
        let bounds = value.array?.compactMap { element -> Int? in
            if case .number(let number) = element.value { return Int(exactly: number) }
            return nil
        }
        guard let bounds, bounds.count == 2, bounds[0] >= 0, bounds[0] <= bounds[1] else {
            throw wrong(key, value, "two offsets, such as [0, 108]")
        }
        return bounds[0]..<bounds[1]
    }

    func word<Word: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        as type: Word.Type
    ) throws(RowMistake) -> Word? {
        guard let text = try text(key) else { return nil }
        if let word = Word(rawValue: text) { return word }
        // People who write events by hand write the names as they like.
        if let word = Word.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) { return word }
        throw RowMistake(
            code: "bad_value",
            message: "'\(text.prefix(40))' is no \(key)",
            index: present(key)?.index ?? node.index,
            hint: "one of " + Word.allCases.map(\.rawValue).joined(separator: " ")
        )
    }

    private func present(_ key: String) -> JSONNode? {
        guard let value = node[key], !value.isNull else { return nil }
        return value
    }

    private func wrong(_ key: String, _ value: JSONNode, _ expected: String) -> RowMistake {
        RowMistake(code: "bad_value", message: "'\(key)' must be \(expected), not \(value.kind)", index: value.index)
    }
}
