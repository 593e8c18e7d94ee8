// One rule over one snapshot, in three stages: find, word, make alerts.
import EventModel
import LuaRuntime

/// An alert and the match that it was made from.
struct RaisedMatch: Sendable {
    let alert: Alert
    let found: PlanRun.Found
    let rank: MatchRank
}

/// Runs one rule.
struct RuleRun: Sendable {
    let rule: Rule
    let plans: [SequencePlan]
    let pack: RulePack

    /// What was found, and what the rule says of it.
    struct Finding: Sendable {
        let found: PlanRun.Found
        var wording = AlertBuilder.Wording()
    }

    init(_ rule: Rule, _ pack: RulePack) {
        self.rule = rule
        self.pack = pack
        plans = rule.plans
    }

    /// Whether finding takes the pack's VM.
    var findsByFunctions: Bool {
        guard case .match = rule.search else { return true }
        return plans.contains(where: \.callsFunctions)
    }

    /// Whether what it finds hangs on all events, not only on those of one key.
    var readsAll: Bool {
        guard case .match = rule.search else { return true }
        return plans.contains { $0.pattern.window?.readsBounds ?? false }
    }

    /// Whether wording takes the pack's VM.
    var wordsByFunction: Bool {
        guard case .match = rule.search else { return false }
        return rule.wording != nil
    }

    /// The alerts of the rule, each set of events once.
    func matches(_ context: MatchContext) throws(RuleError) -> [RaisedMatch] {
        var found: [Finding] = []
        // All of it on the VM's thread: a call into Lua from another would wait for that thread each time.
        if findsByFunctions || wordsByFunction {
            found = try pack.perform(context.stop, rule: rule.id) { () throws(RuleError) in
                try worded(try findings(context), context)
            }
        } else {
            found = try findings(context)
        }
        return try raised(found, context)
    }

    /// What the rule finds; where it finds by functions, on the thread of the pack's VM.
    func findings(_ context: MatchContext) throws(RuleError) -> [Finding] {
        switch rule.search {
        case .match:
            let caller: any FunctionCaller = findsByFunctions ? try self.caller(context) : NoFunctions()
            let run = try PlanRun(plans, in: context, caller: caller)
            guard !run.gaveUp else { throw gaveUp }
            return run.found.map { Finding(found: $0) }
        case .run(let function):
            let caller = try self.caller(context)
            pack.alerts.begin(caller.events)
            do throws(RuleError) {
                try caller.run(function)
            } catch {
                _ = pack.alerts.end()
                throw error
            }
            return pack.alerts.end().map { raised in
                Finding(
                    found: PlanRun.Found(sequence: 0, match: Match(steps: raised.steps, way: 0)),
                    wording: raised.wording
                )
            }
        }
    }

    /// The findings with what the rule's function says of each; on the thread of the pack's VM.
    func worded(_ findings: [Finding], _ context: MatchContext) throws(RuleError) -> [Finding] {
        guard wordsByFunction, !findings.isEmpty else { return findings }
        let caller = try self.caller(context)
        var worded = findings
        for place in worded.indices { worded[place].wording = try caller.wording(findings[place].found.match) }
        return worded
    }

    /// The alerts on findings, each fingerprint once, without those that the user has made an exception of.
    func raised(_ findings: [Finding], _ context: MatchContext) throws(RuleError) -> [RaisedMatch] {
        let builder = AlertBuilder(rule: rule, snapshot: context.snapshot)
        var raised: [RaisedMatch] = []
        var places: [String: Int] = [:]
        let exceptions =
            findings.isEmpty
            ? [] : rule.exceptions.map { OwnCondition($0, in: context.snapshot, alerts: context.alerts) }
        for finding in findings {
            try context.stop.check()
            let isExcepted =
                !exceptions.isEmpty
                && finding.found.match.steps.contains { step in
                    step.rows.contains { row in exceptions.contains { $0.holds(row, in: context.snapshot) } }
                }
            if isExcepted { continue }
            let one = RaisedMatch(
                alert: builder.alert(finding.found.match.steps, wording: finding.wording),
                found: finding.found,
                rank: finding.found.rank(in: context.snapshot)
            )
            guard let place = places[one.alert.fingerprint] else {
                places[one.alert.fingerprint] = raised.count
                raised.append(one)
                continue
            }
            // Of what a rule's own function raises, the first stays.
            if case .match = rule.search, one.rank < raised[place].rank { raised[place] = one }
        }
        return raised
    }

    /// What calls the rule's functions.
    func caller(_ context: MatchContext) throws(RuleError) -> LuaCaller {
        let isRun: Bool
        if case .run = rule.search { isRun = true } else { isRun = false }
        let events = try EventBinding(pack.vm, context.snapshot, rule: rule.id, offersAll: isRun)
        return LuaCaller(vm: pack.vm, events: events, rule: rule, stop: context.stop)
    }

    /// There was too much to try.
    var gaveUp: RuleError {
        RuleError(
            code: "too_much_to_try",
            message: "the rule tried \(SequenceMatcher.triesMax) events under one key and gave up",
            location: rule.location,
            hint: "narrow its steps, or bound them by `within`",
            rule: rule.id
        )
    }
}

extension RulePack {
    /// Does work on the thread of the pack's VM, which a sign interrupts.
    func perform<Result>(
        _ stop: StopSign,
        rule: String?,
        _ work: () throws(RuleError) -> Result
    ) throws(RuleError) -> Result {
        var result: Swift.Result<Result, RuleError> = .failure(.stopped)
        do throws(LuaError) {
            try stop.watching(vm) { () throws(LuaError) in
                try vm.perform { () throws(LuaError) in
                    do throws(RuleError) { result = .success(try work()) } catch { result = .failure(error) }
                }
            }
        } catch {
            throw RuleError(error, rule: rule)
        }
        return try result.get()
    }
}

extension Rule {
    /// The plans of its sequences; sequences were compiled once when the rule was read, so none fails here.
    var plans: [SequencePlan] {
        guard case .match(let sequences) = search else { return [] }
        return sequences.compactMap { try? SequenceCompiler.plan($0) }
    }
}

extension SequencePlan {
    /// Whether a Lua function is asked of events.
    var callsFunctions: Bool {
        ways.contains { way in
            way.steps.contains { $0.late.contains(where: \.callsFunctions) }
                || way.absences.contains { $0.late.contains(where: \.callsFunctions) }
        }
    }
}
