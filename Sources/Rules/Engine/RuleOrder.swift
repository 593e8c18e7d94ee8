// In which order rules run: those that ask for alerts of others after those others.
import EventModel

/// The order of the rules of some packs.
struct RuleOrder: Sendable {
    /// The places of the rules that can run at once, after those before them.
    private(set) var levels: [[Int]] = []
    /// For each rule the places of those whose alerts it asks for.
    let needs: [[Int]]
    /// What keeps rules from running, by their places.
    private(set) var errors: [Int: RuleError] = [:]
    /// The places of rules whose alerts others ask for.
    let isNeeded: Set<Int>

    /// The order of these rules.
    init(_ rules: [Rule]) {
        var needs: [[Int]] = []
        for (place, rule) in rules.enumerated() {
            let tests = rule.alertTests
            needs.append(rules.indices.filter { other in tests.contains { $0.concerns(rules[other]) } })
            if let error = Self.unknownRule(rule, tests, rules) { errors[place] = error }
        }
        self.needs = needs
        isNeeded = Set(needs.joined())
        var waiting = Set(rules.indices.filter { errors[$0] == nil })
        var done = Set(errors.keys)
        while true {
            let level = waiting.filter { done.isSuperset(of: needs[$0]) }.sorted()
            guard !level.isEmpty else { break }
            levels.append(level)
            done.formUnion(level)
            waiting.subtract(level)
        }
        for place in waiting { errors[place] = Self.cycle(from: place, needs, waiting, rules) }
    }

    private static func unknownRule(_ rule: Rule, _ tests: [AlertTest], _ rules: [Rule]) -> RuleError? {
        let ids = rules.map(\.id)
        for name in tests.flatMap(\.rules) where !ids.contains(name) {
            return RuleError(
                code: "unknown_rule",
                message: "rule '\(rule.id)' asks for alerts of '\(name)', and no such rule runs",
                location: rule.location,
                hint: Suggestion.hint(for: name, among: ids),
                rule: rule.id
            )
        }
        for kind in tests.flatMap(\.kinds) where !rules.contains(where: { $0.kind == kind }) {
            return RuleError(
                code: "unknown_kind",
                message: "rule '\(rule.id)' asks for alerts of kind '\(kind)', and no rule that runs raises any",
                location: rule.location,
                hint: Suggestion.hint(for: kind, among: rules.map(\.kind)),
                rule: rule.id
            )
        }
        return nil
    }

    private static func cycle(from place: Int, _ needs: [[Int]], _ waiting: Set<Int>, _ rules: [Rule]) -> RuleError {
        var path = [place]
        while let next = needs[path[path.count - 1]].first(where: waiting.contains) {
            path.append(next)
            if path.dropLast().contains(next) { break }
        }
        let others = path.dropFirst().map { "'\(rules[$0].id)'" }.joined(separator: ", which asks for those of ")
        return RuleError(
            code: "alert_cycle",
            message: "rule '\(rules[place].id)' asks for alerts of \(others): none of them can run first",
            location: rules[place].location,
            hint: "a rule may ask for alerts of rules that do not, in the end, ask for its own",
            rule: rules[place].id
        )
    }
}

extension Rule {
    /// What it asks of the alerts of other rules.
    var alertTests: [AlertTest] {
        guard case .match(let sequences) = search else { return [] }
        return sequences.flatMap(\.conditions).flatMap(\.alertTests)
    }
}
