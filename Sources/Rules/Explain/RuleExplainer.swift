// Says why rules fire and why they do not, with the evaluator that runs them.
import EventModel
import LuaRuntime

/// Explains the rules of one pack.
public struct RuleExplainer: Sendable {
    private let pack: RulePack
    private let engine: RuleEngine
    private let stop: StopSign

    /// An explainer for a pack; `packs` are those that run, where its rules ask for alerts of other packs.
    ///
    /// Once `stop` is raised, what is asked ends within milliseconds by throwing an error of code `stopped`.
    public init(_ pack: RulePack, among packs: [RulePack]? = nil, stop: StopSign = StopSign()) {
        self.pack = pack
        self.stop = stop
        engine = RuleEngine(packs ?? [pack])
    }

    /// The alerts of a rule on a snapshot, each explained.
    public func alerts(_ rule: Rule, _ snapshot: EventStore.Snapshot) throws(RuleError) -> [AlertExplanation] {
        let context = MatchContext(snapshot, stop: stop)
        var explanations: [AlertExplanation] = []
        for raised in try engine.matches(rule, context) {
            try stop.check()
            explanations.append(explanation(raised, rule, context))
        }
        return explanations
    }

    /// How close a rule came to firing on a snapshot, nil where it fires or is one function, which tells nothing.
    public func nearMiss(_ rule: Rule, _ snapshot: EventStore.Snapshot) throws(RuleError) -> NearMiss? {
        guard case .match = rule.search else { return nil }
        let context = MatchContext(snapshot, stop: stop)
        guard try engine.matches(rule, context).isEmpty else { return nil }
        var best: NearMiss?
        for plan in rule.plans {
            let miss = try nearMiss(plan, rule, context)
            if best.map({ $0.rank < miss.rank }) ?? true { best = miss }
        }
        return best
    }

    /// What the evaluator that runs the rule failed at last, or, where it had nothing to try, what was missing.
    private func nearMiss(
        _ plan: SequencePlan,
        _ rule: Rule,
        _ context: MatchContext
    ) throws(RuleError) -> NearMiss {
        let masks = context.masks(plan)
        let index = context.keys(plan.pattern.key)
        let units = context.units(plan.pattern.key.level)
        let probe = MatchProbe()
        try pack.perform(stop, rule: rule.id) { () throws(RuleError) in
            let caller = try RuleRun(rule, pack).caller(context)
            var matcher = SequenceMatcher(plan, in: context, units: units, caller: caller)
            matcher.probe = probe
            _ = try matcher.matches(index, masks: masks)
        }
        if let best = probe.best { return best }
        var best: NearMiss?
        for way in plan.ways {
            let miss = Self.missing(way, plan, masks, index, context)
            if best.map({ $0.rank < miss.rank }) ?? true { best = miss }
        }
        return best ?? NearMiss(stage: .step, bound: [], step: "", event: nil, reports: [])
    }

    /// What a way had nothing to try with for: a step that no event meets, a key that the steps share, the order.
    private static func missing(
        _ way: CompiledSequence,
        _ plan: SequencePlan,
        _ masks: [UInt32],
        _ index: KeyIndex,
        _ context: MatchContext
    ) -> NearMiss {
        let all = masks.reduce(0, |)
        for step in way.steps where all & 1 << UInt32(step.own) == 0 { return unmet(step, plan, context) }
        return apart(way, masks, index, context.snapshot)
    }

    /// The event that comes closest to a step that no event meets.
    private static func unmet(
        _ step: CompiledSequence.Step,
        _ plan: SequencePlan,
        _ context: MatchContext
    ) -> NearMiss {
        let snapshot = context.snapshot
        let alerts = context.alerts
        var closest: (row: Int, reports: [ConditionReport], failures: Int)?
        for row in 0..<min(snapshot.count, 10_000) where !context.stop.isRaised {
            let reports = plan.ownConditions[step.own].reports(row, in: snapshot, alerts)
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
        _ context: MatchContext
    ) -> AlertExplanation {
        let snapshot = context.snapshot
        var reports: [[ConditionReport]] = []
        let plans = rule.plans
        if plans.indices.contains(raised.found.sequence) {
            let plan = plans[raised.found.sequence]
            let masks = context.masks(plan)
            let index = context.keys(plan.pattern.key)
            var matcher = SequenceMatcher(plan, in: context, units: context.units(plan.pattern.key.level))
            // The events may stand together under several keys, and be a match under one of them only.
            for group in index.groups {
                let told = matcher.reports(raised.found.match, under: group, of: index, masks: masks)
                guard !told.isEmpty else { continue }
                reports = told
                if told.joined().allSatisfy(\.holds) { break }
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
