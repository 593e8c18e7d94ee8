// A row of output: keys in an order that counts, and values that every format can write.

/// A value of a record.
public enum RecordValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    /// A number that keeps its point in JSON: −10.0, 33.0; null where it is not finite.
    case number(Double)
    case text(String)
    case list([RecordValue])
    case record(Record)
}

/// Keys and values in the order in which they are printed.
public struct Record: Sendable, Hashable {
    /// A key and its value.
    public struct Member: Sendable, Hashable {
        /// The key, in snake_case.
        public var key: String
        /// The value.
        public var value: RecordValue
    }

    /// The members, in order.
    public private(set) var members: [Member] = []

    /// An empty record.
    public init() {}

    /// A record of these keys and values, in their order.
    public init(_ members: KeyValuePairs<String, RecordValue>) {
        self.members = members.map { Member(key: $0.key, value: $0.value) }
    }

    /// The value of a key, nil where there is none; setting one that is there keeps its place.
    public subscript(key: String) -> RecordValue? {
        get { members.first { $0.key == key }?.value }
        set {
            let index = members.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    /// Adds a member at the end, without a look at what is there.
    public mutating func append(_ key: String, _ value: RecordValue) {
        members.append(Member(key: key, value: value))
    }
}

extension Record: ExpressibleByDictionaryLiteral {
    /// A record of these keys and values, in their order.
    public init(dictionaryLiteral elements: (String, RecordValue)...) {
        members = elements.map { Member(key: $0.0, value: $0.1) }
    }
}

extension RecordValue {
    /// The text, or null.
    public static func text(_ text: String?) -> RecordValue { text.map { .text($0) } ?? .null }
    /// The whole number, or null.
    public static func integer(_ integer: Int?) -> RecordValue { integer.map { .integer($0) } ?? .null }
    /// The number, or null.
    public static func number(_ number: Double?) -> RecordValue { number.map { .number($0) } ?? .null }
    /// A list of texts.
    public static func texts(_ texts: [String]) -> RecordValue { .list(texts.map { .text($0) }) }
    /// Half-open offsets, `[0, 108]`.
    public static func span(_ span: Range<Int>) -> RecordValue {
        .list([.integer(span.lowerBound), .integer(span.upperBound)])
    }
}

extension RecordValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// A text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
}
