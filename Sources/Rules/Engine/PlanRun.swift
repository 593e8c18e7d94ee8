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
        for (number, plan) in plans.enumerated() {
            let masks = context.masks(plan)
            let key = plan.pattern.key
            var matcher = SequenceMatcher(plan, in: context, units: context.units(key.level), caller: caller)
            for batch in try matcher.matches(context.keys(key), masks: masks) {
                try context.stop.check()
                for match in Self.spaced(batch.matches(plan), by: plan.pattern.suppress, in: context.snapshot) {
                    take(Found(sequence: number, match: match), in: context.snapshot)
                }
            }
            gaveUp = gaveUp || matcher.gaveUp
        }
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
    static func spaced(_ matches: [Match], by days: Int?, in snapshot: EventStore.Snapshot) -> [Match] {
        guard let days else { return matches }
        var kept: [Match] = []
        var last: Int32?
        let dated = matches.map { match in
            (match: match, end: match.rows.map { snapshot.columns.end[$0] }.max() ?? unknownFigure)
        }
        for (match, end) in dated.sorted(by: { ($0.end, $0.match.rows) < ($1.end, $1.match.rows) }) {
            if let last, end != unknownFigure, Int(end) - Int(last) <= days { continue }
            kept.append(match)
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

/// Lists of numbers in the order of their first difference.
private func < (left: (Int32, [Int]), right: (Int32, [Int])) -> Bool {
    left.0 != right.0 ? left.0 < right.0 : left.1.lexicographicallyPrecedes(right.1)
}
