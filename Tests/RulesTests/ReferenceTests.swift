// The matcher against a plain search over events that knows nothing of columns, keys or order of trying.
import Chronology
import EventModel
import Testing

@testable import Rules

@Suite struct ReferenceTests {
    private static func units(_ actors: [Actor]) -> Set<String> { Set(actors.map(ActorLevel.side.unit)) }

    private static func gap(_ later: Event, _ earlier: Event) -> Int? {
        guard let later = later.date, let earlier = earlier.date else { return nil }
        return later.days(since: earlier)
    }

    /// Whether `first` comes before `second`, from the words of the design.
    private static func precedes(_ first: Event, _ second: Event, order: [String: Int]) -> Bool {
        guard let one = first.date, let other = second.date else { return second.inResponseTo.contains(first.id) }
        if one.start != other.start { return one.start < other.start }
        if second.inResponseTo.contains(first.id) { return true }
        if first.inResponseTo.contains(second.id) { return false }
        return order[first.id, default: 0] < order[second.id, default: 0]
    }

    /// Whether some two different sides act upon each other in these two events.
    private static func reverses(_ first: Event, _ second: Event) -> Bool {
        for source in units(first.source) {
            for target in units(first.target) where source != target {
                if units(second.source).contains(target), units(second.target).contains(source) { return true }
            }
        }
        return false
    }

    @Test("the last events of mirrored sequences are those that a plain search finds", arguments: 1...40)
    func mirrored(seed: Int) throws {
        let events = RandomEvents.events(count: 60, seed: UInt64(seed), days: 60)
        let pack = try Workshop.pack(
            matching: """
                sequence { by = "pair", after_match = "no_skip", step "a" { type = { "ASSAULT", "COERCE" } },
                    step "b" { type = { "ASSAULT", "COERCE" }, reverses = "a",
                        one_of { { answers = "a" }, { within = days(5), min_gap = days(1) } } } }
                """
        )
        let snapshot = try EventStore(events).snapshot()
        let found = RuleEngine([pack]).check(snapshot).alerts.map { $0.bindings[1].events[0] }
        var order: [String: Int] = [:]
        for row in 0..<snapshot.count { order[snapshot.id(row)] = row }
        let blows = events.filter { $0.type == .assault || $0.type == .coerce }
        let expected = blows.filter { reply in
            blows.contains { blow in
                guard blow.id != reply.id, Self.reverses(blow, reply), Self.precedes(blow, reply, order: order) else {
                    return false
                }
                if reply.inResponseTo.contains(blow.id) { return true }
                return Self.gap(reply, blow).map { (1...5).contains($0) } ?? false
            }
        }
        #expect(Set(found) == Set(expected.map(\.id)))
    }

    @Test(
        "the pass over rows, the short way and the long way find the same pairs",
        arguments: SkipStrategy.allCases,
        ["reverses = \"a\"", "same_dyad = \"a\", min_gap = days(2)"]
    )
    func ways(skip: SkipStrategy, relation: String) throws {
        let pack = try Workshop.pack(
            matching: """
                sequence { by = "pair", after_match = "\(skip.rawValue)", step "a" { type = { "ASSAULT", "COERCE" } },
                    step "b" { type = { "ASSAULT", "MOBILIZE" }, \(relation), within = days(9) } }
                """
        )
        let plan = try #require(pack.rules[0].plans.first)
        for seed in 1...10 {
            let events = RandomEvents.events(count: 300, seed: UInt64(seed), days: 200, alone: true)
            let snapshot = try EventStore(events).snapshot()
            let context = MatchContext(snapshot)
            let (index, masks) = (context.keys(plan.pattern.key), context.masks(plan))
            #expect(index.single != nil)
            func pairs(_ index: KeyIndex, probe: MatchProbe?) throws -> Set<[Int]> {
                var matcher = SequenceMatcher(plan, in: context, units: context.units(.side))
                matcher.probe = probe
                let matches = try matcher.matches(index, masks: masks).flatMap { $0.matches(plan) }
                #expect(Set(matches.map(\.rows)).count == matches.count)
                return Set(matches.map(\.rows))
            }
            let byRows = try pairs(index, probe: nil)
            #expect(byRows.count > 5)
            #expect(byRows == (try pairs(index.withoutSingle, probe: nil)))
            #expect(byRows == (try pairs(index, probe: MatchProbe())))
        }
    }

    @Test("threats that are pending are those after which a plain search finds no force", arguments: 1...40)
    func pending(seed: Int) throws {
        let events = RandomEvents.events(count: 40, seed: UInt64(seed), days: 90)
        let pack = try Workshop.pack(
            matching: """
                sequence { by = "dyad", step "threat" { type = "THREATEN" }, absent { type = "ASSAULT" } }
                """
        )
        let snapshot = try EventStore(events).snapshot()
        let found = RuleEngine([pack]).check(snapshot).alerts.map { $0.evidence[0] }
        var order: [String: Int] = [:]
        for row in 0..<snapshot.count { order[snapshot.id(row)] = row }
        let expected = events.filter { threat in
            guard threat.type == .threaten else { return false }
            // One of its dyads must be without force; each stands for itself.
            return Self.units(threat.source).contains { source in
                Self.units(threat.target).contains { target in
                    source != target
                        && !events.contains { blow in
                            blow.type == .assault && Self.units(blow.source).contains(source)
                                && Self.units(blow.target).contains(target)
                                && Self.precedes(threat, blow, order: order)
                        }
                }
            }
        }
        #expect(Set(found) == Set(expected.map(\.id)))
    }

    @Test("a rule has a near miss where it has no alert, and none where it has one", arguments: 1...60)
    func nearMiss(seed: Int) throws {
        let events = RandomEvents.events(count: 6, seed: UInt64(seed), days: 30)
        let pack = try Workshop.pack(folder: "rules/escalation")
        let snapshot = try EventStore(events).snapshot()
        let explainer = RuleExplainer(pack)
        for rule in pack.rules {
            // A rule that is one function has no near miss.
            guard case .match = rule.search else { continue }
            let alerts = try explainer.alerts(rule, snapshot)
            let miss = try explainer.nearMiss(rule, snapshot)
            #expect(alerts.isEmpty == (miss != nil), "\(rule.id)")
            for explanation in alerts {
                for step in explanation.steps {
                    #expect(step.reports.filter { !$0.holds }.isEmpty, "\(rule.id): \(step.reports)")
                }
            }
            guard let miss else { continue }
            let isTold = miss.stage == .step || miss.stage == .relation
            #expect(!isTold || miss.reports.contains { !$0.holds }, "\(rule.id): \(miss)")
        }
    }
}

extension KeyIndex {
    /// The index of a snapshot in which some event stands under several keys: the pass over rows cannot be taken.
    fileprivate var withoutSingle: KeyIndex {
        KeyIndex(groups: groups, members: members, bySides: bySides, single: nil)
    }
}
