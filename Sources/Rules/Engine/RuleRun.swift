// One rule over one snapshot.
import EventModel
import LuaRuntime

/// Runs one rule; on the thread of its pack's VM.
struct RuleRun {
    let rule: Rule
    let pack: RulePack

    /// The alerts of the rule, each set of events once.
    func matches(_ context: inout MatchContext) throws(RuleError) -> [RaisedMatch] {
        let events = try EventBinding(pack.vm, context.snapshot, rule: rule.id)
        let caller = LuaCaller(vm: pack.vm, events: events, rule: rule)
        let builder = AlertBuilder(rule: rule, snapshot: context.snapshot)
        switch rule.search {
        case .match:
            let run = try PlanRun(rule.plans, in: &context, caller: caller)
            guard !run.gaveUp else {
                throw RuleError(
                    code: "too_much_to_try",
                    message: "the rule tried \(SequenceMatcher.triesMax) events under one key and gave up",
                    location: rule.location,
                    hint: "narrow its steps, or bound them by `within`",
                    rule: rule.id
                )
            }
            var raised: [RaisedMatch] = []
            for found in run.found {
                let alert = builder.alert(found.match.steps, wording: try caller.wording(found.match))
                raised.append(RaisedMatch(alert: alert, found: found))
            }
            return raised
        case .run(let function):
            pack.alerts.begin(events)
            do throws(RuleError) {
                try caller.run(function)
            } catch {
                _ = pack.alerts.end()
                throw error
            }
            var seen: Set<String> = []
            return pack.alerts.end().compactMap { raised in
                let alert = builder.alert(raised.steps, wording: raised.wording)
                guard seen.insert(alert.fingerprint).inserted else { return nil }
                return RaisedMatch(
                    alert: alert,
                    found: PlanRun.Found(sequence: 0, match: Match(steps: raised.steps, way: 0))
                )
            }
        }
    }
}
