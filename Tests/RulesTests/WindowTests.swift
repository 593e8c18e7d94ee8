// Windows: how they lie in time, what they measure, what they say of it.
import Chronology
import EventModel
import Testing

@testable import Rules

@Suite struct WindowTests {
    /// Attacks by IRN on USA on these days of 2024, counted from the first of January.
    private static func attacks(_ days: [Int], _ target: String = "USA") -> [EventDraft] {
        days.map { Workshop.draft(date($0), "IRN", target) }
    }

    private static func date(_ day: Int) -> String { "\(Day(number: Int32(19_722 + day)))" }

    private func alerts(_ match: String, _ drafts: [EventDraft]) throws -> [String] {
        let pack = try Workshop.pack(matching: match)
        if let error = pack.errors.first { throw error }
        return try Workshop.alerts(pack, drafts).map { $0.replacing("events ", with: "") }
    }

    @Test(
        "windows lie in time as they say, and overlapping ones raise one alert an episode",
        arguments: [
            // Three in ten days: the first day on which that holds, and again after it has failed.
            ("sliding = days(10)", [1, 5, 10, 12, 40, 41, 42], ["1+2+3", "5+6+7"]),
            ("sliding = days(10)", [1, 5, 11], []),
            ("sliding = days(10), after_match = \"no_skip\"", [1, 5, 10, 12], ["1+2+3", "2+3+4"]),
            ("sliding = days(10), after_match = \"skip_past_last_event\"", [1, 2, 3, 4, 5, 6, 7], ["1+2+3", "4+5+6"]),
            // 2024-01-01 is a Monday.
            ("tumbling = weeks(1)", [1, 3, 7, 8, 9], ["1+2+3"]),
            ("tumbling = weeks(1)", [6, 7, 8], []),
            ("tumbling = \"month\"", [1, 30, 31, 32], ["1+2+3"]),
            ("session = days(4)", [1, 5, 9, 14, 16], ["1+2+3"]),
            ("session = days(5)", [1, 5, 9, 14, 16, 30], ["1+2+3+4+5"]),
            // What happens on one day is in the window together.
            ("sliding = days(1)", [3, 3, 3, 4], ["1+2+3"]),
        ]
    )
    func spans(span: String, days: [Int], expected: [String]) throws {
        let found = try alerts("window { by = \"dyad\", \(span), count = at_least(3) }", Self.attacks(days))
        #expect(found == expected)
    }

    @Test(
        "measures are taken of the events under one key that meet `where`",
        arguments: [
            ("count = at_least(4)", true), ("count = at_least(5)", false), ("count = between(2, 4)", true),
            ("count = 4", true), ("count = none { 4 }", false), ("count = { min = 5 }", false),
            ("sum = { killed = at_least(17) }", true), ("sum = { killed = at_least(18) }", false),
            ("mean = { killed = at_least(17 / 3) }", true), ("mean = { killed = at_least(6) }", false),
            ("median = { killed = 4 }", true), ("max = { killed = 12 }", true), ("min = { killed = 1 }", true),
            ("percentile = { at = 50, killed = 4 }", true), ("percentile = { at = 100, killed = 4 }", false),
            ("max = { wounded = at_least(0) }", false), ("sum = { wounded = 0 }", true),
            ("distinct = { target = 2 }", true), ("distinct = { target = at_least(3) }", false),
            ("distinct = { actor = 3, type = 1, source = 1, day = 4 }", true), ("distinct = { day = 5 }", false),
            ("distinct = { type = at_least(2) }", false),
            ("sum = { weight = at_most(-36) }", true), ("sum = { weight = at_most(-36.1) }", false),
            ("weights = { ASSAULT = 2 }, sum = { weight = 8 }", true),
            ("weights = { THREATEN = 2 }, sum = { weight = 0 }", true),
            ("per = weeks(1), trend = 0", true), ("per = weeks(1), trend = at_least(0.1)", false),
            ("per = weeks(1), trend = { killed = between(2.89, 2.91) }", true),
        ]
    )
    func measures(measure: String, fires: Bool) throws {
        var drafts = Self.attacks([1, 10, 20]) + Self.attacks([28], "ISR")
        for (place, killed) in [1, 4, nil, 12].enumerated() {
            drafts[place].killed = killed
            // Its Goldstein value is −9.
            drafts[place].cameo = "180"
        }
        drafts += [Workshop.draft("2024-01-05", "IRN", "SAU", .threaten), Workshop.draft("2024-01-06", "RUS", "UKR")]
        // One attack in each of the four weeks; 1, 4, 0 and 12 killed.
        let match =
            "window { by = \"source\", sliding = days(28), where = { type = \"ASSAULT\", source = \"IRN\" }, "
            + "after_match = \"no_skip\", \(measure) }"
        let found = try alerts(match, drafts)
        #expect(found.contains { $0.hasSuffix("4") } == fires, "\(found)")
    }

    @Test(
        "a baseline is the key's own past, from the first day of all events on",
        arguments: [
            // Ten quiet weeks that somebody else's event opens, then five attacks.
            ("zscore = at_least(2)", true, true), ("surprise = at_least(3)", true, true),
            ("ratio = at_least(3)", true, true),
            // The same without anything before: the past is unknown, not quiet.
            ("zscore = at_least(2)", false, false), ("surprise = at_least(3)", false, false),
            ("ratio = at_least(3)", false, false),
        ]
    )
    func baseline(measure: String, isOpened: Bool, fires: Bool) throws {
        var drafts = Self.attacks([71, 72, 73, 74, 75])
        if isOpened { drafts.append(Workshop.draft("2024-01-01", "RUS", "UKR")) }
        let match = """
            window { by = "dyad", sliding = weeks(1), where = { type = "ASSAULT" }, count = at_least(5),
                baseline = { past = weeks(8), \(measure) } }
            """
        #expect(try alerts(match, drafts) == (fires ? ["1+2+3+4+5"] : []))
    }

    @Test("a war of every day is no burst against its own past, until it doubles")
    func war() throws {
        let match = """
            window { by = "dyad", sliding = weeks(1), where = { type = "ASSAULT" }, count = at_least(5),
                baseline = { past = weeks(8), surprise = at_least(3) } }
            """
        let daily = Self.attacks(Array(1...90))
        #expect(try alerts(match, daily).isEmpty)
        #expect(try alerts(match, daily + Self.attacks([85, 86, 87, 88, 85, 86, 87, 88, 86, 87, 88])).count == 1)
    }

    @Test("a cumulative sum notices a small rise that lasts")
    func cusum() throws {
        // Every other week one attack; then one or two every week.
        let past = stride(from: 1, through: 99, by: 14).map { $0 }
        let rise = [107, 113, 115, 121, 123, 129, 131, 136, 138]
        let match = """
            window { by = "dyad", sliding = weeks(6), per = weeks(1), baseline = { past = weeks(12), cusum = at_least(4) } }
            """
        #expect(try alerts(match, Self.attacks(past)).isEmpty)
        #expect(try alerts(match, Self.attacks(past + rise)).count == 1)
    }

    @Test("reciprocity fires where one side answers in kind, and names the test")
    func reciprocity() throws {
        var generator = SplitMix(state: 5)
        var (drafts, single): ([EventDraft], [EventDraft]) = ([], [])
        for week in 0..<40 {
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                let blow = Workshop.draft(Self.date(1 + week * 7), "IRN", "USA")
                drafts.append(blow)
                single.append(blow)
                if week < 39 { drafts.append(Workshop.draft(Self.date(8 + week * 7), "USA", "IRN")) }
            }
            // Conduct of its own, so that the fit is not perfect.
            if Int.random(in: 0...2, using: &generator) == 0 {
                drafts.append(Workshop.draft(Self.date(3 + week * 7), "USA", "IRN"))
                single.append(Workshop.draft(Self.date(3 + week * 7), "USA", "IRN"))
            }
        }
        let match = """
            window { by = "pair", tumbling = weeks(60), per = weeks(1),
                reciprocity = { of = "count", lags = 1, significance = at_most(0.001) } }
            """
        #expect(try alerts(match, drafts).count == 1)
        #expect(try alerts(match, single).isEmpty)
    }

    @Test("no second alert of a key within the time of suppression, and functions see the measures")
    func wording() throws {
        let pack = try Workshop.pack(
            """
            rule "r" { kind = "k",
                match = window { by = "dyad", sliding = days(3), suppress = days(30), count = at_least(2),
                    distinct = { type = 1 }, where = { type = "ASSAULT", where = function(e) return e.killed ~= 9 end } },
                alert = function(m) return m.count .. " of " .. #m.events .. ", " .. m.distinct_type end }
            """
        )
        #expect(pack.errors.map(\.description) == [])
        var drafts = Self.attacks([1, 1, 2, 10, 11, 50, 51])
        drafts[0].killed = 9
        let report = RuleEngine([pack]).check(try EventStore(Workshop.events(drafts)).snapshot())
        #expect(report.errors.isEmpty)
        #expect(report.alerts.map(\.summary) == ["2 of 2, 1", "2 of 2, 1"])
    }

    @Test("an alert cites the first and the last event and at most twelve")
    func evidence() throws {
        let pack = try Workshop.pack(matching: "window { by = \"dyad\", tumbling = \"month\", count = at_least(3) }")
        let events = try Workshop.events(Self.attacks(Array(1...20)))
        let alert = try #require(RuleEngine([pack]).check(try EventStore(events).snapshot()).alerts.first)
        #expect(alert.evidence.count == 12 && alert.bindings[0].events.count == 20)
        #expect(alert.evidence.first == events.first?.id && alert.evidence.last == events.last?.id)
    }

    @Test("an alert and a near miss show each measure with its value and by how much it falls short")
    func explanation() throws {
        let match = """
            window { by = "dyad", sliding = weeks(1), where = { type = "ASSAULT" }, count = at_least(5),
                baseline = { past = weeks(8), zscore = at_least(2) } }
            """
        let pack = try Workshop.pack(matching: match)
        let opening = [Workshop.draft("2024-01-01", "RUS", "UKR")]
        func snapshot(_ days: [Int]) throws -> EventStore.Snapshot {
            try EventStore(Workshop.events(opening + Self.attacks(days))).snapshot()
        }
        let explainer = RuleExplainer(pack)
        let rule = pack.rules[0]
        let burst = try snapshot([20, 71, 72, 73, 74, 75])
        let found = try #require(try explainer.alerts(rule, burst).first)
        #expect(
            found.steps[0].reports.map(\.description) == [
                "count at least 5: 5 in 2024-03-09/2024-03-15",
                "z-score of count at least 2: 13.8 (5 against mean 0.125, deviation 0.354 of 8 before)",
            ]
        )
        #expect(try explainer.nearMiss(rule, burst) == nil)
        let miss = try #require(try explainer.nearMiss(rule, try snapshot([20, 73, 74, 75])))
        #expect(miss.stage == .measure && miss.step == "events")
        #expect(miss.reports[0].description == "count at least 5: 3 in 2024-03-09/2024-03-15, no, missed by 2")
        #expect(miss.description.hasPrefix("no window measures up; closest is e_"))
        let nobody = try #require(try explainer.nearMiss(rule, try EventStore().snapshot()))
        #expect(nobody.stage == .step)
    }
}
