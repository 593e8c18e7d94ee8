// Finds the matches of a sequence among the events of one key.
import CColumns
import EventModel

/// Matches one plan, key by key.
///
/// A match is found from its last event backwards: for each event that can be the last, in order of time (latest first
/// where the last step is a run), the nearest earlier events that fit are taken. Ways are tried in order for the whole
/// key, so a reply that the text ties to an attack takes that attack before a reply that merely comes soon after.
struct SequenceMatcher {
    let plan: SequencePlan
    let snapshot: EventStore.Snapshot
    let units: UnitTable
    /// The alerts that conditions may ask for.
    let alerts: RaisedAlerts
    let stop: StopSign
    let caller: any FunctionCaller
    /// Watches what fails, where a run is made to be explained.
    var probe: MatchProbe?
    /// How many candidates were looked at under this key.
    var tries = 0
    /// Whether a key was given up at `triesMax`.
    var gaveUp = false

    var bucket = Bucket()
    var way = CompiledSequence(steps: [], absences: [], within: nil)
    var wayNumber = 0
    /// The entries bound to each step, latest first.
    var bound: [BoundRun] = []
    private var batch = MatchBatch()
    /// What was bound in each match that the last event at hand closes, where it may close several.
    private var enumerated: [[BoundRun]] = []
    let plainPairs: [PlainPair?]
    /// What measures windows, where the plan is one.
    private let meter: WindowMeter?
    /// The conditions that each way needs an event for.
    private let needed: [UInt32]

    /// The most candidates looked at under one key, so that no rule runs for ever.
    static let triesMax = 20_000_000
    /// The most matches that one event may close.
    static let enumeratedMax = 10_000

    init(
        _ plan: SequencePlan,
        in context: MatchContext,
        units: UnitTable,
        caller: any FunctionCaller = NoFunctions()
    ) {
        self.plan = plan
        snapshot = context.snapshot
        alerts = context.alerts
        stop = context.stop
        self.units = units
        self.caller = caller
        meter = plan.pattern.window.map { WindowMeter($0, in: context.snapshot, units: units) }
        plainPairs = plan.ways.map { PlainPair($0, of: plan.pattern) }
        needed = plan.ways.map { way in way.steps.reduce(0) { $0 | 1 << UInt32($1.own) } }
    }

    /// The matches of all keys, in the order of keys; throws `stopped` where the sign is raised.
    mutating func matches(_ index: KeyIndex, masks: [UInt32]) throws(RuleError) -> [MatchBatch] {
        var results: [MatchBatch] = []
        var failure: RuleError?
        let columns = snapshot.columns
        masks.withUnsafeBufferPointer { masks in
            let short = matchesByRows(index, masks: masks)
            if let short, short.batch.count > 0 { results.append(short.batch) }
            let few = index.fewRows(masks, in: columns)
            for (number, group) in index.groups.enumerated() where short?.longWay[number] ?? true {
                if let few {
                    guard few.starts[number] < few.starts[number + 1] else { continue }
                    bucket.fill(few.rows[few.starts[number]..<few.starts[number + 1]], masks: masks, in: columns)
                } else {
                    bucket.fill(group, of: index, masks: masks, in: columns)
                }
                do throws(RuleError) {
                    try stop.check()
                    try matchBucket()
                    guard batch.count > 0 else { continue }
                    batch.group = number
                    results.append(batch)
                    batch = MatchBatch()
                } catch {
                    failure = error
                    return
                }
            }
        }
        if let failure { throw failure }
        try stop.check()
        return results
    }

    private mutating func matchBucket() throws(RuleError) {
        guard bucket.count > 0 else { return }
        tries = 0
        if let meter { return try matchWindows(meter) }
        for number in plan.ways.indices {
            guard bucket.anyMask & needed[number] == needed[number] else { continue }
            if wayNumber != number || bound.isEmpty {
                way = plan.ways[number]
                wayNumber = number
                bound = way.steps.map { _ in BoundRun() }
            }
            if let pair = plainPairs[number], probe == nil {
                try matchPlainPair(pair)
            } else {
                try matchWay()
            }
        }
    }

    private mutating func matchWay() throws(RuleError) {
        guard let last = way.steps.last else { return }
        let number = way.steps.count - 1
        let bit = UInt32(1) << UInt32(last.own)
        let latestFirst = last.times.upperBound > 1
        for place in 0..<bucket.count {
            let entry = latestFirst ? bucket.count - 1 - place : place
            guard bucket[entry].mask & bit != 0, isFree(entry, number) else { continue }
            if try bind(number, from: entry) { way.isEnumerating ? finish() : record() }
            guard tries <= Self.triesMax else {
                gaveUp = true
                return
            }
        }
    }
}

// MARK: - Binding steps, last to first

extension SequenceMatcher {
    /// Binds a step to an entry, or to the run that ends with it, and all steps before it.
    mutating func bind(_ step: Int, from entry: Int) throws(RuleError) -> Bool {
        tries += 1
        try stop.check()
        let times = way.steps[step].times
        if let until = way.steps[step].until, bucket[entry].mask & 1 << UInt32(until) != 0 { return false }
        guard times.upperBound > 1 else {
            bound[step] = BoundRun(entry)
            return try bindBefore(step)
        }
        let run = run(step, endingAt: entry)
        guard run.count >= times.lowerBound else {
            if let probe {
                bound[step] = BoundRun(run)
                probe.failed(tooFew(step, run), bound: way.steps.count - step, stage: .count, daysMissed: nil)
                bound[step] = BoundRun()
            }
            return false
        }
        // The longest run first; a shorter one may leave room for the steps before it.
        let shortest = step == 0 ? run.count : times.lowerBound
        for length in stride(from: run.count, through: shortest, by: -1) {
            bound[step] = BoundRun(run[..<length])
            if try bindBefore(step) { return true }
            guard tries <= Self.triesMax else { return false }
        }
        return false
    }

    private mutating func bindBefore(_ step: Int) throws(RuleError) -> Bool {
        guard isWithinWhole(step), relationsHold(of: step) else { return false }
        guard step > 0 else {
            guard isSpanFree(), try absencesHold(), try lateConditionsHold() else { return false }
            if way.isEnumerating { enumerated.append(bound) }
            return true
        }
        guard let following = bound[step].last else { return false }
        if let answered = answeredEntries(by: step - 1) {
            return try bindOne(step - 1, of: answered, before: following)
        }
        if following < bucket.datedCount, try bindEarlier(step - 1, before: following) { return true }
        // Without dates only an answer tells which came first.
        guard snapshot.answersSomething(Int(bucket[following].row)) else { return false }
        let answered = answeredEntries(by: CollectionOfOne(following))
        let undated = following < bucket.datedCount ? answered.filter { $0 >= bucket.datedCount } : answered
        return try bindOne(step - 1, of: undated, before: following)
    }

    private mutating func bindOne(_ step: Int, of entries: [Int], before following: Int) throws(RuleError) -> Bool {
        var found = false
        for entry in entries {
            if try bindCandidate(step, entry, before: following, isTied: true) {
                guard way.steps[step].isEvery else { return true }
                found = true
            }
            guard hasRoom else { return found }
        }
        return found
    }

    /// Binds a step to the nearest entry with a date that fits.
    private mutating func bindEarlier(_ step: Int, before following: Int) throws(RuleError) -> Bool {
        // Entries of the same first day may follow in the order of rows and yet be answered by this one.
        var entry = following
        while entry + 1 < bucket.datedCount, bucket[entry + 1].start == bucket[following].start { entry += 1 }
        // A run that is explained looks at what lies too far back as well, to say by how much.
        var floor = probe == nil ? earliestStart(of: step) : Int(Int32.min) + 1
        if probe == nil, way.steps[step + 1].isImmediate { floor = max(floor, startBefore(following)) }
        var found = false
        while entry >= 0, Int(bucket[entry].start) >= floor {
            if try bindCandidate(step, entry, before: following) {
                guard way.steps[step].isEvery else { return true }
                found = true
            }
            guard hasRoom else { return found }
            entry -= 1
        }
        return found
    }

    /// The last day before an entry's own on which something of the key starts: what starts earlier still is no
    /// immediate predecessor.
    private func startBefore(_ entry: Int) -> Int {
        var earlier = entry - 1
        while earlier >= 0, bucket[earlier].start == bucket[entry].start { earlier -= 1 }
        return earlier >= 0 ? Int(bucket[earlier].start) : Int(Int32.min) + 1
    }

    /// Whether there is room to try and to keep more.
    private var hasRoom: Bool { tries <= Self.triesMax && enumerated.count < Self.enumeratedMax }

    /// What the text ties to a later event may have served before: two replies to one attack are two matches.
    private mutating func bindCandidate(
        _ step: Int,
        _ entry: Int,
        before following: Int,
        isTied: Bool = false
    ) throws(RuleError) -> Bool {
        let bit = UInt32(1) << UInt32(way.steps[step].own)
        guard bucket[entry].mask & bit != 0, entry != following, isTied || !hasPlayed(entry, step),
            !isBoundLater(entry, step), precedes(moment(entry), moment(following))
        else { return false }
        return try bind(step, from: entry)
    }

    /// Where a later step must answer this one: the entries that it says it answers, latest first.
    private func answeredEntries(by step: Int) -> [Int]? {
        for later in (step + 1)..<way.steps.count {
            for relation in way.steps[later].relations where relation.step == step {
                if case .answers = relation.relation { return answeredEntries(by: bound[later]) }
            }
        }
        return nil
    }

    /// The entries that these say they answer, latest first.
    private func answeredEntries(by entries: some Collection<Int>) -> [Int] {
        var answered: Set<Int> = []
        for entry in entries where snapshot.answersSomething(Int(bucket[entry].row)) {
            for row in snapshot.answeredRows(Int(bucket[entry].row)) {
                if let entry = bucket.entry(ofRow: row) { answered.insert(entry) }
            }
        }
        return answered.sorted(by: >)
    }

    /// No event that starts before this day can be bound to a step: time bounds of later steps exclude it.
    private func earliestStart(of step: Int) -> Int {
        var floor = Int(Int32.min) + 1
        if let within = way.within, let last = bound.last?.first {
            floor = max(floor, Int(bucket[last].start) - within - Int(bucket.longest))
        }
        for later in (step + 1)..<way.steps.count {
            for relation in way.steps[later].relations where relation.step == step {
                guard case .within(let days, _) = relation.relation, let entry = bound[later].first else { continue }
                floor = max(floor, Int(bucket[entry].start) - days - Int(bucket.longest))
            }
        }
        return floor
    }

    private func run(_ step: Int, endingAt entry: Int) -> [Int] {
        var run = [entry]
        let times = way.steps[step].times
        let bit = UInt32(1) << UInt32(way.steps[step].own)
        guard entry < bucket.datedCount else { return run }
        // No event of the run may end before this day.
        let whole = way.within.map { Int(bucket[entry].start) - $0 } ?? Int.min
        let maxGap = way.steps[step].maxGap ?? Int(Int32.max)
        var floor = max(whole, Int(bucket[entry].start) - maxGap)
        var place = entry - 1
        while place >= 0, run.count < times.upperBound {
            if Int(bucket[place].end) < floor {
                if Int(bucket[place].start) + Int(bucket.longest) < floor { break }
            } else if ends(place, runOf: step) {
                break
            } else if bucket[place].mask & bit != 0, isFree(place, step) {
                run.append(place)
                floor = max(whole, Int(bucket[place].start) - maxGap)
            } else if way.steps[step].isContiguous {
                break
            }
            place -= 1
        }
        return run
    }

    /// Whether no event of a run comes before this entry where others come after it.
    private func ends(_ entry: Int, runOf step: Int) -> Bool {
        way.steps[step].until.map { bucket[entry].mask & 1 << UInt32($0) != 0 } ?? false
    }

    private func isFree(_ entry: Int, _ step: Int) -> Bool { !hasPlayed(entry, step) && !isBoundLater(entry, step) }

    /// Whether the skip strategy takes an entry out because of what it has served in.
    private func hasPlayed(_ entry: Int, _ step: Int) -> Bool {
        let played = bucket[entry].played
        switch plan.pattern.skip {
        case .usedParts: return played & way.steps[step].partBit != 0
        case .usedEvents: return played != 0
        case .noSkip: return step == bound.count - 1 && played & way.steps[step].partBit != 0
        case .skipToNext: return (step == 0 || step == bound.count - 1) && played & way.steps[step].partBit != 0
        case .skipPastLastEvent: return played != 0
        }
    }

    /// Whether what is bound lies apart from all matches before it, where it must.
    private func isSpanFree() -> Bool {
        guard plan.pattern.skip == .skipPastLastEvent, let span = boundSpan else { return true }
        return span.allSatisfy { bucket[$0].played == 0 }
    }

    /// The entries with a date from the first that is bound to the last.
    private var boundSpan: ClosedRange<Int>? {
        let dated = bound.flatMap { $0.filter { $0 < bucket.datedCount } }
        guard let first = dated.min(), let last = dated.max() else { return nil }
        return first...last
    }

    private func isBoundLater(_ entry: Int, _ step: Int) -> Bool {
        var later = step + 1
        while later < bound.count {
            if bound[later].contains(entry) { return true }
            later += 1
        }
        return false
    }

    /// Takes what is bound as a match.
    mutating func record() {
        batch.others.append(currentMatch)
        markPlayed()
        for number in bound.indices { bound[number] = BoundRun() }
    }

    /// Takes all matches that one last event closes.
    mutating func finish() {
        gaveUp = gaveUp || enumerated.count >= Self.enumeratedMax
        for match in enumerated {
            bound = match
            batch.others.append(currentMatch)
            markPlayed()
        }
        enumerated.removeAll(keepingCapacity: true)
        for number in bound.indices { bound[number] = BoundRun() }
    }

    private mutating func markPlayed() {
        for number in bound.indices where way.isUsedUp(number) {
            // Under `skip_to_next` the first event of a match opens no other; the others may serve again.
            let isKept = plan.pattern.skip == .skipToNext && number > 0 && number < bound.count - 1
            guard !isKept else { continue }
            let opensOnly = plan.pattern.skip == .skipToNext && number == 0 && bound.count > 1
            for entry in opensOnly ? Array(bound[number].suffix(1)) : Array(bound[number]) {
                bucket[entry].played |= way.steps[number].partBit
            }
        }
        guard plan.pattern.skip == .skipPastLastEvent, let span = boundSpan else { return }
        for entry in span { bucket[entry].played = .max }
    }

    /// Takes a match that was found otherwise.
    mutating func record(_ match: Match) { batch.others.append(match) }

    /// Takes two rows as a match.
    mutating func recordPair(_ first: Int32, _ last: Int32) {
        batch.pairs.append(MatchBatch.RowPair(first: first, last: last, way: Int32(wayNumber)))
    }
}
