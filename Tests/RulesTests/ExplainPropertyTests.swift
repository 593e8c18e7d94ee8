// What explanations say and what the run does, on many random cases: the same evaluator must be behind both.
import Chronology
import EventModel
import Testing

@testable import Rules

@Suite struct ExplainPropertyTests {
    /// A rule, and what its steps and absences ask of an event, in plain Swift.
    private struct Case {
        let match: String
        let scope: MatchKey.Scope
        let steps: [String: @Sendable (Event) -> Bool]
        var absent: @Sendable (Event) -> Bool = { _ in false }
    }

    private static func isBlow(_ event: Event) -> Bool { event.type == .assault || event.type == .coerce }

    private static let cases: [Case] = [
        Case(
            match: """
                sequence { by = "pair", step "a" { type = { "ASSAULT", "COERCE" } },
                    step "b" { type = { "ASSAULT", "COERCE" }, reverses = "a", within = days(7) } }
                """,
            scope: .pair,
            steps: ["a": isBlow, "b": isBlow]
        ),
        Case(
            match: """
                sequence { by = "pair", step "a" { type = "THREATEN" }, step "b" { type = "ASSAULT", same_dyad = "a",
                    one_of { answers = "a", { within = days(10), min_gap = days(2) } } } }
                """,
            scope: .pair,
            steps: ["a": { $0.type == .threaten }, "b": { $0.type == .assault }]
        ),
        Case(
            match: """
                sequence { by = "dyad", step "a" { type = "THREATEN" }, absent { type = "ASSAULT", within = days(20) } }
                """,
            scope: .dyad,
            steps: ["a": { $0.type == .threaten }],
            absent: { $0.type == .assault }
        ),
        Case(
            match: """
                sequence { by = "source", within = days(21), step "run" { type = { "ASSAULT", "COERCE" }, times(3) } }
                """,
            scope: .source,
            steps: ["run": isBlow]
        ),
        Case(
            match: """
                sequence { by = "actor", within = days(40), step "a" { type = "MOBILIZE", hostility = at_least(3) },
                    step "b" { type = "ASSAULT" }, step "c" { optional(), type = "AGREE" } }
                """,
            scope: .actor,
            steps: [
                "a": { $0.type == .mobilize && $0.hostility >= 3 }, "b": { $0.type == .assault },
                "c": { $0.type == .agree },
            ]
        ),
        Case(
            match: """
                sequence { by = "pair", absent { type = "AGREE" }, step "a" { type = "COERCE" },
                    step "b" { type = "ASSAULT", hostility = above "a",
                        where = function(e, m) return #e.source == #m.a.source end } }
                """,
            scope: .pair,
            steps: ["a": { $0.type == .coerce }, "b": { $0.type == .assault }],
            absent: { $0.type == .agree }
        ),
        Case(
            match: """
                sequence { step "a" { any { type = "AGREE", hostility = at_least(4) } },
                    step "b" { none { type = "AGREE", hostility = at_least(4) }, new_party = "a", within = days(1) } }
                """,
            scope: .all,
            steps: ["a": { $0.type == .agree || $0.hostility >= 4 }, "b": { $0.type != .agree && $0.hostility < 4 }]
        ),
        Case(
            match: """
                sequence { by = "article", step "a" { type = "ASSAULT" }, step "b" { answers = "a" } }
                """,
            scope: .article,
            steps: ["a": { $0.type == .assault }, "b": { _ in true }]
        ),
    ]

    /// The keys of an event, from the words of the documentation.
    private static func keys(_ event: Event, _ scope: MatchKey.Scope) -> Set<String> {
        let sources = Set(event.source.map(ActorLevel.side.unit))
        let targets = Set(event.target.map(ActorLevel.side.unit))
        switch scope {
        case .all: return ["all"]
        case .article: return [event.article]
        case .source: return sources
        case .target: return targets
        case .actor: return sources.union(targets)
        case .place: return []
        case .pair, .dyad:
            var keys: Set<String> = []
            for source in sources {
                for target in targets where target != source {
                    keys.insert(
                        (scope == .pair ? [source, target].sorted() : [source, target]).joined(separator: " ")
                    )
                }
            }
            return keys
        }
    }

    @Test("Explanations and near misses agree with the run on 10,000 random cases", arguments: 0..<8)
    func agree(number: Int) throws {
        let one = Self.cases[number]
        let pack = try Workshop.pack(matching: one.match)
        if let error = pack.errors.first { throw error }
        let rule = pack.rules[0]
        let engine = RuleEngine([pack])
        let explainer = RuleExplainer(pack)
        var stages: Set<NearMiss.Stage> = []
        for seed in 0..<1250 {
            let events = RandomEvents.events(count: 2 + seed % 6, seed: UInt64(seed * 8 + number), days: 5 + seed % 60)
            let snapshot = try EventStore(events).snapshot()
            let alerts = engine.check(snapshot).alerts
            let explained = try explainer.alerts(rule, snapshot)
            #expect(Set(explained.map(\.alert)) == Set(alerts))
            for step in explained.flatMap(\.steps) {
                #expect(step.reports.filter { !$0.holds }.isEmpty, "\(events.count) \(step)")
                #expect(step.events.allSatisfy { one.steps[step.name]?($0) ?? false })
            }
            let miss = try explainer.nearMiss(rule, snapshot)
            #expect((miss == nil) == !alerts.isEmpty, "seed \(seed)")
            guard let miss else { continue }
            stages.insert(miss.stage)
            check(miss, one, events, "\(one.match), seed \(seed): \(miss)")
        }
        #expect(stages.count >= 2, "\(stages)")
    }

    /// Whether a near miss is true of the events.
    private func check(_ miss: NearMiss, _ one: Case, _ events: [Event], _ place: String) {
        let byID = Dictionary(events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for bound in miss.bound {
            guard let event = byID[bound.event] else { continue }
            #expect(one.steps[bound.step]?(event) ?? false, "\(place)")
        }
        let meets = one.steps[miss.step] ?? { _ in true }
        switch miss.stage {
        case .step:
            #expect(!events.contains(where: meets), "\(place)")
            #expect(miss.event == nil || miss.reports.contains { !$0.holds }, "\(place)")
        case .key:
            #expect(events.contains(where: meets), "\(place)")
            let bound = miss.bound.compactMap { byID[$0.event] }
            let shared = bound.reduce(nil as Set<String>?) { keys, event in
                let own = Self.keys(event, one.scope)
                return keys.map { $0.intersection(own) } ?? own
            }
            // Under a key that those bound share there is no event for the step.
            #expect(
                bound.isEmpty
                    || (shared ?? []).contains { key in
                        !events.contains { meets($0) && Self.keys($0, one.scope).contains(key) }
                    },
                "\(place)"
            )
        case .order: #expect(events.contains(where: meets), "\(place)")
        case .count, .relation:
            #expect(miss.reports.contains { !$0.holds }, "\(place)")
            checkDays(miss, byID, place)
        case .absence:
            #expect(miss.event.flatMap { byID[$0] }.map(one.absent) ?? false, "\(place)")
        default: break
        }
    }

    /// By how much a bound is missed is what the dates of the two events say.
    private func checkDays(_ miss: NearMiss, _ byID: [String: Event], _ place: String) {
        guard let later = miss.event.flatMap({ byID[$0] }) else { return }
        for report in miss.reports {
            guard let missed = report.daysMissed else { continue }
            let words = report.asked.split(separator: " ")
            guard let bound = words.compactMap({ Int($0) }).first else { continue }
            let gaps = miss.bound.compactMap { byID[$0.event] }.compactMap { earlier in
                later.date.flatMap { date in earlier.date.map { date.days(since: $0) } }
            }
            let expected = report.asked.hasPrefix("at least") ? bound - missed : bound + missed
            #expect(missed > 0 && gaps.contains(expected), "\(place): \(gaps), \(expected)")
        }
    }

    @Test(
        "A bound that is missed by so many days is met once it is wider by as many, and not before",
        arguments: 1...150
    )
    func wider(seed: Int) throws {
        func pack(_ days: Int) throws -> RulePack {
            try Workshop.pack(
                matching: """
                    sequence { by = "pair", step "a" { type = "ASSAULT" },
                        step "b" { type = "ASSAULT", reverses = "a", within = days(\(days)) } }
                    """
            )
        }
        let snapshot = try EventStore(RandomEvents.events(count: 5, seed: UInt64(seed), days: 90)).snapshot()
        let narrow = try pack(2)
        guard let miss = try RuleExplainer(narrow).nearMiss(narrow.rules[0], snapshot),
            let missed = miss.reports.compactMap(\.daysMissed).first, miss.reports.count(where: { !$0.holds }) == 1
        else { return }
        let (wide, narrower) = (try pack(2 + missed), try pack(2 + missed - 1))
        #expect(RuleEngine([wide]).check(snapshot).alerts.count > 0, "\(miss)")
        #expect(RuleEngine([narrower]).check(snapshot).alerts.isEmpty, "\(miss)")
    }
}
