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
    let caller: any FunctionCaller
    /// Watches what fails, where a run is made to be explained.
    var probe: MatchProbe?
    /// How many candidates were looked at under this key.
    private(set) var tries = 0
    /// Whether a key was given up at `triesMax`.
    private(set) var gaveUp = false

    var bucket = Bucket()
    var way = CompiledSequence(steps: [], absences: [], within: nil)
    var wayNumber = 0
    /// The entries bound to each step, latest first.
    var bound: [BoundRun] = []
    private var matches: [Match] = []

    /// The most candidates looked at under one key, so that no rule runs for ever.
    static let triesMax = 20_000_000

    init(
        _ plan: SequencePlan,
        in snapshot: EventStore.Snapshot,
        units: UnitTable,
        caller: any FunctionCaller = NoFunctions()
    ) {
        self.plan = plan
        self.snapshot = snapshot
        self.units = units
        self.caller = caller
    }

    /// The matches of all keys, in the order of keys.
    mutating func matches(_ index: KeyIndex, masks: [UInt32]) throws(RuleError) -> [[Match]] {
        var results: [[Match]] = []
        var failure: RuleError?
        masks.withUnsafeBufferPointer { masks in
            for group in index.groups {
                bucket.fill(group, of: index, masks: masks, in: snapshot)
                do throws(RuleError) {
                    let found = try matchBucket()
                    if !found.isEmpty { results.append(found) }
                } catch {
                    failure = error
                    return
                }
            }
        }
        if let failure { throw failure }
        return results
    }

    private mutating func matchBucket() throws(RuleError) -> [Match] {
        guard bucket.count > 0 else { return [] }
        matches.removeAll(keepingCapacity: true)
        tries = 0
        for (number, way) in plan.ways.enumerated() {
            let needed = way.steps.reduce(UInt32(0)) { $0 | 1 << UInt32($1.own) }
            guard bucket.anyMask & needed == needed else { continue }
            self.way = way
            wayNumber = number
            bound.removeAll(keepingCapacity: true)
            for _ in way.steps { bound.append(BoundRun()) }
            try matchWay()
        }
        return matches
    }

    private mutating func matchWay() throws(RuleError) {
        guard let last = way.steps.last else { return }
        let number = way.steps.count - 1
        let bit = UInt32(1) << UInt32(last.own)
        let latestFirst = last.times.upperBound > 1
        for place in 0..<bucket.count {
            let entry = latestFirst ? bucket.count - 1 - place : place
            guard bucket.masks[entry] & bit != 0, isFree(entry, number) else { continue }
            if try bind(number, from: entry) { record() }
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
    private mutating func bind(_ step: Int, from entry: Int) throws(RuleError) -> Bool {
        tries += 1
        let times = way.steps[step].times
        guard times.upperBound > 1 else {
            bound[step] = BoundRun(entry)
            return try bindBefore(step)
        }
        let run = run(step, endingAt: entry)
        guard run.count >= times.lowerBound else { return false }
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
            guard try absencesHold() else { return false }
            return try lateConditionsHold()
        }
        guard let following = bound[step].last else { return false }
        if let answered = answeredEntries(by: step - 1) { return try bindOne(step - 1, of: answered, before: following) }
        if following < bucket.datedCount, try bindEarlier(step - 1, before: following) { return true }
        // Without dates only an answer tells which came first.
        guard snapshot.answersSomething(Int(bucket.rows[following])) else { return false }
        let answered = answeredEntries(by: CollectionOfOne(following))
        let undated = following < bucket.datedCount ? answered.filter { $0 >= bucket.datedCount } : answered
        return try bindOne(step - 1, of: undated, before: following)
    }

    private mutating func bindOne(_ step: Int, of entries: [Int], before following: Int) throws(RuleError) -> Bool {
        for entry in entries {
            if try bindCandidate(step, entry, before: following) { return true }
            guard tries <= Self.triesMax else { return false }
        }
        return false
    }

    /// Binds a step to the nearest entry with a date that fits.
    private mutating func bindEarlier(_ step: Int, before following: Int) throws(RuleError) -> Bool {
        // Entries of the same first day may follow in the order of rows and yet be answered by this one.
        var entry = following
        while entry + 1 < bucket.datedCount, bucket.starts[entry + 1] == bucket.starts[following] { entry += 1 }
        // A run that is explained looks at what lies too far back as well, to say by how much.
        let floor = probe == nil ? earliestStart(of: step) : Int(Int32.min) + 1
        while entry >= 0, Int(bucket.starts[entry]) >= floor {
            if try bindCandidate(step, entry, before: following) { return true }
            guard tries <= Self.triesMax else { return false }
            entry -= 1
        }
        return false
    }

    private mutating func bindCandidate(_ step: Int, _ entry: Int, before following: Int) throws(RuleError) -> Bool {
        let bit = UInt32(1) << UInt32(way.steps[step].own)
        guard bucket.masks[entry] & bit != 0, entry != following, isFree(entry, step),
            precedes(moment(entry), moment(following))
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
        for entry in entries where snapshot.answersSomething(Int(bucket.rows[entry])) {
            for row in snapshot.answeredRows(Int(bucket.rows[entry])) {
                if let entry = bucket.entry(ofRow: row) { answered.insert(entry) }
            }
        }
        return answered.sorted(by: >)
    }

    /// No event that starts before this day can be bound to a step: time bounds of later steps exclude it.
    private func earliestStart(of step: Int) -> Int {
        var floor = Int(Int32.min) + 1
        if let within = way.within, let last = bound.last?.first {
            floor = max(floor, Int(bucket.starts[last]) - within - Int(bucket.longest))
        }
        for later in (step + 1)..<way.steps.count {
            for relation in way.steps[later].relations where relation.step == step {
                guard case .within(let days, _) = relation.relation, let entry = bound[later].first else { continue }
                floor = max(floor, Int(bucket.starts[entry]) - days - Int(bucket.longest))
            }
        }
        return floor
    }

    private func run(_ step: Int, endingAt entry: Int) -> [Int] {
        var run = [entry]
        let times = way.steps[step].times
        let bit = UInt32(1) << UInt32(way.steps[step].own)
        guard entry < bucket.datedCount else { return run }
        var place = entry - 1
        while place >= 0, run.count < times.upperBound {
            let floor = way.within.map { Int(bucket.starts[entry]) - $0 }
            if let floor, Int(bucket.ends[place]) < floor {
                if Int(bucket.starts[place]) + Int(bucket.longest) < floor { break }
            } else if bucket.masks[place] & bit != 0, isFree(place, step) {
                run.append(place)
            }
            place -= 1
        }
        return run
    }

    private func isFree(_ entry: Int, _ step: Int) -> Bool {
        let played = bucket.played[entry]
        switch plan.pattern.skip {
        case .usedParts: if played & way.steps[step].partBit != 0 { return false }
        case .usedEvents: if played != 0 { return false }
        case .none: if step == bound.count - 1, played & way.steps[step].partBit != 0 { return false }
        }
        var later = step + 1
        while later < bound.count {
            if bound[later].contains(entry) { return false }
            later += 1
        }
        return true
    }

    private mutating func record() {
        matches.append(currentMatch)
        for (number, entries) in bound.enumerated() {
            for entry in entries { bucket.played[entry] |= way.steps[number].partBit }
            bound[number] = BoundRun()
        }
    }
}
