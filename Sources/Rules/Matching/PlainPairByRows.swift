// The short way over all keys at once: rows in order, with what waits under each key in a chain.
import CColumns
import EventModel

extension SequenceMatcher {
    /// The matches of the plan's only way, found in one pass over the rows; nil where that cannot be done.
    ///
    /// Reading rows in order is several times faster than reading them key by key. It needs events of one key each;
    /// keys with an event that answers another are left to `longWay`. Once the sign to stop is raised it ends early.
    mutating func matchesByRows(
        _ index: KeyIndex,
        masks: UnsafeBufferPointer<UInt32>
    ) -> (batch: MatchBatch, longWay: [Bool])? {
        guard plan.ways.count == 1, let pair = plainPairs[0], let single = index.single, probe == nil,
            plan.pattern.suppress == nil
        else { return nil }
        let longWay = groupsWithAnswers(index, single, masks)
        var batch = MatchBatch()
        let chains = RowChains(groupCount: index.groups.count, rowCount: snapshot.datedCount)
        defer { chains.deallocate() }
        single.sides(without: longWay).withUnsafeBufferPointer { sides in
            pass(pair, masks: masks, sides: sides, chains: chains, to: &batch.pairs)
        }
        return (batch, longWay)
    }

    private func pass(
        _ pair: PlainPair,
        masks: UnsafeBufferPointer<UInt32>,
        sides: UnsafeBufferPointer<KeyIndex.PackedSide>,
        chains: RowChains,
        to pairs: inout [MatchBatch.RowPair]
    ) {
        let columns = snapshot.columns
        let firstBit = UInt32(1) << UInt32(pair.first.own)
        let lastBit = UInt32(1) << UInt32(pair.last.own)
        let (takes, takesBoth) = (plan.pattern.skip != .noSkip, plan.pattern.skip == .usedEvents)
        let allowed = pair.allowedDirections
        let span = UInt(pair.days.upperBound - pair.days.lowerBound)
        var longest = 0
        for row in 0..<snapshot.datedCount {
            if row & 0xFFF == 0, stop.isRaised { return }
            let mask = masks[row]
            let side = sides[Int(columns.side[row])]
            guard mask != 0, side.group >= 0 else { continue }
            let group = Int(side.group)
            let (start, end) = (Int(columns.start[row]), Int(columns.end[row]))
            var isLast = false
            if mask & lastBit != 0 {
                let wanted = allowed >> (UInt32(side.directions) * 4) & 0xF
                // One question, mostly answered by no, instead of several that are answered by chance.
                func fits(_ link: RowChains.Link) -> Bool {
                    let gap = max(0, start &- Int(link.end))
                    let isNear = UInt(bitPattern: gap &- pair.days.lowerBound) <= span
                    return wanted >> UInt32(link.directions) & (isNear ? 1 : 0) != 0
                }
                var newer = -1
                var candidate = chains.heads[group]
                isLast = fits(candidate)
                if !isLast, candidate.row >= 0 {
                    let floor = start - pair.days.upperBound - longest
                    while !isLast, Int(candidate.olderStart) >= floor {
                        newer = Int(candidate.row)
                        if newer & 0xFF == 0, stop.isRaised { return }
                        guard let older = chains.link(before: newer, columns, sides) else { break }
                        candidate = older
                        isLast = fits(candidate)
                    }
                }
                if isLast {
                    pairs.append(MatchBatch.RowPair(first: candidate.row, last: Int32(row), way: 0))
                    if takes { chains.take(Int(candidate.row), after: newer, in: group) }
                }
            }
            longest = max(longest, end - start)
            guard mask & firstBit != 0, !(isLast && takesBoth) else { continue }
            chains.add(row, columns, side)
        }
    }

    private func groupsWithAnswers(
        _ index: KeyIndex,
        _ single: KeyIndex.Single,
        _ masks: UnsafeBufferPointer<UInt32>
    ) -> [Bool] {
        var groups = [Bool](repeating: false, count: index.groups.count)
        let columns = snapshot.columns
        for row in 0..<snapshot.count where columns.extra[row] != 0 && masks[row] != 0 {
            let group = Int(single.groups[Int(columns.side[row])])
            if group >= 0, snapshot.answersSomething(row) { groups[group] = true }
        }
        return groups
    }
}

extension KeyIndex {
    /// The one group of some sides and their directions there in four bytes, so that all sides stay near.
    struct PackedSide {
        private let bits: Int32

        init(group: Int32, directions: UInt8) { bits = group < 0 ? -1 : group << 2 | Int32(directions) }

        var group: Int32 { bits >> 2 }
        var directions: UInt8 { UInt8(truncatingIfNeeded: bits & 3) }
    }
}

extension KeyIndex.Single {
    /// The sides packed; those of groups that go another way have none.
    fileprivate func sides(without left: [Bool]) -> [KeyIndex.PackedSide] {
        groups.indices.map { side in
            let group = groups[side]
            return KeyIndex.PackedSide(
                group: group >= 0 && left[Int(group)] ? -1 : group,
                directions: directions[side]
            )
        }
    }
}

extension PlainPair {
    /// Four bits for each value of the directions of the last event: which directions of the first go with it.
    fileprivate var allowedDirections: UInt32 {
        var allowed: UInt32 = 0
        for later in UInt32(0)..<4 {
            for earlier in UInt32(0)..<4 where allows(UInt8(earlier), UInt8(later)) {
                allowed |= 1 << (later * 4 + earlier)
            }
        }
        return allowed
    }
}

/// For each key the rows that may open a match, newest first; what has opened one is left out.
///
/// What is asked of the newest row stands at the key itself: keys are many, and their rows far apart in memory.
private struct RowChains {
    struct Link {
        var row: Int32 = -1
        var start: Int32 = 0
        var end: Int32 = 0
        /// The start of the row added before it is no later; mostly that is enough to look no further.
        var olderStart: Int32 = .min
        /// As a key has them, or `taken`.
        var directions = Self.taken

        /// What goes with no other directions: there is no such row, or it has opened a match.
        static let taken: UInt8 = 4
    }

    let heads: UnsafeMutablePointer<Link>
    /// For each row that was added the one before it under its key, −1 for none.
    private let previous: UnsafeMutablePointer<Int32>

    init(groupCount: Int, rowCount: Int) {
        heads = .allocate(capacity: groupCount)
        heads.initialize(repeating: Link(), count: groupCount)
        previous = .allocate(capacity: rowCount)
    }

    func deallocate() {
        heads.deallocate()
        previous.deallocate()
    }

    @inline(__always)
    func link(before row: Int, _ columns: brink_columns, _ sides: UnsafeBufferPointer<KeyIndex.PackedSide>) -> Link? {
        let row = Int(previous[row])
        guard row >= 0 else { return nil }
        return Link(
            row: Int32(truncatingIfNeeded: row),
            start: columns.start[row],
            end: columns.end[row],
            olderStart: columns.start[row],
            directions: sides[Int(columns.side[row])].directions
        )
    }

    /// Leaves a row out; `newer` is the one that was added after it, −1 where it is the newest.
    @inline(__always)
    func take(_ row: Int, after newer: Int, in group: Int) {
        if newer < 0 { heads[group].directions = Link.taken } else { previous[newer] = previous[row] }
    }

    @inline(__always)
    func add(_ row: Int, _ columns: brink_columns, _ side: KeyIndex.PackedSide) {
        let head = heads[Int(side.group)]
        let isOpen = head.directions != Link.taken
        // A head that is taken, or none, hands on what it knew.
        previous[row] = isOpen ? head.row : head.row < 0 ? -1 : previous[Int(head.row)]
        heads[Int(side.group)] = Link(
            row: Int32(truncatingIfNeeded: row),
            start: columns.start[row],
            end: columns.end[row],
            olderStart: isOpen ? head.start : head.olderStart,
            directions: side.directions
        )
    }
}
