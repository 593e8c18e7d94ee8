// Reads a table of a rule file key by key, and knows which keys it may have.
import EventModel
import LuaRuntime

/// A table with the names of the keys that mean something in it.
struct TableReader {
    /// What the table is, for messages: `step "first"`.
    let place: String
    private let table: Table

    /// A reader; throws on a key that is not among the known ones, with the one that was probably meant.
    init(_ table: Table, place: String, known: [String], positional: Bool = false) throws(RuleError) {
        self.place = place
        self.table = table
        for entry in table.fields {
            guard case .string(let key) = entry.key else {
                throw RuleError(code: "bad_key", message: "\(place): a key must be a name or a place in a list")
            }
            guard known.contains(key) else {
                throw RuleError(
                    code: "unknown_key",
                    message: "\(place) has no key '\(key)'",
                    hint: Suggestion.hint(for: key, among: known)
                )
            }
        }
        if !positional, let first = table.sequence.first {
            throw RuleError(
                code: "no_list",
                message: "\(place) takes named keys only, not a \(first.typeName) by itself",
                hint: "write key = value"
            )
        }
    }

    /// The entries without a name.
    var sequence: [Value] { table.sequence }

    /// The entries with a name, in the order of names.
    var fields: [(name: String, value: Value)] {
        table.fields.compactMap { entry in
            if case .string(let name) = entry.key { (name, entry.value) } else { nil }
        }
    }

    /// The raw value of a key.
    subscript(_ key: String) -> Value { table[key] }

    /// An error about one of its keys.
    func error(_ key: String, _ message: String, hint: String? = nil) -> RuleError {
        RuleError(code: "bad_value", message: "\(place): '\(key)' \(message)", hint: hint)
    }

    /// The text of a key, nil where it is not there.
    func text(_ key: String) throws(RuleError) -> String? {
        switch table[key] {
        case .nil: return nil
        case .string(let text): return text
        case let other: throw error(key, "must be text, not a \(other.typeName)")
        }
    }

    /// The whole number of a key, nil where it is not there.
    func integer(_ key: String) throws(RuleError) -> Int? {
        switch table[key] {
        case .nil: return nil
        case .integer(let number): return number
        case let other: throw error(key, "must be a whole number, not a \(other.typeName)")
        }
    }

    /// True or false, nil where the key is not there.
    func flag(_ key: String) throws(RuleError) -> Bool? {
        switch table[key] {
        case .nil: return nil
        case .boolean(let flag): return flag
        case let other: throw error(key, "must be true or false, not a \(other.typeName)")
        }
    }

    /// A number of days, nil where the key is not there.
    func days(_ key: String) throws(RuleError) -> Int? {
        switch table[key] {
        case .nil: return nil
        case let value:
            guard case .handle = value, let days = value.days else {
                throw error(key, "must be a time, not a \(value.typeName)", hint: "\(key) = days(7)")
            }
            guard let whole = Int(exactly: days.rounded(.down)), whole >= 0 else {
                throw error(key, "must be a time of 0 days or more")
            }
            return whole
        }
    }

    /// What a number must be: a number, `at_least(3)`, `{ min = 3 }`, a choice of these.
    func numberTest(_ key: String) throws(RuleError) -> FieldTest {
        // Any field that holds a number is read alike.
        try TestReader(field: .hostility, place: place, name: key).test(table[key])
    }

    /// A list of texts; one text counts as a list of one.
    func texts(_ key: String) throws(RuleError) -> [String] {
        switch table[key] {
        case .nil: return []
        case .string(let text): return [text]
        case .table(let list) where list.fields.isEmpty:
            var texts: [String] = []
            for value in list.sequence {
                guard case .string(let text) = value else {
                    throw error(key, "must be a list of texts; there is a \(value.typeName) in it")
                }
                texts.append(text)
            }
            return texts
        case let other: throw error(key, "must be a text or a list of texts, not a \(other.typeName)")
        }
    }

    /// One of the names of a closed vocabulary, nil where the key is not there.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        of type: Choice.Type
    ) throws(RuleError) -> Choice? {
        guard let text = try text(key) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let names = Choice.allCases.map(\.rawValue)
            throw error(key, "cannot be '\(text)'", hint: Suggestion.hint(for: text, among: names))
        }
        return choice
    }
}

extension Value {
    /// The part of a rule that it is.
    var part: RulePart? {
        if case .object(let object) = self { object as? RulePart } else { nil }
    }

    /// Whether there is no value.
    var isNil: Bool { if case .nil = self { true } else { false } }

    /// The number, whole or not.
    var anyNumber: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}
