// Reads `sequence { … }`, and what may stand where a sequence may.
import EventModel
import LuaRuntime

/// Reads sequences; alternatives among their steps unfold into several.
enum SequenceReader {
    /// The keys of a sequence.
    static let keys = ["after_match", "by", "select", "suppress", "within"]
    /// The most steps that `all_of` may put into any order.
    static let anyOrderMax = 4

    /// The sequences that a table unfolds into.
    static func sequences(_ table: Table) throws(RuleError) -> [SequencePattern] {
        let reader = try TableReader(table, place: "sequence", known: keys, positional: true)
        var unfolded: [[SequencePattern.Element]] = [[]]
        for value in reader.sequence {
            let choices = try elements(value)
            unfolded = unfolded.flatMap { sofar in choices.map { sofar + $0 } }
            guard unfolded.count <= SequencePlan.waysMax else {
                throw RuleError(
                    code: "too_many_ways",
                    message: "the sequence unfolds into more than \(SequencePlan.waysMax) orders of steps",
                    hint: "use fewer alternatives, or several rules"
                )
            }
        }
        let key = try self.key(reader["by"], reader)
        let within = try reader.days("within")
        let selection = try reader.choice("select", of: SelectionStrategy.self) ?? .skipTillNextMatch
        let skip = try reader.choice("after_match", of: SkipStrategy.self)
        let suppress = try reader.days("suppress")
        var sequences: [SequencePattern] = []
        for elements in unfolded {
            var sequence = SequencePattern(key: key, within: within, elements: elements)
            sequence.selection = selection
            sequence.skip = skip ?? (selection == .skipTillAnyMatch ? .noSkip : .usedParts)
            sequence.suppress = suppress
            // Compiled here, so that a mistake is reported at this line.
            _ = try SequenceCompiler.plan(sequence)
            try check(sequence)
            sequences.append(sequence)
        }
        return sequences
    }

    /// The sequences that stand for a rule's `match`.
    static func match(_ value: Value, place: String) throws(RuleError) -> [SequencePattern] {
        switch value.part?.content {
        case .sequences(let sequences): return sequences
        case .step(let step):
            let sequence = SequencePattern(elements: [.step(step)])
            _ = try SequenceCompiler.plan(sequence)
            return [sequence]
        case .stepName(let name, _): throw unfinished("step", name)
        case .choice(.any, let table) where table.fields.isEmpty:
            var sequences: [SequencePattern] = []
            for value in table.sequence { sequences += try match(value, place: place) }
            if !sequences.isEmpty { return sequences }
        default: break
        }
        throw RuleError(
            code: "bad_match",
            message: "\(place): 'match' must be a sequence, a window, a step or one_of several of them, not a "
                + (value.part?.word ?? value.typeName),
            hint: "match = sequence { by = \"pair\", step \"first\" { … }, step \"reply\" { … } }"
        )
    }

    /// The error that a word got its name but not its table.
    static func unfinished(_ word: String, _ name: String) -> RuleError {
        RuleError(
            code: "no_table",
            message: "\(word) \"\(name)\" has no table",
            hint: "\(word) \"\(name)\" { … }"
        )
    }

    static func key(_ value: Value, _ reader: TableReader) throws(RuleError) -> MatchKey {
        switch value {
        case .nil: return MatchKey(.all)
        case .string(let name):
            if name == "country" { return MatchKey(.actor, level: .country) }
            guard let scope = MatchKey.Scope(rawValue: name) else {
                let names = MatchKey.Scope.allCases.map(\.rawValue) + ["country"]
                throw reader.error(
                    "by",
                    "cannot be '\(name)'",
                    hint: Suggestion.hint(for: name, among: names)
                )
            }
            return MatchKey(scope)
        default:
            if case .key(let key) = value.part?.content { return key }
            throw reader.error("by", "must be a key, not a \(value.typeName)", hint: "by = \"pair\"")
        }
    }

    /// The ways in which a value continues a sequence.
    private static func elements(_ value: Value) throws(RuleError) -> [[SequencePattern.Element]] {
        switch value.part?.content {
        case .step(let step): return [[.step(step)]]
        case .absence(let absence): return [[.absent(absence)]]
        case .stepName(let name, _): throw unfinished("step", name)
        case .choice(.any, let table) where table.fields.isEmpty:
            var choices: [[SequencePattern.Element]] = []
            for value in table.sequence { choices += try elements(value) }
            return choices
        case .choice(.all, let table) where table.fields.isEmpty && table.sequence.count <= anyOrderMax:
            var orders: [[SequencePattern.Element]] = []
            for order in permutations(table.sequence) {
                var sofar: [[SequencePattern.Element]] = [[]]
                for value in order {
                    let choices = try elements(value)
                    sofar = sofar.flatMap { before in choices.map { before + $0 } }
                }
                orders += sofar
            }
            return orders
        default:
            throw RuleError(
                code: "bad_element",
                message: (value.part.map { "'\($0.word)'" } ?? "a \(value.typeName)") + " is no part of a sequence",
                hint: "step \"name\" { … }, absent { … }, one_of { step …, step … }, "
                    + "all_of { up to \(anyOrderMax) steps }"
            )
        }
    }

    private static func permutations(_ values: [Value]) -> [[Value]] {
        guard values.count > 1 else { return [values] }
        return values.indices.flatMap { place in
            var others = values
            let first = others.remove(at: place)
            return permutations(others).map { [first] + $0 }
        }
    }

    private static func check(_ sequence: SequencePattern) throws(RuleError) {
        guard sequence.key.scope == .dyad else { return }
        for step in sequence.steps where step.condition.reversesSomething {
            throw RuleError(
                code: "reversed_dyad",
                message: "step \"\(step.name)\" can never be met: under a dyad nothing is reversed",
                hint: "by = \"pair\""
            )
        }
    }
}

extension Condition {
    /// Whether a condition that must hold asks for the opposite direction.
    fileprivate var reversesSomething: Bool {
        switch self {
        case .relation(.reverses): true
        case .all(let parts): parts.contains(where: \.reversesSomething)
        case .field, .age, .relation, .alert, .function, .any, .none: false
        }
    }
}
