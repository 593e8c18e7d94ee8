// Reports in any order end in the alerts of a check of everything at once.
import Chronology
import EventModel
import Testing

@testable import Rules

@Suite struct IncrementalTests {
    private static let blows = "type = { \"ASSAULT\", \"COERCE\" }"

    /// Rules of all kinds: pairs, runs, absences, answers, keys of every scope, functions, alerts of other rules.
    private static let rules = """
        rule "mirrored" { kind = "k", match = sequence { by = "pair", step "a" { \(blows) },
            step "b" { \(blows), reverses = "a", one_of { answers = "a", within = days(9) } } },
            alert = function(m) return tostring(m.b.source) .. " hits back, " .. tostring(m.b.date) end }
        rule "first_wins" { kind = "k", match = sequence { by = "dyad", after_match = "used_events", step "a" { \(blows) },
            step "b" { \(blows), same_dyad = "a", within = days(20) } } }
        rule "again" { kind = "k", match = sequence { by = "pair", after_match = "no_skip", suppress = days(12),
            step "a" { type = "THREATEN" }, step "b" { \(blows), same_dyad = "a", within = days(30) } } }
        rule "either" { kind = "k", match = sequence { by = "dyad", suppress = days(9), step "a" { type = "THREATEN" },
            one_of { step "b" { \(blows) }, step "c" { type = "COERCE", within = days(20) } } } }
        rule "pending" { kind = "k", match = sequence { by = "dyad", step "threat" { type = "THREATEN" },
            absent { \(blows), within = days(25) } } }
        rule "out_of_the_blue" { kind = "k", match = sequence { by = pair { level = "country" },
            absent { type = "THREATEN", within = days(30) }, step "blow" { type = "ASSAULT", hostility = at_least(4) } } }
        rule "talks_between" { kind = "k", match = sequence { by = "pair", within = days(60), step "a" { \(blows) },
            absent { type = "AGREE" }, step "b" { type = "MOBILIZE" }, step "c" { optional(), type = "THREATEN" } } }
        rule "burst" { kind = "k", match = sequence { by = "source", within = days(14),
            step "run" { type = "ASSAULT", times(3, 6) } } }
        rule "anyone" { kind = "k", match = sequence { by = "actor", step "a" { type = "AGREE" },
            step "b" { type = "COERCE", new_party = "a", within = days(5) } } }
        rule "here" { kind = "k", match = sequence { by = "article", step "a" { \(blows) }, step "b" { answers = "a" } } }
        rule "answered" { kind = "k", match = sequence { step "a" { in_response_to = known(), type = "ASSAULT" } } }
        rule "asked" { kind = "k", match = sequence { by = "pair", step "a" { \(blows),
            where = function(e) return #e.source > 1 or #e.target > 1 or #e.in_response_to > 0 end },
            step "b" { type = "MOBILIZE", within = days(40),
                where = function(e, m) return e.hostility ~= m.a.hostility end } } }
        rule "by_hand" { kind = "run", run = function(events)
            local count = events:where { type = "MOBILIZE" }:count()
            for e in events:where { type = "MOBILIZE" }:each() do
                if e.aggregate then alert { summary = "one of " .. count, events = { e } } end
            end
        end }
        rule "rounds" { kind = "k2", match = sequence { by = "pair", within = days(60),
            step "rounds" { alert = { rule = { "mirrored", "by_hand" } }, times(2, 3) } } }
        rule "no_round" { kind = "k3", match = sequence { by = "pair", step "x" { alert = "burst" },
            absent { alert = { kind = "k2" }, within = days(40) } } }
        """

    private static func pack() throws -> RulePack {
        let pack = try Workshop.pack(rules)
        if let error = pack.errors.first { throw error }
        return pack
    }

    private static let militias = ["one", "two"].map {
        Actor(id: $0, name: $0, country: "IRQ", sector: .rebels, backer: "IRN", family: "militias", text: $0)
    }
    private static let family = Actor(id: "militias", name: "militias", country: nil, sector: .rebels, text: "them")

    /// Random events in which some sides are armed groups, and some the family of those groups.
    static func events(_ count: Int, seed: Int) -> [Event] {
        var generator = SplitMix(state: UInt64(seed) &* 7919)
        return RandomEvents.events(count: count, seed: UInt64(seed), days: 120).map { event in
            var event = event
            let choice = Int.random(in: 0..<12, using: &generator)
            if choice < 2 { event.source = [militias[choice]] }
            if choice == 2 { event.target = [militias[Int.random(in: 0..<2, using: &generator)]] }
            if choice == 3 { event.source = [family] }
            if choice == 4 { event.target.append(family) }
            return event
        }
    }

    /// What is reported of events in the end, and everything that was reported, in some order.
    private static func reports(_ events: [Event], seed: Int) -> (final: [Event], reports: [EventReport]) {
        var generator = SplitMix(state: UInt64(seed) &* 104_729 &+ 1)
        var final: [Event] = []
        var reports: [EventReport] = []
        for event in events {
            var event = event
            let revisions = Int.random(in: 0..<3, using: &generator)
            for revision in 0..<revisions {
                var early = events[Int.random(in: 0..<events.count, using: &generator)]
                early.id = event.id
                early.revision = revision
                reports.append(.event(early))
                if Int.random(in: 0..<6, using: &generator) == 0 {
                    reports.append(.removal(id: event.id, revision: revision))
                }
            }
            event.revision = revisions
            if Int.random(in: 0..<8, using: &generator) == 0 {
                reports.append(.removal(id: event.id, revision: revisions))
            } else {
                final.append(event)
            }
            reports.append(.event(event))
        }
        return (final, reports.shuffled(using: &generator))
    }

    private static func batch(_ pack: RulePack, _ events: [Event]) throws -> [Alert] {
        let report = RuleEngine([pack]).check(try EventStore(events).snapshot())
        if let error = report.errors.first { throw error }
        return report.alerts
    }

    @Test(
        "Any order of reports, revisions and removals ends in the alerts of a check of what is left",
        arguments: 1...60
    )
    func anyOrder(seed: Int) throws {
        let pack = try Self.pack()
        let (final, reports) = Self.reports(Self.events(70, seed: seed), seed: seed)
        let expected = try Self.batch(pack, final)
        #expect(Set(expected.map(\.rule)).count >= 6)
        let engine = IncrementalEngine([pack])
        var generator = SplitMix(state: UInt64(seed))
        var standing: [String: Alert] = [:]
        var rest = reports[...]
        while !rest.isEmpty {
            let some = rest.prefix(Int.random(in: 1...20, using: &generator))
            rest = rest.dropFirst(some.count)
            let changes = try #require(try engine.apply(Array(some)))
            #expect(changes.evictions.isEmpty)
            for var alert in changes.alerts {
                let before = standing[alert.fingerprint]
                let status = alert.status
                alert.status = .new
                switch status {
                case .new: #expect(before == nil)
                case .updated: #expect(before != nil && before != alert)
                case .withdrawn: #expect(before == alert)
                }
                standing[alert.fingerprint] = status == .withdrawn ? nil : alert
            }
        }
        #expect(engine.errors.isEmpty)
        #expect(engine.alerts == expected)
        #expect(Set(standing.values) == Set(expected))
    }

    @Test("After each report the alerts are those of a check of what is known by then", arguments: 61...66)
    func eachStep(seed: Int) throws {
        let pack = try Self.pack()
        let engine = IncrementalEngine([pack])
        var known: [String: Event] = [:]
        for event in Self.events(40, seed: seed) {
            _ = try engine.apply([.event(event)])
            known[event.id] = event
            #expect(engine.alerts == (try Self.batch(pack, Array(known.values))))
        }
        // And back again, oldest first.
        for id in known.keys.sorted() {
            _ = try engine.apply([.removal(id: id, revision: 0)])
            known[id] = nil
            #expect(engine.alerts == (try Self.batch(pack, Array(known.values))))
        }
        #expect(engine.alerts.isEmpty && engine.eventCount == 0)
    }

    @Test("All events replaced at once, whatever their revisions, are as good as new ones", arguments: 1...10)
    func replaced(seed: Int) throws {
        let pack = try Self.pack()
        let engine = IncrementalEngine([pack])
        for part in [Self.events(60, seed: seed), Self.events(80, seed: seed + 1), []] {
            _ = try engine.replace(by: part)
            #expect(engine.alerts == (try Self.batch(pack, part)))
        }
    }

    @Test("The core pack gives the same alerts in any order of reports", arguments: 1...4)
    func corePack(seed: Int) throws {
        let pack = try Workshop.pack(folder: "rules/escalation")
        let (final, reports) = Self.reports(Self.events(120, seed: seed), seed: seed)
        let engine = IncrementalEngine([pack])
        for start in stride(from: 0, to: reports.count, by: 8) {
            _ = try engine.apply(Array(reports[start..<min(start + 8, reports.count)]))
        }
        let expected = try Self.batch(pack, final)
        #expect(expected.count > 10)
        #expect(engine.alerts == expected)
    }

    @Test("A report matches the keys of its event again, and no others")
    func touchesLittle() throws {
        let pack = try Workshop.pack(
            matching: "sequence { by = \"pair\", step \"a\" {}, step \"b\" { reverses = \"a\" } }"
        )
        let engine = IncrementalEngine([pack])
        let drafts = ["ISR", "RUS", "UKR", "CHN"].map { Workshop.draft("2024-01-01", "IRN", $0) }
        let events = try Workshop.events(drafts + [Workshop.draft("2024-01-05", "UKR", "IRN")])
        #expect(try engine.apply(events.dropLast().map(EventReport.event))?.keyCount == 4)
        let changes = try #require(try engine.apply([.event(events[4])]))
        #expect(changes.keyCount == 1 && changes.alerts.map(\.status) == [.new])
        #expect(try engine.apply([.event(events[4])]) == AlertChanges())
    }

    @Test("What an alert says is updated; evidence that is replaced withdraws one alert and raises another")
    func statuses() throws {
        let pack = try Workshop.pack(
            matching: "sequence { by = \"pair\", step \"a\" {}, step \"b\" { reverses = \"a\", within = days(7) } }"
        )
        let engine = IncrementalEngine([pack])
        var events = try Workshop.events([
            Workshop.draft("2024-01-01", "IRN", "USA"), Workshop.draft("2024-01-05", "USA", "IRN"),
            Workshop.draft("2024-01-03", "IRN", "USA"),
        ])
        func report(_ place: Int, _ change: (inout Event) -> Void = { _ in }) throws -> [String] {
            events[place].revision += 1
            change(&events[place])
            return try #require(try engine.apply([.event(events[place])])).alerts.map { alert in
                "\(alert.status.rawValue) \(alert.date?.description ?? "")"
            }
        }
        #expect(try report(1) == [])
        #expect(try report(0) == ["new 2024-01-05"])
        #expect(try report(1) { $0.date = DaySpan(iso: "2024-01-06") } == ["updated 2024-01-06"])
        #expect(Set(try report(2)) == ["withdrawn 2024-01-06", "new 2024-01-06"])
        #expect(try report(1) { $0.date = DaySpan(iso: "2024-02-06") } == ["withdrawn 2024-01-06"])
        // A report of an old revision that comes late says nothing.
        var late = events[1]
        late.revision = 1
        late.date = DaySpan(iso: "2024-01-04")
        #expect(try engine.apply([.event(late)]) == AlertChanges())
    }

    @Test(
        "Beyond a cap the oldest events are let go, which is reported, and the alerts on them stay",
        arguments: [
            (EngineCaps(eventsPerKey: 10), Eviction.Cap.eventsPerKey), (EngineCaps(keys: 2), .keys),
            (EngineCaps(events: 20), .events),
        ]
    )
    func caps(caps: EngineCaps, cap: Eviction.Cap) throws {
        let pack = try Workshop.pack(
            matching: """
                sequence { by = "pair", step "a" { type = "ASSAULT" },
                    step "b" { type = "ASSAULT", reverses = "a", within = days(3) } }
                """
        )
        let engine = IncrementalEngine([pack], caps: caps)
        var withdrawn = 0
        var count = 0
        var evictions: Set<Eviction.Cap> = []
        let sides = ["USA", "IRN", "ISR", "RUS"]
        for number in 0..<60 {
            // One exchange after the other; the pair changes every twenty events.
            let (one, other) = (sides[number / 20], sides[number / 20 + 1])
            let day = Day(year: 2024, month: 1, day: 1).map { $0.advanced(by: number * 2) }
            var draft = Workshop.draft(nil, number % 2 == 0 ? one : other, number % 2 == 0 ? other : one)
            draft.date = day.map { DaySpan($0) }
            var event = try Workshop.events([draft])[0]
            event.id = Digest.eventID(article: "x", span: number..<number + 1, trigger: 0..<1, ordinal: 0)
            let changes = try #require(try engine.apply([.event(event)]))
            withdrawn += changes.alerts.count { $0.status == .withdrawn }
            count += changes.alerts.count { $0.status == .new }
            evictions.formUnion(changes.evictions.map(\.cap))
        }
        #expect(evictions == [cap] && withdrawn == 0)
        #expect(count == 57 && engine.alerts.count == 57)
        #expect(cap != .events || engine.eventCount <= 20)
    }

    @Test("A rule that fails under one key gives no alerts until that key is right again")
    func failures() throws {
        let pack = try Workshop.pack(
            """
            rule "r" { kind = "k", match = sequence { by = "dyad",
                step "x" { where = function(e) return e.killed > 0 end } } }
            rule "over" { kind = "k2", match = step "x" { alert = "r" } }
            """
        )
        let engine = IncrementalEngine([pack])
        var events = try Workshop.events([
            Workshop.draft("2024-01-01", "IRN", "USA") { $0.killed = 3 }, Workshop.draft("2024-01-02", "RUS", "UKR"),
        ])
        #expect(try engine.apply([.event(events[0])])?.alerts.count == 2)
        #expect(try engine.apply([.event(events[1])])?.alerts.map(\.status) == [.withdrawn, .withdrawn])
        #expect(engine.errors.map(\.code) == ["lua_runtime", "needed_rule_failed"])
        events[1].killed = 1
        events[1].revision = 1
        #expect(try engine.apply([.event(events[1])])?.alerts.map(\.status) == [.new, .new, .new, .new])
        #expect(engine.errors.isEmpty)
    }

    @Test("An engine that was stopped says nothing more")
    func stopped() throws {
        let pack = try Self.pack()
        let engine = IncrementalEngine([pack])
        let sign = StopSign()
        sign.raise()
        #expect(try engine.replace(by: Self.events(50, seed: 1), stop: sign) == nil)
        #expect(try engine.apply([]) == nil)
    }
}
