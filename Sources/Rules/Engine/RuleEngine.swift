// Runs the rules of packs over the events of a snapshot.
import EventModel
import LuaRuntime

/// The rules of some packs.
public struct RuleEngine: Sendable {
    /// The packs, in order.
    public let packs: [RulePack]
    let runs: [RuleRun]
    let order: RuleOrder
    private let shared: Set<Condition>

    /// An engine for packs.
    public init(_ packs: [RulePack]) { self.init(packs, instead: nil) }

    /// An engine for packs with a changed rule in the place of the one of its id.
    init(_ packs: [RulePack], instead changed: Rule?) {
        self.packs = packs
        runs = packs.flatMap { pack in
            pack.rules.map { rule in RuleRun(changed.flatMap { $0.id == rule.id ? $0 : nil } ?? rule, pack) }
        }
        order = RuleOrder(runs.map(\.rule))
        var seen: Set<Condition> = []
        var shared: Set<Condition> = []
        for run in runs {
            let conditions = Set(run.plans.flatMap(\.ownConditions))
            shared.formUnion(conditions.intersection(seen))
            seen.formUnion(conditions)
        }
        self.shared = shared
    }

    /// The alerts that the rules raise on a snapshot.
    ///
    /// The same packs and events give the same report, whatever the number of threads. Lua functions run on the thread
    /// of their pack's VM, one after the other; everything else runs on `threads` threads, as many as there are
    /// processors unless said otherwise. Once `stop` is raised the run ends within milliseconds.
    public func check(
        _ snapshot: EventStore.Snapshot,
        threads: Int? = nil,
        stop: StopSign = StopSign()
    ) -> CheckReport {
        let context = MatchContext(snapshot, shared: shared, stop: stop)
        let outcomes = outcomes(context, threads: threads ?? Parallel.threadCount)
        guard !stop.isRaised else { return CheckReport(isStopped: true) }
        var report = CheckReport()
        for outcome in outcomes {
            switch outcome {
            case .success(let raised): report.alerts += raised.map(\.alert)
            case .failure(let error): report.errors.append(error)
            }
        }
        report.alerts.sort(by: Self.precedes)
        return report
    }

    /// What a rule raises, or why it does not run.
    typealias Outcome = Result<[RaisedMatch], RuleError>

    private func outcomes(_ context: MatchContext, threads: Int) -> [Outcome] {
        var outcomes = [Outcome](repeating: .success([]), count: runs.count)
        for (place, error) in order.errors { outcomes[place] = .failure(error) }
        for level in order.levels where !context.stop.isRaised {
            var places: [Int] = []
            for place in level {
                if let error = unmet(place, outcomes) {
                    outcomes[place] = .failure(error)
                } else {
                    places.append(place)
                }
            }
            for (place, outcome) in zip(places, together(places, context, threads: threads)) {
                outcomes[place] = outcome
                guard order.isNeeded.contains(place), case .success(let raised) = outcome else { continue }
                context.add(raised.map(\.alert))
            }
        }
        return outcomes
    }

    /// Why a rule cannot run: one whose alerts it asks for has failed.
    func unmet(_ place: Int, _ outcomes: [Outcome]) -> RuleError? {
        for other in order.needs[place] {
            guard case .failure = outcomes[other] else { continue }
            return unmet(place, by: other)
        }
        return nil
    }

    func unmet(_ place: Int, by other: Int) -> RuleError {
        let rule = runs[place].rule
        return RuleError(
            code: "needed_rule_failed",
            message: "rule '\(rule.id)' asks for alerts of '\(runs[other].rule.id)', which failed",
            location: rule.location,
            rule: rule.id
        )
    }

    /// Runs rules that do not ask for each other's alerts.
    private func together(_ places: [Int], _ context: MatchContext, threads: Int) -> [Outcome] {
        let runs = places.map { self.runs[$0] }
        prepare(runs, context, threads: threads)
        // First what is found: each native rule by itself, and for each pack those that call functions, in a row.
        let native = runs.indices.filter { !runs[$0].findsByFunctions }.map { [$0] }
        let byFunctions = groupedByPack(runs.indices.filter { runs[$0].findsByFunctions }, runs)
        var findings = [Result<[RuleRun.Finding], RuleError>](repeating: .success([]), count: runs.count)
        for results in Parallel.map(
            byFunctions + native,
            threads: threads,
            { group in Self.find(group, runs, context) }
        ) {
            for (place, result) in results { findings[place] = result }
        }
        let found = findings
        let wording = groupedByPack(runs.indices.filter { runs[$0].wordsByFunction }, runs)
        for results in Parallel.map(wording, threads: threads, { group in Self.word(group, found, runs, context) }) {
            for (place, result) in results { findings[place] = result }
        }
        let worded = findings
        return Parallel.map(Array(runs.indices), threads: threads) { place in
            worded[place].flatMap { findings in
                Result { () throws(RuleError) in try runs[place].raised(findings, context) }
            }
        }
    }

    /// Makes the tables that several rules will ask for, each once.
    private func prepare(_ runs: [RuleRun], _ context: MatchContext, threads: Int) {
        let plans = runs.flatMap(\.plans)
        let keys = Set(plans.map(\.pattern.key))
        let conditions = Set(plans.flatMap(\.ownConditions)).intersection(shared)
        for level in Set(keys.map(\.level)) { _ = context.units(level) }
        _ = Parallel.map(Array(keys), threads: threads) { _ = context.keys($0) }
        _ = Parallel.map(Array(conditions), threads: threads) { condition in
            if !context.stop.isRaised { context.verdicts(condition) }
        }
    }

    private func groupedByPack(_ places: [Int], _ runs: [RuleRun]) -> [[Int]] {
        var groups: [(vm: ObjectIdentifier, places: [Int])] = []
        for place in places {
            let vm = ObjectIdentifier(runs[place].pack.vm)
            if let number = groups.firstIndex(where: { $0.vm == vm }) {
                groups[number].places.append(place)
            } else {
                groups.append((vm, [place]))
            }
        }
        return groups.map(\.places)
    }

    private typealias Findings = [(Int, Result<[RuleRun.Finding], RuleError>)]

    private static func find(_ group: [Int], _ runs: [RuleRun], _ context: MatchContext) -> Findings {
        inVM(group, runs, context, isNeeded: runs[group[0]].findsByFunctions) { place throws(RuleError) in
            try runs[place].findings(context)
        }
    }

    private static func word(
        _ group: [Int],
        _ findings: [Result<[RuleRun.Finding], RuleError>],
        _ runs: [RuleRun],
        _ context: MatchContext
    ) -> Findings {
        inVM(group, runs, context, isNeeded: true) { place throws(RuleError) in
            try runs[place].worded(try findings[place].get(), context)
        }
    }

    /// Does work for each rule of a group, all of it on the VM's thread where it needs the VM.
    private static func inVM(
        _ group: [Int],
        _ runs: [RuleRun],
        _ context: MatchContext,
        isNeeded: Bool,
        _ work: (Int) throws(RuleError) -> [RuleRun.Finding]
    ) -> Findings {
        func all() -> Findings {
            group.map { place in (place, Result { () throws(RuleError) in try work(place) }) }
        }
        guard isNeeded else { return all() }
        do throws(RuleError) {
            return try runs[group[0]].pack.perform(context.stop, rule: nil) { () throws(RuleError) in all() }
        } catch {
            return group.map { ($0, .failure(error)) }
        }
    }

    /// What one rule raises, after the rules whose alerts it asks for.
    func matches(_ rule: Rule, _ context: MatchContext) throws(RuleError) -> [RaisedMatch] {
        guard let place = runs.firstIndex(where: { $0.rule.id == rule.id }) else { return [] }
        if let error = order.errors[place] { throw error }
        var done: Set<Int> = []
        try bringIn(place, context, &done)
        return try runs[place].matches(context)
    }

    private func bringIn(_ place: Int, _ context: MatchContext, _ done: inout Set<Int>) throws(RuleError) {
        for other in order.needs[place] where done.insert(other).inserted {
            guard order.errors[other] == nil else { throw unmet(place, by: other) }
            try bringIn(other, context, &done)
            context.add(try runs[other].matches(context).map(\.alert))
        }
    }

    /// How many matches the sequences of a rule without functions have, before those of the same events are made one.
    public static func matchCount(_ rule: Rule, _ snapshot: EventStore.Snapshot) throws(RuleError) -> Int {
        let context = MatchContext(snapshot)
        var count = 0
        for plan in rule.plans {
            let masks = context.masks(plan)
            let key = plan.pattern.key
            var matcher = SequenceMatcher(plan, in: context, units: context.units(key.level))
            count += try matcher.matches(context.keys(key), masks: masks).reduce(0) { $0 + $1.count }
        }
        return count
    }

    /// The order of alerts: date (unknown last), rule, fingerprint.
    static func precedes(_ left: Alert, _ right: Alert) -> Bool {
        switch (left.date, right.date) {
        case (let left?, let right?) where left != right: return left < right
        case (nil, _?): return false
        case (_?, nil): return true
        default: return left.rule != right.rule ? left.rule < right.rule : left.fingerprint < right.fingerprint
        }
    }
}
