// Windows against a plain search that looks at every event for every window and knows nothing of columns or order.
import Chronology
import EventModel
import Testing

@testable import Rules

@Suite struct WindowReferenceTests {
    /// An event under a dyad: its first day, and the event.
    private struct Blow {
        let day: Int
        let event: Event
    }

    private static func events(_ seed: Int) -> [Event] {
        var generator = SplitMix(state: UInt64(seed) &* 977)
        return RandomEvents.events(count: 260, seed: UInt64(seed), days: 200).map { event in
            var event = event
            let killed = Int.random(in: -2...6, using: &generator)
            event.killed = killed < 0 ? nil : killed
            return event
        }
    }

    /// The dyads of sides, each with its dated attacks and threats by day.
    private static func dyads(_ events: [Event]) -> [[Blow]] {
        var dyads: [String: [Blow]] = [:]
        for event in events where event.type == .assault || event.type == .threaten {
            guard let date = event.date else { continue }
            for source in Set(event.source.map(ActorLevel.side.unit)) {
                for target in Set(event.target.map(ActorLevel.side.unit)) where source != target {
                    dyads["\(source) \(target)", default: []].append(Blow(day: Int(date.start.number), event: event))
                }
            }
        }
        return Array(dyads.values)
    }

    private static func inside(_ blows: [Blow], _ first: Int, _ last: Int) -> [Blow] {
        blows.filter { $0.day >= first && $0.day <= last }
    }

    private static func zScore(_ value: Double, _ past: [Double]) -> Double {
        let mean = past.reduce(0, +) / Double(past.count)
        let variance = past.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(past.count - 1)
        if variance == 0 { return value == mean ? 0 : value > mean ? .infinity : -.infinity }
        return (value - mean) / variance.squareRoot()
    }

    /// The events of windows that hold, each as its sorted ids.
    private func found(_ match: String, _ events: [Event]) throws -> Set<[String]> {
        let pack = try Workshop.pack(matching: match)
        #expect(pack.errors.isEmpty, "\(pack.errors)")
        let report = RuleEngine([pack]).check(try EventStore(events).snapshot())
        #expect(report.errors.isEmpty)
        return Set(report.alerts.map { $0.bindings[0].events.sorted() })
    }

    @Test(
        "sliding windows that hold are those that a plain search finds",
        arguments: 1...12,
        [
            "count = at_least(3)", "sum = { killed = at_least(9) }",
            "mean = { killed = at_most(2) }, count = at_least(2)",
            "median = { killed = at_least(4) }, distinct = { type = 2 }", "max = { killed = between(3, 4) }",
            "count = at_least(2), baseline = { past = days(100), zscore = at_least(1.5) }",
            "baseline = { past = days(100), of = \"killed\", zscore = at_least(2) }",
            "baseline = { past = days(60), ratio = at_least(2) }",
        ]
    )
    func sliding(seed: Int, measure: String) throws {
        let events = Self.events(seed)
        let firstDay = events.compactMap { $0.date.map { Int($0.start.number) } }.min() ?? 0
        let length = 20
        var expected: Set<[String]> = []
        for blows in Self.dyads(events) {
            for last in Set(blows.map(\.day)) {
                let inside = Self.inside(blows, last - length + 1, last)
                let killed = inside.compactMap { $0.event.killed }.sorted()
                let holds: Bool
                func windowsBefore(_ past: Int) -> [[Blow]] {
                    (1...(past / length)).filter { last - length + 1 - $0 * length >= firstDay }.map { back in
                        Self.inside(blows, last - (back + 1) * length + 1, last - back * length)
                    }
                }
                func sum(_ blows: [Blow]) -> Double { Double(blows.reduce(0) { $0 + ($1.event.killed ?? 0) }) }
                switch measure {
                case "count = at_least(3)": holds = inside.count >= 3
                case "sum = { killed = at_least(9) }": holds = sum(inside) >= 9
                case "mean = { killed = at_most(2) }, count = at_least(2)":
                    holds = inside.count >= 2 && !killed.isEmpty && sum(inside) / Double(killed.count) <= 2
                case "median = { killed = at_least(4) }, distinct = { type = 2 }":
                    let middle = killed.isEmpty ? -1 : (killed[(killed.count - 1) / 2] + killed[killed.count / 2])
                    holds = middle >= 8 && Set(inside.map(\.event.type)).count == 2
                case "max = { killed = between(3, 4) }": holds = (3...4).contains(killed.last ?? -1)
                case "count = at_least(2), baseline = { past = days(100), zscore = at_least(1.5) }":
                    let past = windowsBefore(100).map { Double($0.count) }
                    holds = inside.count >= 2 && past.count >= 4 && Self.zScore(Double(inside.count), past) >= 1.5
                case "baseline = { past = days(100), of = \"killed\", zscore = at_least(2) }":
                    let past = windowsBefore(100).map(sum)
                    holds = past.count >= 4 && Self.zScore(sum(inside), past) >= 2
                default:
                    let first = max(last - length + 1 - 60, firstDay)
                    let days = last - length + 1 - first
                    let usual = Double(Self.inside(blows, first, last - length).count * length) / Double(max(days, 1))
                    holds = days >= length && Double(inside.count) >= 2 * usual
                }
                if holds { expected.insert(inside.map(\.event.id).sorted()) }
            }
        }
        let match = """
            window { by = "dyad", sliding = days(\(length)), after_match = "no_skip",
                where = { type = { "ASSAULT", "THREATEN" } }, \(measure) }
            """
        #expect(try found(match, events) == expected)
    }

    @Test("weeks, months and sessions that hold are those that a plain search finds", arguments: 1...12)
    func blocks(seed: Int) throws {
        let events = Self.events(seed)
        var expected: [String: Set<[String]>] = [:]
        for blows in Self.dyads(events) {
            var weeks: [Int: [Blow]] = [:]
            var months: [String: [Blow]] = [:]
            var sessions: [[Blow]] = []
            for blow in blows.sorted(by: { $0.day < $1.day }) {
                // 1970-01-01 was a Thursday.
                weeks[Int((Double(blow.day + 3) / 7).rounded(.down)), default: []].append(blow)
                months[String("\(Day(number: Int32(blow.day)))".prefix(7)), default: []].append(blow)
                if let last = sessions.last?.last, blow.day - last.day <= 6 {
                    sessions[sessions.count - 1].append(blow)
                } else {
                    sessions.append([blow])
                }
            }
            let kinds = [
                ("tumbling = weeks(1)", Array(weeks.values)), ("tumbling = \"month\"", Array(months.values)),
                ("session = days(6)", sessions),
            ]
            for (kind, windows) in kinds {
                let ids = windows.filter { $0.count >= 2 }.map { $0.map(\.event.id).sorted() }
                expected[kind, default: []].formUnion(ids)
            }
        }
        for (kind, windows) in expected {
            let match = """
                window { by = "dyad", \(kind), where = { type = { "ASSAULT", "THREATEN" } }, count = at_least(2) }
                """
            #expect(try found(match, events) == windows, "\(kind)")
        }
    }

    @Test("a window rule has a near miss where it has no alert, and none where it has one", arguments: 1...40)
    func nearMiss(seed: Int) throws {
        let events = Array(Self.events(seed).prefix(12))
        let matches = [
            "window { by = \"dyad\", sliding = days(60), where = { type = \"ASSAULT\" }, count = at_least(3) }",
            "window { by = \"source\", sliding = days(14), sum = { killed = at_least(8) }, distinct = { type = 2 } }",
            "window { by = \"pair\", session = days(9), baseline = { past = days(80), surprise = at_least(1) } }",
        ]
        for match in matches {
            let pack = try Workshop.pack(matching: match)
            let snapshot = try EventStore(events).snapshot()
            let explainer = RuleExplainer(pack)
            let alerts = try explainer.alerts(pack.rules[0], snapshot)
            let miss = try explainer.nearMiss(pack.rules[0], snapshot)
            #expect(alerts.isEmpty == (miss != nil))
            for explanation in alerts { #expect(explanation.steps[0].reports.filter { !$0.holds }.isEmpty) }
            if let miss, miss.stage == .measure { #expect(miss.reports.contains { !$0.holds }) }
        }
    }
}

@Suite struct WindowReplayTests {
    @Test("windows stand the same whatever the order in which events are reported", arguments: 1...6)
    func replay(seed: Int) throws {
        let pack = try Workshop.pack(
            """
            rule "count" { kind = "k",
                match = window { by = "dyad", sliding = days(20), where = { type = "ASSAULT" }, count = at_least(2) } }
            rule "baseline" { kind = "k", match = window { by = "source", sliding = days(10), count = at_least(2),
                baseline = { past = days(60), zscore = at_least(1) } } }
            rule "month" { kind = "k", match = window { by = "pair", tumbling = "month", per = weeks(1), trend = at_least(0.2) } }
            """
        )
        #expect(pack.errors.isEmpty, "\(pack.errors)")
        let events = RandomEvents.events(count: 90, seed: UInt64(seed), days: 120)
        let expected = RuleEngine([pack]).check(try EventStore(events).snapshot()).alerts
        #expect(Set(expected.map(\.rule)).count >= 2)
        var generator = SplitMix(state: UInt64(seed))
        let engine = IncrementalEngine([pack])
        for event in events.shuffled(using: &generator) { _ = try engine.apply([.event(event)]) }
        #expect(engine.alerts == expected)
    }
}
