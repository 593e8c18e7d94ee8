// Runs the plans of one rule over one snapshot.
import EventModel

/// The matches of a rule, each set of events once.
struct PlanRun {
    /// What was found.
    private(set) var found: [Found] = []
    /// Keys that were given up because there was too much to try.
    private(set) var gaveUp = false
    private var seen: Set<[Int]> = []

    /// A match and the sequence that it is a match of, as its place among the rule's.
    struct Found {
        let sequence: Int
        let match: Match
    }

    /// Runs the plans in order.
    init(
        _ plans: [SequencePlan],
        in context: inout MatchContext,
        caller: any FunctionCaller = NoFunctions()
    ) throws(RuleError) {
        for (number, plan) in plans.enumerated() {
            let masks = context.masks(plan)
            let key = plan.pattern.key
            var matcher = SequenceMatcher(
                plan,
                in: context.snapshot,
                units: context.units(key.level),
                caller: caller
            )
            for batch in try matcher.matches(context.keys(key), masks: masks) {
                for match in Self.spaced(batch.matches(plan), by: plan.pattern.suppress, in: context.snapshot) {
                    guard seen.insert(match.rows.sorted()).inserted else { continue }
                    found.append(Found(sequence: number, match: match))
                }
            }
            gaveUp = gaveUp || matcher.gaveUp
        }
    }

    /// The matches of one key without those that end within so many days after one that is kept.
    private static func spaced(_ matches: [Match], by days: Int?, in snapshot: EventStore.Snapshot) -> [Match] {
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

/// Lists of numbers in the order of their first difference.
private func < (left: (Int32, [Int]), right: (Int32, [Int])) -> Bool {
    left.0 != right.0 ? left.0 < right.0 : left.1.lexicographicallyPrecedes(right.1)
}
