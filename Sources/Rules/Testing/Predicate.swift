// A single thing that a sequence asks, and the sequence without it.

/// What a sequence asks in one place.
enum Predicate: Hashable {
    /// A condition of a step that is not made of others.
    case condition(step: String, Condition)
    /// The time from one event of a step's run to the next.
    case maxGap(step: String, Int)
    /// An absence.
    case absence(AbsencePattern)
    /// The time bound of the whole.
    case within(Int)
    /// The time in which no second alert is raised.
    case suppress(Int)
    /// A measure of a window.
    case measure(MeasureCondition)

    /// The step, or what else it belongs to.
    var place: String {
        switch self {
        case .condition(let step, _), .maxGap(let step, _): step
        case .absence: "absent"
        case .within, .suppress: "sequence"
        case .measure: "window"
        }
    }

    /// What is asked, in words.
    var words: String {
        switch self {
        case .condition(_, let condition): condition.words
        case .maxGap(_, let days): "max_gap \(days) days"
        case .absence(let absence): absence.condition.words
        case .within(let days): "within \(days) days"
        case .suppress(let days): "suppress \(days) days"
        case .measure(let condition): "\(condition.measure) \(condition.test)"
        }
    }
}

extension SequencePattern {
    /// Everything that the sequence asks.
    var predicates: [Predicate] {
        var predicates: [Predicate] = []
        for element in elements {
            if case .step(let step) = element {
                predicates += step.condition.leaves.map { .condition(step: step.name, $0) }
                if let gap = step.maxGap { predicates.append(.maxGap(step: step.name, gap)) }
            }
            if case .absent(let absence) = element { predicates.append(.absence(absence)) }
        }
        if let within { predicates.append(.within(within)) }
        if let suppress { predicates.append(.suppress(suppress)) }
        predicates += (window?.conditions ?? []).map(Predicate.measure)
        return predicates
    }

    /// The sequence as it would be if nobody asked this.
    func without(_ predicate: Predicate) -> SequencePattern {
        var copy = self
        switch predicate {
        case .condition(let name, let leaf):
            copy.elements = elements.map { element in
                guard case .step(var step) = element, step.name == name else { return element }
                step.condition = step.condition.without(leaf) ?? .all([])
                return .step(step)
            }
        case .maxGap(let name, _):
            copy.elements = elements.map { element in
                guard case .step(var step) = element, step.name == name else { return element }
                step.maxGap = nil
                return .step(step)
            }
        case .absence(let absence):
            copy.elements = elements.filter { element in
                if case .absent(absence) = element { false } else { true }
            }
        case .within: copy.within = nil
        case .suppress: copy.suppress = nil
        case .measure(let condition): copy.window?.conditions.removeAll { $0 == condition }
        }
        return copy
    }
}

extension Condition {
    /// The conditions that are not made of others.
    var leaves: [Condition] {
        switch self {
        case .all(let parts), .any(let parts), .none(let parts): parts.flatMap(\.leaves)
        default: [self]
        }
    }

    /// The condition without a leaf; nil where nothing is left.
    func without(_ leaf: Condition) -> Condition? {
        switch self {
        case leaf: return nil
        case .all(let parts): return Self.rest(parts, leaf).map(Condition.all)
        case .any(let parts): return Self.rest(parts, leaf).map(Condition.any)
        case .none(let parts): return Self.rest(parts, leaf).map(Condition.none)
        default: return self
        }
    }

    private static func rest(_ parts: [Condition], _ leaf: Condition) -> [Condition]? {
        let rest = parts.compactMap { $0.without(leaf) }
        return rest.isEmpty ? nil : rest
    }

    /// The condition in the words of a rule.
    public var words: String {
        switch self {
        case .field(let field, let test): "\(field.rawValue) \(test)"
        case .relation(let relation): relation.words
        case .age(let days): "max_age \(days) days"
        case .alert(let test): test.description
        case .function: "where function"
        case .all(let parts): parts.map(\.words).joined(separator: ", ")
        case .any(let parts): "any of: " + parts.map(\.words).joined(separator: "; ")
        case .none(let parts): "none of: " + parts.map(\.words).joined(separator: "; ")
        }
    }
}

extension Relation {
    /// The relation in the words of a rule.
    var words: String {
        switch self {
        case .reverses(let step): "reverses \(step)"
        case .sameDyad(let step): "same_dyad \(step)"
        case .answers(let step): "answers \(step)"
        case .newParty(let step): "new_party \(step)"
        case .within(let days, let step): "within \(days) days of \(step ?? "the step before")"
        case .minimumGap(let days, let step): "min_gap \(days) days after \(step ?? "the step before")"
        case .compares(let field, let comparison, let step): "\(field.rawValue) \(comparison.rawValue) \(step)"
        }
    }
}
