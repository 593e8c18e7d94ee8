// A JSON value that knows where it stands, so that a mistake in it can be shown.

/// A parsed JSON value.
struct JSONNode {
    /// What it is.
    indirect enum Value {
        case null
        case bool(Bool)
        case number(Double)
        case string(String)
        case array([JSONNode])
        case object([JSONMember])
    }

    /// What it is.
    let value: Value
    /// The index of its first byte in the bytes parsed.
    let index: Int

    /// The value of a key, nil where there is none; the last one counts where a key comes twice.
    subscript(key: String) -> JSONNode? {
        guard case .object(let members) = value else { return nil }
        return members.last { $0.key == key }?.node
    }

    /// Whether it is `null`.
    var isNull: Bool {
        if case .null = value { return true }
        return false
    }

    /// The text, nil where it is none.
    var string: String? {
        if case .string(let text) = value { return text }
        return nil
    }

    /// The elements, nil where it is no array.
    var array: [JSONNode]? {
        if case .array(let elements) = value { return elements }
        return nil
    }

    /// What it is, as a message calls it.
    var kind: String {
        switch value {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

/// A key of an object and its value.
struct JSONMember {
    let key: String
    let node: JSONNode
}
