// Runs the rules of packs over the events of a snapshot.
import EventModel
import LuaRuntime

/// The rules of some packs.
public struct RuleEngine: Sendable {
    /// The packs, in order.
    public let packs: [RulePack]
    private let shared: Set<Condition>

    /// An engine for packs.
    public init(_ packs: [RulePack]) {
        self.packs = packs
        var seen: Set<Condition> = []
        var shared: Set<Condition> = []
        for rule in packs.flatMap(\.rules) {
            let conditions = Set(rule.plans.flatMap(\.ownConditions))
            shared.formUnion(conditions.intersection(seen))
            seen.formUnion(conditions)
        }
        self.shared = shared
    }

    /// The alerts that the rules raise on a snapshot; the same packs and events give the same report.
    public func check(_ snapshot: EventStore.Snapshot) -> CheckReport {
        var report = CheckReport()
        var context = MatchContext(snapshot, shared: shared)
        for pack in packs {
            for rule in pack.rules {
                do throws(RuleError) {
                    report.alerts += try Self.alerts(rule, pack, &context)
                } catch {
                    report.errors.append(error)
                }
            }
        }
        report.alerts.sort(by: Self.precedes)
        return report
    }

    /// How many matches the sequences of a rule without functions have, before those of the same events are made one.
    public static func matchCount(_ rule: Rule, _ snapshot: EventStore.Snapshot) throws(RuleError) -> Int {
        var context = MatchContext(snapshot)
        return try matchCount(rule, &context)
    }

    static func matchCount(_ rule: Rule, _ context: inout MatchContext) throws(RuleError) -> Int {
        var count = 0
        for plan in rule.plans {
            let masks = context.masks(plan)
            let key = plan.pattern.key
            var matcher = SequenceMatcher(plan, in: context.snapshot, units: context.units(key.level))
            count += try matcher.matches(context.keys(key), masks: masks).reduce(0) { $0 + $1.count }
        }
        return count
    }

    /// The alerts of one rule.
    static func alerts(_ rule: Rule, _ pack: RulePack, _ context: inout MatchContext) throws(RuleError) -> [Alert] {
        try matches(rule, pack, &context).map(\.alert)
    }

    /// The alerts of one rule, each with what it stands on.
    static func matches(
        _ rule: Rule,
        _ pack: RulePack,
        _ context: inout MatchContext
    ) throws(RuleError) -> [RaisedMatch] {
        // All of it on the VM's thread: a call into Lua from another would wait for that thread each time.
        var result: Result<[RaisedMatch], RuleError> = .success([])
        do throws(LuaError) {
            try pack.vm.perform { () throws(LuaError) in
                let run = RuleRun(rule: rule, pack: pack)
                do throws(RuleError) { result = .success(try run.matches(&context)) } catch { result = .failure(error) }
            }
        } catch {
            throw RuleError(error, rule: rule.id)
        }
        return try result.get()
    }

    private static func precedes(_ left: Alert, _ right: Alert) -> Bool {
        switch (left.date, right.date) {
        case (let left?, let right?) where left != right: return left < right
        case (nil, _?): return false
        case (_?, nil): return true
        default: return left.rule != right.rule ? left.rule < right.rule : left.fingerprint < right.fingerprint
        }
    }
}

/// An alert and the match that it was made from.
struct RaisedMatch {
    let alert: Alert
    let found: PlanRun.Found
}

extension Rule {
    /// The plans of its sequences; sequences were compiled once when the rule was read, so none fails here.
    var plans: [SequencePlan] {
        guard case .match(let sequences) = search else { return [] }
        return sequences.compactMap { try? SequenceCompiler.plan($0) }
    }
}
