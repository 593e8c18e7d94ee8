// Runs the plans of one rule over one snapshot.
import EventModel

/// The matches of a rule, each set of events once.
struct PlanRun: Sendable {
    /// What was found.
    private(set) var found: [Found] = []
    /// Keys that were given up because there was too much to try.
    private(set) var gaveUp = false
    private var places: [[Int]: Int] = [:]

    /// A match and the sequence that it is a match of, as its place among the rule's.
    struct Found: Sendable {
        let sequence: Int
        let match: Match
    }

    /// Runs the plans in order; throws `stopped` where the context's sign is raised.
    init(
        _ plans: [SequencePlan],
        in context: MatchContext,
        caller: any FunctionCaller = NoFunctions()
    ) throws(RuleError) {
        for family in Self.families(plans) {
            var waiting: [Int: [Found]] = [:]
            for number in family {
                let plan = plans[number]
                let masks = context.masks(plan)
                let key = plan.pattern.key
                var matcher = SequenceMatcher(plan, in: context, units: context.units(key.level), caller: caller)
                for batch in try matcher.matches(context.keys(key), masks: masks) {
                    try context.stop.check()
                    let found = batch.matches(plan).map { Found(sequence: number, match: $0) }
                    if plan.pattern.suppress != nil {
                        waiting[batch.group, default: []] += found
                    } else {
                        for one in found { take(one, in: context.snapshot) }
                    }
                }
                gaveUp = gaveUp || matcher.gaveUp
            }
            let suppress = plans[family[0]].pattern.suppress
            for (_, found) in waiting.sorted(by: { $0.key < $1.key }) {
                for one in Self.spaced(found, by: suppress, in: context.snapshot) { take(one, in: context.snapshot) }
            }
        }
    }

    /// The plans whose alerts suppress each other's, for they stand under the same keys; others are by themselves.
    static func families(_ plans: [SequencePlan]) -> [[Int]] {
        var families: [[Int]] = []
        for (number, plan) in plans.enumerated() {
            let place = families.firstIndex { family in
                let other = plans[family[0]].pattern
                return other.suppress != nil && other.suppress == plan.pattern.suppress && other.key == plan.pattern.key
            }
            if let place { families[place].append(number) } else { families.append([number]) }
        }
        return families
    }

    /// Keeps one match of each set of events: the same one whatever the order of keys, which follows no meaning.
    private mutating func take(_ one: Found, in snapshot: EventStore.Snapshot) {
        let rows = one.match.rows.sorted()
        guard let place = places[rows] else {
            places[rows] = found.count
            found.append(one)
            return
        }
        if one.rank(in: snapshot) < found[place].rank(in: snapshot) { found[place] = one }
    }

    /// The matches of one key without those that end within so many days after one that is kept.
    static func spaced(_ found: [Found], by days: Int?, in snapshot: EventStore.Snapshot) -> [Found] {
        guard let days else { return found }
        var kept: [Found] = []
        var last: Int32?
        let dated = found.map { one in
            (one: one, end: one.match.rows.map { snapshot.columns.end[$0] }.max() ?? unknownFigure)
        }
        for (one, end) in dated.sorted(by: { ($0.end, $0.one) < ($1.end, $1.one) }) {
            if let last, end != unknownFigure, Int(end) - Int(last) <= days { continue }
            kept.append(one)
            if end != unknownFigure { last = end }
        }
        return kept
    }
}

/// What decides between two matches of the same events, or with the same evidence; the lower one stays.
struct MatchRank: Comparable, Sendable {
    /// The number of events, negative: the longer run stays.
    let count: Int
    let sequence: Int
    let way: Int
    /// The ids in the order of steps, as the `id` column has them.
    let ids: [UInt64]

    static func < (left: MatchRank, right: MatchRank) -> Bool {
        if left.count != right.count { return left.count < right.count }
        if left.sequence != right.sequence { return left.sequence < right.sequence }
        if left.way != right.way { return left.way < right.way }
        return left.ids.lexicographicallyPrecedes(right.ids)
    }
}

extension PlanRun.Found {
    /// The rank of the match among those of the same events.
    func rank(in snapshot: EventStore.Snapshot) -> MatchRank {
        let ids = match.rows.map { snapshot.columns.id[$0] }
        return MatchRank(count: -ids.count, sequence: sequence, way: match.way, ids: ids)
    }
}

/// By day, then by rows, then by sequence.
private func < (left: (Int32, PlanRun.Found), right: (Int32, PlanRun.Found)) -> Bool {
    if left.0 != right.0 { return left.0 < right.0 }
    let (first, second) = (left.1.match.rows, right.1.match.rows)
    return first != second ? first.lexicographicallyPrecedes(second) : left.1.sequence < right.1.sequence
}
