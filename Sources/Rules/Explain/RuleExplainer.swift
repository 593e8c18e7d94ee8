// Says why rules fire and why they do not, with the evaluator that runs them.
import EventModel
import LuaRuntime

/// Explains the rules of one pack.
public struct RuleExplainer: Sendable {
    private let pack: RulePack

    /// An explainer for a pack.
    public init(_ pack: RulePack) { self.pack = pack }

    /// The alerts of a rule on a snapshot, each explained.
    public func alerts(_ rule: Rule, _ snapshot: EventStore.Snapshot) throws(RuleError) -> [AlertExplanation] {
        var context = MatchContext(snapshot)
        var explanations: [AlertExplanation] = []
        for raised in try RuleEngine.matches(rule, pack, &context) {
            explanations.append(explanation(raised, rule, &context))
        }
        return explanations
    }

    /// How close a rule came to firing on a snapshot, nil where it fires or is one function, which tells nothing.
    public func nearMiss(_ rule: Rule, _ snapshot: EventStore.Snapshot) throws(RuleError) -> NearMiss? {
        guard case .match = rule.search else { return nil }
        var context = MatchContext(snapshot)
        guard try RuleEngine.matches(rule, pack, &context).isEmpty else { return nil }
        var best: NearMiss?
        for plan in rule.plans {
            let miss = try nearMiss(plan, rule, &context)
            guard let miss else { continue }
            if best.map({ ($0.bound.count, $0.stage) < (miss.bound.count, miss.stage) }) ?? true { best = miss }
        }
        return best
    }

    private func nearMiss(
        _ plan: SequencePlan,
        _ rule: Rule,
        _ context: inout MatchContext
    ) throws(RuleError) -> NearMiss? {
        let snapshot = context.snapshot
        let masks = context.masks(plan)
        let all = masks.reduce(0, |)
        guard let way = plan.ways.first else { return nil }
        for step in way.steps where all & 1 << UInt32(step.own) == 0 {
            return Self.unmet(step, plan, snapshot)
        }
        let index = context.keys(plan.pattern.key)
        let probe = MatchProbe()
        var failure: RuleError?
        do throws(LuaError) {
            let units = context.units(plan.pattern.key.level)
            try pack.vm.perform { () throws(LuaError) in
                do throws(RuleError) {
                    let events = try EventBinding(pack.vm, snapshot, rule: rule.id)
                    let caller = LuaCaller(vm: pack.vm, events: events, rule: rule)
                    var matcher = SequenceMatcher(plan, in: snapshot, units: units, caller: caller)
                    matcher.probe = probe
                    _ = try matcher.matches(index, masks: masks)
                } catch {
                    failure = error
                }
            }
        } catch {
            throw RuleError(error, rule: rule.id)
        }
        if let failure { throw failure }
        return probe.best ?? Self.apart(way, masks, index, snapshot)
    }

    /// The event that comes closest to a step that no event meets.
    private static func unmet(
        _ step: CompiledSequence.Step,
        _ plan: SequencePlan,
        _ snapshot: EventStore.Snapshot
    ) -> NearMiss {
        var closest: (row: Int, reports: [ConditionReport], failures: Int)?
        for row in 0..<min(snapshot.count, 10_000) {
            let reports = plan.ownConditions[step.own].reports(row, in: snapshot)
            let failures = reports.count { !$0.holds }
            if failures < closest?.failures ?? .max { closest = (row, reports, failures) }
        }
        return NearMiss(
            stage: .step,
            bound: [],
            step: step.name,
            event: closest.map { snapshot.id($0.row) },
            reports: closest?.reports ?? []
        )
    }

    /// The step that is missing under the key that holds the most steps; where none is, the order is wrong.
    private static func apart(
        _ way: CompiledSequence,
        _ masks: [UInt32],
        _ index: KeyIndex,
        _ snapshot: EventStore.Snapshot
    ) -> NearMiss {
        var best: (missing: String, bound: [NearMiss.Bound])?
        for group in index.groups {
            var bound: [NearMiss.Bound] = []
            var missing: String?
            for step in way.steps {
                let rows = index.rows(of: group, in: snapshot)
                if let row = rows.first(where: { masks[$0] & 1 << UInt32(step.own) != 0 }) {
                    bound.append(NearMiss.Bound(step: step.name, event: snapshot.id(row)))
                } else {
                    missing = missing ?? step.name
                }
            }
            if missing == nil, let last = way.steps.last {
                return NearMiss(stage: .order, bound: Array(bound.dropLast()), step: last.name, event: nil, reports: [])
            }
            if let missing, bound.count > best?.bound.count ?? -1 { best = (missing, bound) }
        }
        guard let best else {
            // Events that stand under no key at all: nobody acts, or nobody is acted upon.
            return NearMiss(stage: .key, bound: [], step: way.steps[0].name, event: nil, reports: [])
        }
        return NearMiss(stage: .key, bound: best.bound, step: best.missing, event: nil, reports: [])
    }

    private func explanation(
        _ raised: RaisedMatch,
        _ rule: Rule,
        _ context: inout MatchContext
    ) -> AlertExplanation {
        let snapshot = context.snapshot
        var reports: [[ConditionReport]] = []
        let plans = rule.plans
        if plans.indices.contains(raised.found.sequence) {
            let plan = plans[raised.found.sequence]
            let masks = context.masks(plan)
            let index = context.keys(plan.pattern.key)
            var matcher = SequenceMatcher(plan, in: snapshot, units: context.units(plan.pattern.key.level))
            for group in index.groups where reports.isEmpty {
                reports = matcher.reports(raised.found.match, under: group, of: index, masks: masks)
            }
        }
        var steps: [AlertExplanation.Step] = []
        var last: Moment?
        for (number, step) in raised.found.match.steps.enumerated() {
            let moments = step.rows.map { row in
                Moment(start: snapshot.columns.start[row], end: snapshot.columns.end[row], row: row)
            }
            let days = last.flatMap { last in moments.first?.days(since: last) }
            last = moments.last
            steps.append(
                AlertExplanation.Step(
                    name: step.name,
                    events: step.rows.map(snapshot.event(at:)),
                    reports: reports.indices.contains(number) ? reports[number] : [],
                    days: days
                )
            )
        }
        return AlertExplanation(alert: raised.alert, title: rule.title, steps: steps)
    }
}
