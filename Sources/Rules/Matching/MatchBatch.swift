// What was found under one key.

/// The matches of one key; those of two single events are kept short.
struct MatchBatch {
    /// Two rows, and the place of the way among the plan's.
    struct RowPair {
        let first: Int32
        let last: Int32
        let way: Int32
    }

    /// The place of the key among the index's; of pairs found by rows, which are of many keys, -1.
    var group = -1
    var pairs: [RowPair] = []
    var others: [Match] = []

    /// The number of matches.
    var count: Int { pairs.count + others.count }

    /// The matches in full.
    func matches(_ plan: SequencePlan) -> [Match] {
        pairs.map { pair in
            let steps = plan.ways[Int(pair.way)].steps
            return Match(
                steps: [
                    Match.BoundStep(name: steps[0].name, rows: [Int(pair.first)]),
                    Match.BoundStep(name: steps[1].name, rows: [Int(pair.last)]),
                ],
                way: Int(pair.way)
            )
        } + others
    }
}
