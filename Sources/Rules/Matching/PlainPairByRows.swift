// The short way over all keys at once: rows in order, with what waits under each key in a chain.
import CColumns
import EventModel

extension SequenceMatcher {
    /// The matches of the plan's only way, found in one pass over the rows; nil where that cannot be done.
    ///
    /// Reading rows in order is several times faster than reading them key by key. It needs events of one key each;
    /// keys with an event that answers another are left to `longWay`.
    mutating func matchesByRows(
        _ index: KeyIndex,
        masks: UnsafeBufferPointer<UInt32>
    ) -> (batch: MatchBatch, longWay: [Bool])? {
        guard plan.ways.count == 1, let pair = plainPairs[0], let single = index.single, probe == nil,
            plan.pattern.suppress == nil
        else { return nil }
        let columns = snapshot.columns
        let longWay = groupsWithAnswers(index, single, masks)
        let firstBit = UInt32(1) << UInt32(pair.first.own)
        let lastBit = UInt32(1) << UInt32(pair.last.own)
        let skip = plan.pattern.skip
        var chains = RowChains(groupCount: index.groups.count, rowCount: snapshot.datedCount)
        var batch = MatchBatch()
        var longest = 0
        for row in 0..<snapshot.datedCount where masks[row] != 0 {
            let side = Int(columns.side[row])
            let group = Int(single.groups[side])
            guard group >= 0, !longWay[group] else { continue }
            let start = Int(columns.start[row])
            let end = Int(columns.end[row])
            var isLast = false
            if masks[row] & lastBit != 0 {
                let floor = start - pair.days.upperBound - longest
                let directions = single.directions[side]
                var candidate = chains.newest(group)
                while candidate >= 0, Int(columns.start[candidate]) >= floor {
                    let gap = max(0, start - Int(columns.end[candidate]))
                    let earlier = single.directions[Int(columns.side[candidate])]
                    if pair.days.contains(gap), pair.allows(earlier, directions), !chains.isTaken(candidate) {
                        if skip != .noSkip { chains.take(candidate) }
                        batch.pairs.append(
                            MatchBatch.RowPair(first: Int32(candidate), last: Int32(row), way: 0)
                        )
                        isLast = true
                        break
                    }
                    candidate = chains.before(candidate)
                }
            }
            longest = max(longest, end - start)
            if masks[row] & firstBit != 0, !(isLast && skip == .usedEvents) { chains.add(row, to: group) }
        }
        return (batch, longWay)
    }

    private func groupsWithAnswers(
        _ index: KeyIndex,
        _ single: KeyIndex.Single,
        _ masks: UnsafeBufferPointer<UInt32>
    ) -> [Bool] {
        var groups = [Bool](repeating: false, count: index.groups.count)
        let columns = snapshot.columns
        for row in 0..<snapshot.count where masks[row] != 0 && columns.extra[row] != 0 {
            let group = Int(single.groups[Int(columns.side[row])])
            if group >= 0, snapshot.answersSomething(row) { groups[group] = true }
        }
        return groups
    }
}

/// For each key the rows that may open a match, newest first.
private struct RowChains {
    private var heads: [Int32]
    private var previous: [Int32]
    private var taken: [Bool]

    init(groupCount: Int, rowCount: Int) {
        heads = [Int32](repeating: -1, count: groupCount)
        previous = [Int32](repeating: -1, count: rowCount)
        taken = [Bool](repeating: false, count: rowCount)
    }

    func newest(_ group: Int) -> Int { Int(heads[group]) }

    func before(_ row: Int) -> Int { Int(previous[row]) }

    func isTaken(_ row: Int) -> Bool { taken[row] }

    mutating func take(_ row: Int) { taken[row] = true }

    mutating func add(_ row: Int, to group: Int) {
        previous[row] = heads[group]
        heads[group] = Int32(truncatingIfNeeded: row)
    }
}
