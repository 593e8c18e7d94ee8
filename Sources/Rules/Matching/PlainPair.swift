// The commonest sequence by a short way: two single events, one after the other, nothing absent and no function.
import EventModel

/// A way of two single steps whose relations are directions and days.
struct PlainPair {
    let first: CompiledSequence.Step
    let last: CompiledSequence.Step
    /// Days from the end of the first event to the start of the last, at least and at most.
    let days: ClosedRange<Int>
    /// What the direction of the first event must be, by the direction of the last; nil is any.
    let reversed: Bool?

    /// The short form of a way, nil where it asks for more.
    init?(_ way: CompiledSequence, of pattern: SequencePattern) {
        guard way.steps.count == 2, way.absences.isEmpty, pattern.key.scope == .pair || pattern.key.scope == .dyad,
            [.usedParts, .usedEvents, .noSkip].contains(pattern.skip),
            way.steps.allSatisfy({ $0.times == 1...1 && $0.late.isEmpty && !$0.isEvery })
        else { return nil }
        first = way.steps[0]
        last = way.steps[1]
        var low = 0
        var high = way.within ?? Int(Int32.max)
        var reversed: Bool?
        for relation in last.relations {
            switch relation.relation {
            case .within(let days, _): high = min(high, days)
            case .minimumGap(let days, _): low = max(low, days)
            case .reverses where reversed != false: reversed = true
            case .sameDyad where reversed != true: reversed = false
            default: return nil
            }
        }
        guard low <= high else { return nil }
        days = low...high
        self.reversed = reversed
    }

    /// Whether two events, neither of which answers any, are a match but for their masks.
    @inline(__always)
    func holds(_ earlier: Bucket.Entry, _ later: Bucket.Entry) -> Bool {
        guard allows(earlier.directions, later.directions) else { return false }
        let gap = later.start > earlier.end ? Int(later.start) - Int(earlier.end) : 0
        return days.contains(gap)
    }

    /// Whether the directions of two events are as asked.
    @inline(__always)
    func allows(_ earlier: UInt8, _ later: UInt8) -> Bool {
        guard let reversed else { return true }
        return later & (reversed ? (earlier & 1) << 1 | earlier >> 1 : earlier) != 0
    }
}

extension SequenceMatcher {
    /// Finds the matches of a way in its short form; events that answer others go the long way.
    mutating func matchPlainPair(_ pair: PlainPair) throws(RuleError) {
        let firstBit = UInt32(1) << UInt32(pair.first.own)
        let lastBit = UInt32(1) << UInt32(pair.last.own)
        let playedFirst: UInt32 = plan.pattern.skip == .noSkip ? 0 : pair.first.partBit
        // Under `usedEvents` any part played takes an event out.
        let (blockFirst, blockLast): (UInt32, UInt32) =
            plan.pattern.skip == .usedEvents ? (.max, .max) : (playedFirst, pair.last.partBit)
        var nextCheck = tries
        for place in 0..<bucket.count {
            if tries >= nextCheck {
                try stop.check()
                nextCheck = tries + 1 << 16
            }
            let later = bucket[place]
            guard later.mask & lastBit != 0, later.played & blockLast == 0 else { continue }
            guard place < bucket.datedCount, !later.answers else {
                if try bind(1, from: place) { record() }
                continue
            }
            let floor = Int(later.start) - pair.days.upperBound - Int(bucket.longest)
            var candidate = place - 1
            while candidate >= 0 {
                let earlier = bucket[candidate]
                if Int(earlier.start) < floor { break }
                if earlier.mask & firstBit != 0, earlier.played & blockFirst == 0, pair.holds(earlier, later),
                    !earlier.answers || precedes(moment(candidate), moment(place))
                {
                    bucket[candidate].played |= pair.first.partBit
                    bucket[place].played |= pair.last.partBit
                    recordPair(earlier.row, later.row)
                    break
                }
                candidate -= 1
                tries += 1
            }
            guard tries <= Self.triesMax else {
                gaveUp = true
                return
            }
        }
    }
}
