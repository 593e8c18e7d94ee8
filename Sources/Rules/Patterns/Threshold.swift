// The values of a rule that its users may change without editing it.
import EventModel
import LuaRuntime

/// A named value of a rule.
public struct Threshold: Sendable, Equatable {
    /// The name.
    public var name: String
    /// The value in force.
    public var value: Value
    /// The value that the rule's author chose.
    public var standard: Value

    /// Whether a user has changed it.
    public var isChanged: Bool { value != standard }
}

/// The thresholds of a rule as its functions read them: `t.count`, `t.within`.
struct Thresholds: HostObject, Equatable {
    static let luaTypeName = "thresholds"

    /// The rule's id.
    let rule: String
    /// The thresholds, by name.
    private(set) var values: [Threshold] = []

    var luaDescription: String { values.count == 1 ? "1 threshold" : "\(values.count) thresholds" }

    /// The thresholds of a rule.
    init(_ rule: Rule) {
        self.rule = rule.id
        values = rule.thresholds
    }

    /// The thresholds that a rule declares, with the values that a user gives instead.
    ///
    /// Throws `unknown_threshold` and `bad_threshold`. A plain number may stand for a time: it counts days.
    init(_ reader: TableReader, rule: String, changes: [String: Value]) throws(RuleError) {
        self.rule = rule
        let declared: [Table.Entry]
        switch reader["thresholds"] {
        case .nil: declared = []
        case .table(let table): declared = table.entries
        case let other:
            throw reader.error(
                "thresholds",
                "must be a table, not a \(other.typeName)",
                hint: "thresholds = { count = 5, within = days(7) }"
            )
        }
        for entry in declared {
            guard case .string(let name) = entry.key else { throw reader.error("thresholds", "must have names") }
            guard entry.value.isThreshold else {
                throw reader.error("thresholds", "cannot hold a \(entry.value.typeName): '\(name)'")
            }
            values.append(Threshold(name: name, value: entry.value, standard: entry.value))
        }
        for (name, change) in changes.sorted(by: { $0.key < $1.key }) {
            guard let place = values.firstIndex(where: { $0.name == name }) else { throw unknown(name) }
            values[place].value = try Self.value(change, for: values[place], rule)
        }
    }

    /// The value of a name; throws where there is none.
    func value(_ name: String) throws(RuleError) -> Value {
        guard let threshold = values.first(where: { $0.name == name }) else { throw unknown(name) }
        return threshold.value
    }

    private func unknown(_ name: String) -> RuleError {
        RuleError(
            code: "unknown_threshold",
            message: "rule '\(rule)' has no threshold '\(name)'",
            hint: values.isEmpty
                ? "thresholds = { \(name) = … } in the rule" : Suggestion.hint(for: name, among: values.map(\.name)),
            rule: rule
        )
    }

    private static func value(_ change: Value, for threshold: Threshold, _ rule: String) throws(RuleError) -> Value {
        if change.typeName == threshold.standard.typeName { return change }
        if case .handle = threshold.standard, let days = change.anyNumber { return .duration(days: days) }
        throw RuleError(
            code: "bad_threshold",
            message: "threshold '\(threshold.name)' of rule '\(rule)' cannot be a \(change.typeName)",
            hint: "a \(threshold.standard.typeName) is wanted",
            rule: rule
        )
    }

    /// What Lua reads thresholds by.
    static let type = LuaType(
        luaTypeName,
        "The thresholds of a rule, which users may change: the argument of `match = function(t) … end`.",
        operators: [
            LuaFunction("__index", "(name: string) -> any", "The value of a threshold.") { arguments in
                let thresholds: Thresholds = try arguments.object(1)
                return [try thresholds.value(try arguments.string(2))]
            }
        ]
    )
}

extension Value {
    /// Whether it is plain: a number, a time, a text, true or false, or a list of these.
    fileprivate var isThreshold: Bool {
        switch self {
        case .integer, .number, .string, .boolean: true
        case .handle: days != nil
        case .table(let table): table.entries.allSatisfy { $0.value.isThreshold }
        default: false
        }
    }
}
