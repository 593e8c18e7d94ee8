// Benchmarks of rules: a mirrored sequence, a burst, a hundred varied rules.
import EventModel
import LuaRuntime
import Rules

extension Benchmark {
    /// The benchmarks of rules.
    static let rules = [sequences, hundred, incremental]

    private static let incremental = Benchmark(name: "incremental", summary: "alerts kept up to date") { bench in
        let blows = "type = { \"ASSAULT\", \"COERCE\" }"
        let text = """
            rule "mirrored" { kind = "k", match = sequence { by = "pair", step "a" { \(blows) },
                step "b" { \(blows), reverses = "a", within = days(7) } } }
            rule "pending" { kind = "k", match = sequence { by = "dyad", step "threat" { type = "THREATEN" },
                absent { \(blows), within = days(30) } } }
            rule "burst" { kind = "k", match = sequence { by = "source", within = days(3),
                step "run" { type = "ASSAULT", times(at_least(5)) } } }
            """
        let pack = try RulePack(name: "bench", files: [RuleFile(path: "bench.lua", bytes: Array(text.utf8))])
        if let error = pack.errors.first { throw error }
        let count = bench.eventCount / 10
        let events = Array(SyntheticEvents(count: count + 1000))
        let engine = IncrementalEngine([pack])
        let first = try Measurement(each: [Array(events.prefix(count))]) { _ = try engine.replace(by: $0) }
        var keys = 0
        let later = try Measurement(each: events.suffix(1000)) { event in
            keys += try engine.apply([.event(event)])?.keyCount ?? 0
        }
        return [
            Row(
                what: "\(count) events at once, 3 rules (\(engine.alerts.count) alerts)",
                figure: Bench.number(first.processor * 1000) + " ms",
                clock: Bench.number(first.clock * 1000) + " ms",
                goal: ""
            ),
            Row(
                what: "one more, \(Bench.number(Double(keys) / 1000)) keys matched again",
                figure: Bench.number(later.processor * 1e6) + " µs",
                clock: Bench.number(later.clock * 1e6) + " µs",
                goal: ""
            ),
        ]
    }

    private static let sequences = Benchmark(name: "sequences", summary: "matches of one rule, no alerts") { bench in
        let snapshot = try bench.snapshot()
        let key = "by = pair { level = \"id\" }"
        let blows = "type = { \"ASSAULT\", \"COERCE\" }"
        return [
            try matches(
                "mirrored within 7 days, every event",
                "sequence { \(key), step \"a\" {}, step \"b\" { reverses = \"a\", within = days(7) } }",
                goal: "≥ 50 M events/s",
                bench,
                snapshot
            ),
            try matches(
                "mirrored within 7 days, two types",
                "sequence { \(key), step \"a\" { \(blows) }, "
                    + "step \"b\" { \(blows), reverses = \"a\", within = days(7) } }",
                goal: "≥ 50 M events/s",
                bench,
                snapshot
            ),
            try matches(
                "threat, blow and reply within 60 days",
                "sequence { \(key), within = days(60), step \"threat\" { type = \"THREATEN\" }, "
                    + "step \"blow\" { \(blows), same_dyad = \"threat\" }, "
                    + "step \"reply\" { \(blows), reverses = \"blow\" } }",
                bench,
                snapshot
            ),
            try matches(
                "threat with no force after it",
                "sequence { by = \"dyad\", step \"threat\" { type = \"THREATEN\" }, absent { \(blows) } }",
                bench,
                snapshot
            ),
            try matches(
                "burst of three within 14 days",
                "sequence { by = \"source\", within = days(14), step \"run\" { \(blows), times(at_least(3)) } }",
                bench,
                snapshot
            ),
            try matches(
                "window of 30 days with five blows, by dyad",
                "window { by = \"dyad\", sliding = days(30), where = { \(blows) }, count = at_least(5) }",
                bench,
                snapshot
            ),
            try matches(
                "window of a week with a z-score of 2 over 12 weeks, by dyad",
                "window { by = \"dyad\", sliding = weeks(1), where = { \(blows) }, count = at_least(2), "
                    + "baseline = { past = weeks(12), zscore = at_least(2) } }",
                bench,
                snapshot
            ),
            try matches(
                "tumbling month with 100 killed, by source",
                "window { by = \"source\", tumbling = \"month\", where = { \(blows) }, "
                    + "sum = { killed = at_least(100) } }",
                bench,
                snapshot
            ),
        ]
    }

    private static func matches(
        _ what: String,
        _ match: String,
        goal: String = "",
        _ bench: Bench,
        _ snapshot: EventStore.Snapshot
    ) throws -> Row {
        let pack = try RulePack(
            name: "bench",
            files: [RuleFile(path: "bench.lua", bytes: Array("rule \"r\" { kind = \"k\", match = \(match) }".utf8))]
        )
        if let error = pack.errors.first { throw error }
        var count = 0
        let measurement = try Measurement(rounds: bench.rounds) {
            count = try RuleEngine.matchCount(pack.rules[0], snapshot)
        }
        let rate = Double(snapshot.count) / measurement.processor / 1e6
        return Row(
            what: "\(what) (\(count) matches)",
            figure: Bench.number(rate) + " M events/s",
            clock: Bench.number(measurement.clock * 1000) + " ms",
            goal: goal
        )
    }

    private static let hundred = Benchmark(name: "hundred", summary: "100 varied rules with their alerts") { bench in
        let snapshot = try bench.snapshot()
        let types = EventType.allCases.map(\.rawValue)
        let rules = (0..<100).map { number in
            let (one, other) = (types[number % 16], types[(number * 7 + 3) % 16])
            let match =
                switch number % 4 {
                case 0:
                    "sequence { by = \"pair\", suppress = days(365), step \"a\" { type = \"\(one)\", "
                        + "killed = at_least(\(number)) }, step \"b\" { type = \"\(other)\", reverses = \"a\", "
                        + "within = days(\(1 + number % 9)) } }"
                case 1:
                    "sequence { by = \"dyad\", step \"a\" { type = \"\(one)\", hostility = at_least(4), "
                        + "source = \"C\(number % 60)\", mode = \"explosives\" }, absent { type = \"\(other)\" } }"
                case 2:
                    "sequence { by = \"source\", within = days(3), step \"a\" { type = \"\(one)\", "
                        + "killed = at_least(\(number)), times(at_least(3)) } }"
                default:
                    "step \"a\" { type = \"\(one)\", location = \"C\(number % 60)\", killed = at_least(\(number)), "
                        + "source = { backer = \"C\(number % 7)\" } }"
                }
            return "rule \"r\(number)\" { kind = \"k\", match = \(match) }"
        }
        let file = RuleFile(path: "bench.lua", bytes: Array(rules.joined(separator: "\n").utf8))
        let pack = try RulePack(name: "bench", files: [file])
        if let error = pack.errors.first { throw error }
        let engine = RuleEngine([pack])
        var count = 0
        let measurement = Measurement(rounds: 3) { count = engine.check(snapshot).alerts.count }
        return [
            Row(
                what: "100 rules (\(count) alerts)",
                figure: Bench.number(measurement.processor) + " s",
                clock: Bench.number(measurement.clock * 1000) + " ms",
                goal: "≤ 2 s"
            )
        ]
    }
}
