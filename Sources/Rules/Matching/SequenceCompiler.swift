// Compiles a sequence: unfolds alternatives and optional steps, numbers steps and conditions.
import EventModel

/// Builds the plan of one sequence.
struct SequenceCompiler {
    private var ownConditions: [Condition] = []
    private var numbers: [Condition: Int] = [:]
    private var parts: [String] = []

    /// The plan of a sequence; throws where steps are missing or named wrongly, or where it unfolds into too much.
    static func plan(_ pattern: SequencePattern) throws(RuleError) -> SequencePlan {
        var compiler = SequenceCompiler()
        return try compiler.compile(pattern)
    }

    private mutating func compile(_ pattern: SequencePattern) throws(RuleError) -> SequencePlan {
        try check(pattern)
        parts = pattern.steps.map(\.name)
        var ways: [CompiledSequence] = []
        for elements in Self.withoutOptional(pattern.elements) {
            for unfolded in try Self.unfolded(elements) {
                ways.append(try way(unfolded, of: pattern))
                guard ways.count <= SequencePlan.waysMax else {
                    throw RuleError(
                        code: "too_many_ways",
                        message: "the sequence unfolds into more than \(SequencePlan.waysMax) ways of meeting it",
                        hint: "use fewer alternatives and optional steps, or several rules"
                    )
                }
            }
        }
        guard ownConditions.count <= SequencePlan.conditionsMax, parts.count <= SequencePlan.conditionsMax else {
            throw RuleError(
                code: "too_many_conditions",
                message: "the sequence has more than \(SequencePlan.conditionsMax) distinct conditions or steps",
                hint: "make it several rules"
            )
        }
        return SequencePlan(pattern: pattern, ownConditions: ownConditions, ways: ways)
    }

    private func check(_ pattern: SequencePattern) throws(RuleError) {
        let names = pattern.steps.map(\.name)
        guard pattern.steps.contains(where: { $0.times.lowerBound > 0 }) else {
            throw RuleError(
                code: "no_step",
                message: "a sequence needs a step that is not optional",
                hint: "step \"name\" { type = \"ASSAULT\" }"
            )
        }
        for (place, name) in names.enumerated() where names[..<place].contains(name) {
            throw RuleError(
                code: "step_twice",
                message: "two steps are called '\(name)'",
                hint: "each step of a sequence has a name of its own"
            )
        }
        var before: [String] = []
        for element in pattern.elements {
            switch element {
            case .step(let step):
                try check(step.condition, before: before)
                try check(step, isFirst: before.isEmpty, selection: pattern.selection)
                before.append(step.name)
            case .absent(let absence): try check(absence.condition, before: names)
            }
        }
    }

    private func check(_ step: StepPattern, isFirst: Bool, selection: SelectionStrategy) throws(RuleError) {
        if step.isImmediate, isFirst {
            throw RuleError(
                code: "no_step_before",
                message: "step '\(step.name)' has no step before it to follow immediately",
                hint: "step \"\(step.name)\" { … } for the first"
            )
        }
        if let until = step.until {
            guard step.times.upperBound > 1 else {
                throw RuleError(
                    code: "no_run",
                    message: "step '\(step.name)': until_ ends a run, and this step binds one event",
                    hint: "one_or_more(), times(at_least(2))"
                )
            }
            guard until.isOwn else {
                throw RuleError(
                    code: "bad_until",
                    message:
                        "step '\(step.name)': until_ looks at one event by itself, not at other steps or functions",
                    hint: "until_ { type = \"AGREE\" }"
                )
            }
        }
        if selection == .skipTillAnyMatch, step.times.upperBound > 1 {
            throw RuleError(
                code: "runs_of_any_match",
                message: "step '\(step.name)' binds a run, of which skip_till_any_match would try every part",
                hint: "select = \"skip_till_next_match\", or steps of one event"
            )
        }
    }

    private func check(_ condition: Condition, before: [String]) throws(RuleError) {
        switch condition {
        case .field, .age, .alert, .function: break
        case .relation(let relation):
            guard let name = relation.step, !before.contains(name) else { break }
            throw RuleError(
                code: "unknown_step",
                message: "there is no step '\(name)' before this one",
                hint: Suggestion.hint(for: name, among: before)
            )
        case .all(let parts), .any(let parts), .none(let parts):
            for part in parts { try check(part, before: before) }
        }
    }

    /// The elements with and without each optional step; the fuller ones first.
    private static func withoutOptional(_ elements: [SequencePattern.Element]) -> [[SequencePattern.Element]] {
        var results: [[SequencePattern.Element]] = [[]]
        for element in elements {
            guard case .step(var step) = element, step.times.lowerBound == 0 else {
                results = results.map { $0 + [element] }
                continue
            }
            step.times = 1...max(1, step.times.upperBound)
            results = results.map { $0 + [.step(step)] } + results
        }
        return results.filter { elements in
            elements.contains { if case .step = $0 { true } else { false } }
        }
    }

    /// The elements with each step's alternatives of relations taken in turn.
    private static func unfolded(_ elements: [SequencePattern.Element]) throws(RuleError) -> [[SequencePattern.Element]]
    {
        var results: [[SequencePattern.Element]] = [[]]
        for element in elements {
            guard case .step(let step) = element else {
                results = results.map { $0 + [element] }
                continue
            }
            let alternatives = alternatives(of: step.condition)
            results = alternatives.flatMap { condition in
                var step = step
                step.condition = condition
                return results.map { $0 + [.step(step)] }
            }
            if results.count > SequencePlan.waysMax { break }
        }
        return results
    }

    /// The condition as conditions of which one must hold, in order, none of them a choice between relations.
    static func alternatives(of condition: Condition) -> [Condition] {
        switch condition {
        case .field, .age, .relation, .alert, .function, .none: [condition]
        case .any(let parts):
            condition.isOwn ? [condition] : parts.flatMap(alternatives)
        case .all(let parts):
            parts.reduce([Condition.all([])]) { results, part in
                let choices = alternatives(of: part)
                return choices.flatMap { choice in
                    results.map { result in
                        guard case .all(let sofar) = result else { return .all([result, choice]) }
                        return .all(sofar + [choice])
                    }
                }
            }
        }
    }

    private mutating func way(
        _ elements: [SequencePattern.Element],
        of pattern: SequencePattern
    ) throws(RuleError) -> CompiledSequence {
        var names: [String] = []
        for case .step(let step) in elements { names.append(step.name) }
        var steps: [CompiledSequence.Step] = []
        var absences: [CompiledSequence.Absence] = []
        for element in elements {
            switch element {
            case .step(let step):
                let parts = try split(step.condition, place: steps.count, names: names)
                let isStrict = pattern.selection == .strictContiguity
                let isImmediate = (step.isImmediate || isStrict) && !steps.isEmpty
                // With every event of the key in sight, what must not stand between is any event at all.
                if isImmediate || isStrict && step.times.upperBound > 1 {
                    let any = number(ofOwn: .all([]))
                    if isImmediate {
                        absences.append(
                            CompiledSequence.Absence(
                                before: steps.count,
                                own: any,
                                relations: [],
                                late: [],
                                within: nil
                            )
                        )
                    }
                }
                steps.append(
                    CompiledSequence.Step(
                        name: step.name,
                        partBit: UInt32(1) << UInt32(self.parts.firstIndex(of: step.name) ?? 0),
                        own: parts.own,
                        relations: parts.relations,
                        late: parts.late,
                        times: step.times,
                        isImmediate: isImmediate,
                        isContiguous: isStrict,
                        isEvery: step.isEvery || pattern.selection == .skipTillAnyMatch,
                        maxGap: step.maxGap,
                        until: step.until.map { number(ofOwn: $0) }
                    )
                )
            case .absent(let absence):
                let parts = try split(absence.condition, place: steps.count, names: names)
                absences.append(
                    CompiledSequence.Absence(
                        before: steps.count,
                        own: parts.own,
                        relations: parts.relations,
                        late: parts.late,
                        within: absence.within
                    )
                )
            }
        }
        return CompiledSequence(steps: steps, absences: absences, within: pattern.within)
    }

    /// What looks at the event alone, what looks at one step, and the rest.
    private mutating func split(
        _ condition: Condition,
        place: Int,
        names: [String]
    ) throws(RuleError) -> (own: Int, relations: [CompiledRelation], late: [Condition]) {
        var own: [Condition] = []
        var relations: [CompiledRelation] = []
        var late: [Condition] = []
        for part in Self.flattened(condition) {
            if case .relation(let relation) = part {
                if let number = try Self.number(of: relation, place: place, names: names) {
                    relations.append(CompiledRelation(relation: relation, step: number))
                }
            } else if part.isOwn {
                own.append(part)
            } else {
                late.append(part)
            }
        }
        return (number(ofOwn: .all(own)), relations, late)
    }

    private mutating func number(ofOwn condition: Condition) -> Int {
        if let number = numbers[condition] { return number }
        numbers[condition] = ownConditions.count
        ownConditions.append(condition)
        return ownConditions.count - 1
    }

    private static func flattened(_ condition: Condition) -> [Condition] {
        if case .all(let parts) = condition { parts.flatMap(flattened) } else { [condition] }
    }

    /// The number of the step that a relation refers to; nil where this way leaves that optional step out.
    static func number(of relation: Relation, place: Int, names: [String]) throws(RuleError) -> Int? {
        guard let name = relation.step else {
            guard place > 0 else {
                throw RuleError(
                    code: "no_step_before",
                    message: "a time bound on the first step has nothing to count from",
                    hint: "put `within` on a later step, or on the sequence"
                )
            }
            return place - 1
        }
        return names.firstIndex(of: name)
    }
}
