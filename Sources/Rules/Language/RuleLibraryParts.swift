// How the words of the rule language read what they are given.
import Chronology
import EventModel
import LuaRuntime

extension RuleLibrary {
    /// A part as Lua gets it.
    static func part(_ content: RulePart.Content, _ word: String) -> Value {
        .object(RulePart(content: content, word: word))
    }

    /// `step "name" { … }`.
    static func step(_ name: String, immediately: Bool, _ table: Table) throws(RuleError) -> Value {
        let place = "step \"\(name)\""
        var reader = ConditionReader(place: place)
        let condition = try reader.condition(table, extraKeys: [RuleVocabulary.maxGap])
        var step = StepPattern(name, condition, times: reader.times ?? 1...1)
        if let gap = try TableReader(table, place: place, known: RuleVocabulary.stepKeys, positional: true).days(
            RuleVocabulary.maxGap
        ) {
            if step.times.upperBound > 1 {
                step.maxGap = gap
            } else {
                step.condition = .all([condition, .relation(.within(days: gap, step: nil))])
            }
        }
        step.isImmediate = immediately
        step.isEvery = reader.isEvery
        step.until = reader.until
        return part(.step(step), "step")
    }

    /// `until_ { … }`.
    static func until(_ table: Table) throws(RuleError) -> Value {
        var reader = ConditionReader(place: "until_")
        return part(.until(try reader.condition(table)), "until_")
    }

    /// `absent { … }`.
    static func absence(_ table: Table) throws(RuleError) -> Value {
        var reader = ConditionReader(place: "absent")
        var rest = table
        rest["within"] = .nil
        let condition = try reader.condition(rest)
        let whole = try TableReader(
            table,
            place: "absent",
            known: ConditionReader.fieldKeys + ConditionReader.relationKeys,
            positional: true
        )
        return part(.absence(AbsencePattern(condition, within: try whole.days("within"))), "absent")
    }

    /// `between(low, high)`.
    static func range(_ arguments: Arguments) throws -> FieldTest {
        if case .string(let from) = arguments[1] {
            let until = try arguments.string(2)
            guard let span = DaySpan(iso: "\(from)/\(until)") else {
                throw RuleError(
                    code: "bad_range",
                    message: "'between': there are no days from '\(from)' to '\(until)'",
                    hint: "between(\"2024-01-20\", \"2024-01-31\")"
                )
            }
            return .days(span)
        }
        let low = try arguments.number(1)
        let high = try arguments.number(2)
        guard low <= high else {
            throw RuleError(
                code: "bad_range",
                message: "'between': nothing lies between \(low.short) and \(high.short)",
                hint: "write between(\(high.short), \(low.short))"
            )
        }
        return .range(low, high)
    }

    /// `says(…)`.
    static func phrases(_ arguments: Arguments) throws -> [Phrase] {
        guard arguments.count > 0 else { throw arguments.mismatch(1, expected: "string") }
        return try (1...arguments.count).map { position in
            guard let phrase = Phrase(try arguments.string(position)) else {
                throw arguments.invalid(position, "a phrase needs words")
            }
            return phrase
        }
    }

    /// `times(n, m)`.
    static func times(_ arguments: Arguments) throws -> ClosedRange<Int> {
        if case .test(.range(let low, let high)) = arguments[1].part?.content {
            return try times(Int(low ?? 1), high.map { Int($0) } ?? StepPattern.runMax)
        }
        let low = try arguments.integer(1)
        return try times(low, arguments.isMissing(2) ? low : try arguments.integer(2))
    }

    private static func times(_ low: Int, _ high: Int) throws(RuleError) -> ClosedRange<Int> {
        guard low >= 0, high >= max(low, 1), high <= StepPattern.runMax else {
            throw RuleError(
                code: "bad_times",
                message: "times(\(low), \(high)): a step binds at least one event, or up to some",
                hint: "from 0 for a step that may be left out, up to \(StepPattern.runMax)"
            )
        }
        return low...high
    }
}
