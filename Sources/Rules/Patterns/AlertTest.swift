// What a rule asks of the alerts of other rules: composition.
import EventModel

/// Alerts of other rules, one of which an event must complete: be the last event bound.
public struct AlertTest: Sendable, Hashable {
    /// The ids of rules, `pack/name`; empty is any.
    public var rules: [String]
    /// Kinds of alerts; empty is any.
    public var kinds: [String]
    /// Severities; empty is any.
    public var severities: [Severity]

    /// A test; at least a rule or a kind makes sense.
    public init(rules: [String] = [], kinds: [String] = [], severities: [Severity] = []) {
        self.rules = rules
        self.kinds = kinds
        self.severities = severities
    }

    /// Whether the alerts of a rule may pass, whatever their severity.
    func concerns(_ rule: Rule) -> Bool {
        (rules.isEmpty || rules.contains(rule.id)) && (kinds.isEmpty || kinds.contains(rule.kind))
    }

    /// Whether an alert passes.
    func passes(rule: String, kind: String, severity: Severity) -> Bool {
        (rules.isEmpty || rules.contains(rule)) && (kinds.isEmpty || kinds.contains(kind))
            && (severities.isEmpty || severities.contains(severity))
    }

    /// The test with names of rules made ids of a pack's.
    func resolved(in pack: String) -> AlertTest {
        var test = self
        test.rules = rules.map { $0.contains("/") ? $0 : "\(pack)/\($0)" }
        return test
    }
}

extension AlertTest: CustomStringConvertible {
    /// The test in words.
    public var description: String {
        var words = rules
        if !kinds.isEmpty { words.append("kind \(kinds.joined(separator: " or "))") }
        if !severities.isEmpty { words.append("severity \(severities.map(\.rawValue).joined(separator: " or "))") }
        return "completes an alert of " + words.joined(separator: ", ")
    }
}

extension Condition {
    /// The tests of alerts in it.
    var alertTests: [AlertTest] {
        switch self {
        case .alert(let test): [test]
        case .all(let parts), .any(let parts), .none(let parts): parts.flatMap(\.alertTests)
        case .field, .age, .relation, .function: []
        }
    }

    /// The condition with names of rules made ids of a pack's.
    func resolved(in pack: String) -> Condition {
        switch self {
        case .alert(let test): .alert(test.resolved(in: pack))
        case .all(let parts): .all(parts.map { $0.resolved(in: pack) })
        case .any(let parts): .any(parts.map { $0.resolved(in: pack) })
        case .none(let parts): .none(parts.map { $0.resolved(in: pack) })
        case .field, .age, .relation, .function: self
        }
    }

    /// Whether a Lua function is asked.
    var callsFunctions: Bool {
        switch self {
        case .function: true
        case .all(let parts), .any(let parts), .none(let parts): parts.contains(where: \.callsFunctions)
        case .field, .age, .relation, .alert: false
        }
    }
}

extension SequencePattern {
    /// The conditions of its steps and absences.
    var conditions: [Condition] {
        elements.map { element in
            switch element {
            case .step(let step): step.condition
            case .absent(let absence): absence.condition
            }
        }
    }

    /// The sequence with names of rules in its tests of alerts made ids of a pack's.
    func resolved(in pack: String) -> SequencePattern {
        var sequence = self
        sequence.elements = elements.map { element in
            switch element {
            case .step(var step):
                step.condition = step.condition.resolved(in: pack)
                return .step(step)
            case .absent(var absence):
                absence.condition = absence.condition.resolved(in: pack)
                return .absent(absence)
            }
        }
        return sequence
    }
}
