// How much of a rule its examples show.

/// What the examples of a rule exercise.
public struct RuleCoverage: Sendable, Hashable {
    /// The rule's id.
    public var rule: String
    /// Whether an example makes it fire.
    public var fires: Bool
    /// Its steps; covered where an alert binds an event to them.
    public var steps: [Part]
    /// What it asks: conditions, absences, time bounds; covered where some example comes out otherwise without it.
    public var predicates: [Part]

    /// A piece of a rule.
    public struct Part: Sendable, Hashable {
        /// The step, or the sequence as a whole.
        public var place: String
        /// What it is, in words.
        public var name: String
        /// Whether the examples show that it matters.
        public var isCovered: Bool
    }

    /// How many pieces there are: the rule itself, its steps, its predicates.
    public var count: Int { 1 + steps.count + predicates.count }
    /// How many of them are covered.
    public var coveredCount: Int {
        (fires ? 1 : 0) + steps.count { $0.isCovered } + predicates.count { $0.isCovered }
    }
}

extension Sequence<RuleCoverage> {
    /// The share of pieces covered, in per cent; 100 where there is nothing to cover.
    public var percent: Double {
        let all = reduce(0) { $0 + $1.count }
        return all == 0 ? 100 : 100 * Double(reduce(0) { $0 + $1.coveredCount }) / Double(all)
    }
}
