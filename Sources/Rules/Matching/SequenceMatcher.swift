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
    var bound: [[Int]] = []
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
            bound = Array(repeating: [], count: way.steps.count)
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
            bound[step] = [entry]
            return try bindBefore(step)
        }
        let run = run(step, endingAt: entry)
        guard run.count >= times.lowerBound else { return false }
        // The longest run first; a shorter one may leave room for the steps before it.
        let shortest = step == 0 ? run.count : times.lowerBound
        for length in stride(from: run.count, through: shortest, by: -1) {
            bound[step] = Array(run[..<length])
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
        if let answered = answeredEntries(by: step - 1) {
            for entry in answered {
                if try bindCandidate(step - 1, entry, before: following) { return true }
                guard tries <= Self.triesMax else { return false }
            }
            return false
        }
        guard following < bucket.datedCount else { return false }
        // Entries of the same first day may follow in the order of rows and yet be answered by this one.
        var entry = following
        while entry + 1 < bucket.datedCount, bucket.starts[entry + 1] == bucket.starts[following] { entry += 1 }
        // A run that is explained looks at what lies too far back as well, to say by how much.
        let floor = probe == nil ? earliestStart(of: step - 1) : Int(Int32.min) + 1
        while entry >= 0, Int(bucket.starts[entry]) >= floor {
            if try bindCandidate(step - 1, entry, before: following) { return true }
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
                guard case .answers = relation.relation else { continue }
                var answered: Set<Int> = []
                for entry in bound[later] {
                    for row in snapshot.answeredRows(Int(bucket.rows[entry])) {
                        if let entry = bucket.entry(ofRow: row) { answered.insert(entry) }
                    }
                }
                return answered.sorted(by: >)
            }
        }
        return nil
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
        if bound.indices.contains(where: { $0 > step && bound[$0].contains(entry) }) { return false }
        let part = UInt32(1) << UInt32(plan.parts.firstIndex(of: way.steps[step].name) ?? 0)
        switch plan.pattern.skip {
        case .usedParts: return bucket.played[entry] & part == 0
        case .usedEvents: return bucket.played[entry] == 0
        case .none: return step < way.steps.count - 1 || bucket.played[entry] & part == 0
        }
    }

    private mutating func record() {
        matches.append(currentMatch)
        for (number, entries) in bound.enumerated() {
            let part = UInt32(1) << UInt32(plan.parts.firstIndex(of: way.steps[number].name) ?? 0)
            for entry in entries { bucket.played[entry] |= part }
            bound[number] = []
        }
    }
}
