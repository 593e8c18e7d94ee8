// Finds out which parts of a rule its examples hold in place, by leaving out one part at a time.
import EventModel

extension RuleTester {
    /// What the examples of a rule cover; examples that fail to run cover nothing.
    public func coverage(of rule: Rule, in pack: RulePack) -> RuleCoverage {
        let staged = (rule.fires + rule.silent).compactMap { try? stage.staged($0, rule) }
        let plain = staged.map { Self.outcome(rule, pack, $0) }
        let bound = Set(plain.flatMap { $0 ?? [] }.flatMap { $0.map(\.step) })
        var coverage = RuleCoverage(
            rule: rule.id,
            fires: plain.contains { $0?.isEmpty == false },
            steps: [],
            predicates: []
        )
        guard case .match(let sequences) = rule.search else { return coverage }
        for name in Self.distinct(sequences.flatMap(\.steps).map(\.name)) {
            coverage.steps.append(RuleCoverage.Part(place: name, name: "step", isCovered: bound.contains(name)))
        }
        for predicate in Self.distinct(sequences.flatMap(\.predicates)) {
            var changed = rule
            changed.search = .match(sequences.map { $0.without(predicate) })
            let matters = zip(staged, plain).contains { Self.outcome(changed, pack, $0) != $1 }
            coverage.predicates.append(
                RuleCoverage.Part(place: predicate.place, name: predicate.words, isCovered: matters)
            )
        }
        return coverage
    }

    /// What each alert of a rule binds; nil where the rule fails.
    private static func outcome(
        _ rule: Rule,
        _ pack: RulePack,
        _ staged: StagedExample
    ) -> [[Alert.Binding]]? {
        (try? staged.alerts(of: rule, in: pack))?.map(\.bindings)
    }

    private static func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }
}
