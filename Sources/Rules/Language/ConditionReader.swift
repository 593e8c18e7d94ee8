// Reads the table of a step or an absence: fields, relations, functions, choices.
import EventModel
import LuaRuntime

/// Reads conditions; what belongs to the step as a whole is kept aside.
struct ConditionReader {
    /// What the table is, for messages.
    let place: String
    /// How many events in a row, where the table says so.
    private(set) var times: ClosedRange<Int>?
    /// Whether every event that fits gives a match of its own.
    private(set) var isEvery = false
    /// What ends a run of events.
    private(set) var until: Condition?
    /// The step that time bounds count from in tables that name none: what the table around them names.
    private var reference: String?

    init(place: String) { self.place = place }

    /// The keys of conditions beside the fields of events.
    static let relationKeys = [
        "alert", "answers", "from", "max_age", "min_gap", "new_party", "reverses", "same_dyad", "where", "within",
    ]

    /// The fields that conditions may test.
    static let fieldKeys = EventField.allCases.filter { ![.span, .trigger].contains($0) }.map(\.rawValue)

    /// The condition of a table.
    mutating func condition(_ table: Table, extraKeys: [String] = []) throws(RuleError) -> Condition {
        let conditions = try conditions(table, extraKeys: extraKeys)
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    private mutating func conditions(_ table: Table, extraKeys: [String]) throws(RuleError) -> [Condition] {
        let reader = try TableReader(
            table,
            place: place,
            known: Self.fieldKeys + Self.relationKeys + extraKeys,
            positional: true
        )
        let around = reference
        defer { reference = around }
        reference = try Self.reference(reader) ?? around
        var conditions: [Condition] = []
        for value in reader.sequence {
            if let condition = try condition(unnamed: value) { conditions.append(condition) }
        }
        for (name, value) in reader.fields where !extraKeys.contains(name) && name != "from" {
            conditions.append(try condition(name, value, reader))
        }
        return conditions
    }

    /// The step that time bounds of a table count from: the one it names, nil for the step before.
    private static func reference(_ reader: TableReader) throws(RuleError) -> String? {
        for key in ["from", "answers", "reverses", "same_dyad"] {
            if let name = try reader.text(key) { return name }
        }
        return nil
    }

    private mutating func condition(unnamed value: Value) throws(RuleError) -> Condition? {
        switch value {
        case .table(let table): return try condition(table)
        case .function(let function): return .function(RuleFunction(function))
        case .object:
            switch value.part?.content {
            case .times(let range):
                times = range
                return nil
            case .every:
                isEvery = true
                return nil
            case .until(let condition):
                until = condition
                return nil
            case .choice(let choice, let table):
                let parts = try conditions(table, extraKeys: [])
                switch choice {
                case .any: return .any(parts)
                case .all: return .all(parts)
                case .none: return .none(parts)
                }
            default: break
            }
        default: break
        }
        throw RuleError(
            code: "bad_condition",
            message: "\(place): a \(value.part?.word ?? value.typeName) by itself is no condition",
            hint: "conditions are field = value, tables, functions, any { … }, all { … } and none { … }"
        )
    }

    private mutating func condition(
        _ name: String,
        _ value: Value,
        _ reader: TableReader
    ) throws(RuleError) -> Condition {
        switch name {
        case "reverses": return .relation(.reverses(step: try step(name, reader)))
        case "same_dyad": return .relation(.sameDyad(step: try step(name, reader)))
        case "answers": return .relation(.answers(step: try step(name, reader)))
        case "new_party": return .relation(.newParty(step: try step(name, reader)))
        case "within": return .relation(.within(days: try reader.days(name) ?? 0, step: reference))
        case "min_gap": return .relation(.minimumGap(days: try reader.days(name) ?? 0, step: reference))
        case "max_age": return .age(atMost: try reader.days(name) ?? 0)
        case "alert": return .alert(try alertTest(value, reader))
        case "where":
            guard case .function = value else {
                guard case .table = value else {
                    throw reader.error(name, "must be a function of the event, not a \(value.typeName)")
                }
                return try condition(unnamed: value) ?? .all([])
            }
            return try condition(unnamed: value) ?? .all([])
        default:
            guard let field = EventField(rawValue: name) else { return .all([]) }
            if case .comparison(let comparison, let step) = value.part?.content {
                return .relation(.compares(field, comparison, step: step))
            }
            return .field(field, try TestReader(field: field, place: place).test(value))
        }
    }

    /// `"retaliation"`, a list of rules, or `{ rule = …, kind = …, severity = … }`.
    private func alertTest(_ value: Value, _ reader: TableReader) throws(RuleError) -> AlertTest {
        guard case .table(let table) = value, !table.fields.isEmpty else {
            let rules = try reader.texts("alert")
            guard !rules.isEmpty else {
                throw reader.error("alert", "must name a rule", hint: "alert = \"retaliation\"")
            }
            return AlertTest(rules: rules)
        }
        let inner = try TableReader(table, place: "\(place), alert", known: ["kind", "rule", "severity"])
        var severities: [Severity] = []
        for text in try inner.texts("severity") {
            guard let severity = Severity(rawValue: text) else {
                let names = Severity.allCases.map(\.rawValue)
                throw inner.error("severity", "cannot be '\(text)'", hint: Suggestion.hint(for: text, among: names))
            }
            severities.append(severity)
        }
        let test = AlertTest(
            rules: try inner.texts("rule"),
            kinds: try inner.texts("kind"),
            severities: severities
        )
        guard !test.rules.isEmpty || !test.kinds.isEmpty else {
            throw inner.error(
                "rule",
                "or 'kind' must say whose alerts are meant",
                hint: "alert = { kind = \"retaliation\" }"
            )
        }
        return test
    }

    private func step(_ key: String, _ reader: TableReader) throws(RuleError) -> String {
        guard let name = try reader.text(key) else { throw reader.error(key, "must name a step") }
        return name
    }
}
