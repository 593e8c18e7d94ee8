// Runs the Lua functions of a rule's file: conditions, wordings, whole searches.
import EventModel
import LuaRuntime

/// The functions of one pack, for one snapshot.
struct LuaCaller: FunctionCaller {
    let vm: VM
    let events: any EventValues
    let rule: Rule
    let stop: StopSign

    func holds(_ function: RuleFunction, row: Int, match: Match) throws(RuleError) -> Bool {
        try call(function, [events.value(row: row), value(of: match)]).isTrue
    }

    /// What the rule says of a match.
    func wording(_ match: Match) throws(RuleError) -> AlertBuilder.Wording {
        guard let function = rule.wording else { return AlertBuilder.Wording() }
        let said: Value
        do throws(RuleError) {
            said = try call(function, [value(of: match), thresholds])
        } catch {
            throw explained(error, match)
        }
        switch said {
        case .nil: return AlertBuilder.Wording()
        case .string(let summary): return AlertBuilder.Wording(summary: summary)
        case .table(let table):
            let reader = try TableReader(table, place: "what alert returns", known: ["severity", "summary"])
            return AlertBuilder.Wording(
                summary: try reader.text("summary"),
                severity: try reader.choice("severity", of: Severity.self)
            )
        case let other:
            throw RuleError(
                code: "bad_wording",
                message: "alert returned a \(other.typeName)",
                location: rule.location,
                hint: "return a text, or { summary = …, severity = … }",
                rule: rule.id
            )
        }
    }

    /// The error with a hint where it comes from asking the match for a step that it has not.
    private func explained(_ error: RuleError, _ match: Match) -> RuleError {
        guard error.hint == nil, error.message.hasSuffix("')"), let start = error.message.range(of: "(field '")
        else { return error }
        let name = String(error.message[start.upperBound...].dropLast(2))
        let known = match.steps.map(\.name) + match.measures.map(\.name)
        guard !known.contains(name) else { return error }
        var error = error
        error.hint =
            rule.stepNames.contains(name)
            ? "'\(name)' has no event in this match; ask 'if m.\(name)' first"
            : "this match has " + known.joined(separator: ", ")
        return error
    }

    /// Runs a rule that is one function over all events; it raises alerts by `alert { … }`.
    func run(_ function: RuleFunction) throws(RuleError) {
        try stop.check()
        do throws(LuaError) {
            try vm.call(function.reference, [events.selection(), thresholds])
        } catch {
            throw RuleError(error, rule: rule.id)
        }
    }

    /// The thresholds of the rule, the last argument of its functions.
    private var thresholds: Value { .object(Thresholds(rule)) }

    private func call(_ function: RuleFunction, _ arguments: [Value]) throws(RuleError) -> Value {
        try stop.check()
        do throws(LuaError) {
            return try vm.call(function.reference, arguments).first ?? .nil
        } catch {
            throw RuleError(error, rule: rule.id)
        }
    }

    /// What steps are bound to: an event for each, a list where the step is a run of several; the measures of a window.
    private func value(of match: Match) -> Value {
        var table = Table()
        for measure in match.measures {
            guard let value = measure.value else { continue }
            table[measure.name] = Int(exactly: value).map(Value.integer) ?? .number(value)
        }
        for step in match.steps {
            let events = step.rows.map(self.events.value(row:))
            guard let first = events.first else { continue }
            table[step.name] = step.isRun ? .table(Table(sequence: events)) : first
        }
        return .table(table)
    }
}

extension RuleError {
    /// A Lua error as a rule's.
    init(_ error: LuaError, rule: String?) {
        self.init(
            code: error.code,
            message: error.message,
            location: error.location,
            hint: error.hint,
            rule: rule
        )
    }
}
