// A copy of a Lua table as a list of entries in a fixed order.

/// A table's entries: its sequence from 1 first, then numbers by size, then strings by bytes, then the rest.
public struct Table: Sendable, Equatable {
    /// A key and its value.
    public struct Entry: Sendable, Equatable {
        /// The key, never nil.
        public var key: Value
        /// The value.
        public var value: Value

        /// An entry.
        public init(key: Value, value: Value) {
            self.key = key
            self.value = value
        }
    }

    /// The entries, in order.
    public var entries: [Entry]

    /// A table of entries as they come.
    public init(entries: [Entry] = []) {
        self.entries = entries
    }

    /// A sequence, with keys from 1.
    public init(sequence: [Value]) {
        entries = sequence.enumerated().map { Entry(key: .integer($0.offset + 1), value: $0.element) }
    }

    /// The values at 1, 2, 3 … up to the first gap.
    public var sequence: [Value] {
        var values: [Value] = []
        for (index, entry) in entries.enumerated() {
            guard case .integer(index + 1) = entry.key else { break }
            values.append(entry.value)
        }
        return values
    }

    /// The entries that are not part of the sequence.
    public var fields: ArraySlice<Entry> {
        entries.dropFirst(sequence.count)
    }

    /// The value at a string key; setting nil removes the entry.
    public subscript(name: String) -> Value {
        get {
            for entry in entries {
                if case .string(name) = entry.key { return entry.value }
            }
            return .nil
        }
        set {
            let index = entries.firstIndex { $0.key == .string(name) }
            switch (index, newValue) {
            case (let index?, .nil): entries.remove(at: index)
            case (let index?, _): entries[index].value = newValue
            case (nil, .nil): break
            case (nil, _): entries.append(Entry(key: .string(name), value: newValue))
            }
        }
    }
}

extension Table: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
    /// A table of named fields.
    public init(dictionaryLiteral elements: (String, Value)...) {
        entries = elements.map { Entry(key: .string($0.0), value: $0.1) }
    }

    /// A sequence.
    public init(arrayLiteral elements: Value...) {
        self.init(sequence: elements)
    }
}

extension Table {
    // Lua's own order of keys differs from run to run; output must not.
    mutating func order() {
        let start = sequence.count
        guard entries.count - start > 1 else { return }
        entries[start...].sort { Self.precedes($0.key, $1.key) }
    }

    private static func precedes(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.integer(let left), .integer(let right)): left < right
        case (.integer(let left), .number(let right)): Double(left) < right
        case (.number(let left), .integer(let right)): left < Double(right)
        case (.number(let left), .number(let right)): left < right
        case (.string(let left), .string(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.boolean(let left), .boolean(let right)): !left && right
        default: rank(left) < rank(right)
        }
    }

    private static func rank(_ key: Value) -> Int {
        switch key {
        case .integer, .number: 0
        case .string: 1
        case .bytes: 2
        case .boolean: 3
        default: 4
        }
    }
}
