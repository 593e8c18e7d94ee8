// `overrides.lua`: a user's changes to rules, by rule id, without editing a pack.
import EventModel
import LuaRuntime

/// The changes of one file.
public struct RuleOverrides: Sendable {
    /// The changes, in the order of rule ids.
    public private(set) var rules: [RuleOverride] = []

    /// No changes.
    public init() {}

    private static let keys = ["enabled", "exceptions", "severity", "thresholds"]
    private static let example = "return { [\"escalation/retaliation\"] = { severity = \"critical\" } }"

    /// Reads a file: a table of rule ids, each with `enabled`, `severity`, `thresholds` and `exceptions`.
    ///
    /// It is data; of Lua it has the words for conditions and times only, such as `at_least(3)` and `days(7)`.
    public init(_ file: RuleFile) throws(RuleError) {
        let words = Registry([.events, RuleLibrary.documentation])
        let data = try DataFile(file, noun: "an overrides file", words: words, example: Self.example)
        for entry in data.table.entries {
            guard case .string(let id) = entry.key, id.contains("/") else {
                let name = if case .string(let text) = entry.key { text } else { "1" }
                throw data.error(
                    "bad_rule",
                    key: [name],
                    "overrides are named by a rule's id, 'pack/rule'",
                    hint: Self.example
                )
            }
            guard case .table = entry.value else { throw data.mismatch([id], "a table", entry.value) }
            try data.check([id], known: Self.keys, noun: "an override")
            rules.append(try Self.read(id, data))
        }
    }

    /// Adds the changes of another file, which count where both change the same.
    public mutating func add(_ other: RuleOverrides) {
        for change in other.rules {
            guard let index = rules.firstIndex(where: { $0.rule == change.rule }) else {
                rules.append(change)
                continue
            }
            rules[index].isEnabled = change.isEnabled ?? rules[index].isEnabled
            rules[index].severity = change.severity ?? rules[index].severity
            rules[index].thresholds.merge(change.thresholds) { $1 }
            rules[index].exceptions += change.exceptions
            rules[index].location = change.location
        }
    }

    private static func read(_ id: String, _ data: DataFile) throws(RuleError) -> RuleOverride {
        var rule = RuleOverride(rule: id, location: data.places.key([id]))
        let table = try data.table([id]) ?? Table()
        switch table["enabled"] {
        case .nil: break
        case .boolean(let isEnabled): rule.isEnabled = isEnabled
        case let other: throw data.mismatch([id, "enabled"], "true or false", other)
        }
        if let text = try data.text([id, "severity"]) {
            guard let severity = Severity(rawValue: text) else {
                throw data.error(
                    "bad_severity",
                    value: [id, "severity"],
                    "there is no severity '\(text)'",
                    hint: Suggestion.hint(for: text, among: Severity.allCases.map(\.rawValue))
                )
            }
            rule.severity = severity
        }
        for entry in try data.table([id, "thresholds"])?.entries ?? [] {
            guard case .string(let name) = entry.key else {
                throw data.error("bad_threshold", key: [id, "thresholds"], "thresholds have names")
            }
            rule.thresholds[name] = entry.value
        }
        guard let exceptions = try data.table([id, "exceptions"]) else { return rule }
        guard exceptions.fields.isEmpty else {
            throw data.error(
                "bad_exceptions",
                key: [id, "exceptions"],
                "'exceptions' must be a list of conditions",
                hint: "exceptions = { { source = \"USA\", type = \"SANCTION\" } }"
            )
        }
        for (number, value) in exceptions.sequence.enumerated() {
            let path = [id, "exceptions", String(number + 1)]
            guard case .table(let condition) = value else { throw data.mismatch(path, "a table", value) }
            rule.exceptions.append(try exception(condition, path, data))
        }
        return rule
    }

    private static func exception(_ table: Table, _ path: [String], _ data: DataFile) throws(RuleError) -> Condition {
        var reader = ConditionReader(place: "an exception")
        let condition: Condition
        do throws(RuleError) {
            condition = try reader.condition(table)
        } catch {
            var error = error
            error.location = error.location ?? data.places.value(path)
            throw error
        }
        guard condition.isOwn else {
            throw data.error(
                "bad_exception",
                value: path,
                "an exception looks at one event: it cannot name steps or have functions"
            )
        }
        return condition
    }

    /// Throws where a change names a rule that is not there.
    ///
    /// `packs` are the packs that were loaded; `known` the names of all that are installed, whose rules may be left out
    /// of this run.
    public func check(_ packs: [RulePack], known: [String]) throws(RuleError) {
        for rule in rules {
            let name = String(rule.rule.prefix { $0 != "/" })
            let loaded = packs.filter { $0.manifest.name == name }
            let isThere = loaded.isEmpty ? known.contains(name) : loaded.contains { $0.ruleIDs.contains(rule.rule) }
            if isThere { continue }
            let isPackMissing = loaded.isEmpty
            let ids = packs.flatMap(\.ruleIDs)
            throw RuleError(
                code: "unknown_rule",
                message: "there is no \(isPackMissing ? "pack '\(name)'" : "rule '\(rule.rule)'")",
                location: rule.location,
                hint: Suggestion.nearest(to: rule.rule, among: ids).map { "did you mean '\($0)'?" }
                    ?? Suggestion.hint(for: isPackMissing ? name : rule.rule, among: isPackMissing ? known : ids)
            )
        }
    }

    /// The values that thresholds are given, by rule id and name.
    public var thresholds: [String: [String: Value]] {
        Dictionary(uniqueKeysWithValues: rules.filter { !$0.thresholds.isEmpty }.map { ($0.rule, $0.thresholds) })
    }

    /// An error of a rule, placed at the user's change where it is the change that is wrong.
    func placed(_ error: RuleError) -> RuleError {
        // It has come through Lua, which keeps the words and loses the code.
        guard error.message.contains("threshold"),
            let change = rules.first(where: { !$0.thresholds.isEmpty && error.message.contains("rule '\($0.rule)'") })
        else { return error }
        var error = error
        error.location = change.location
        return error
    }

    /// The change of a rule, nil where there is none.
    public func override(of id: String) -> RuleOverride? { rules.last { $0.rule == id } }
}
