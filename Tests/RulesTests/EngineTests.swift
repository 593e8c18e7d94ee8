// Runs of whole packs: what alerts hold, failures that stay with their rule, the same output every time.
import Chronology
import EventModel
import LuaRuntime
import Testing

@testable import Rules

@Suite struct EngineTests {
    private func check(_ text: String, _ drafts: [EventDraft], limits: Limits = RulePack.limits) throws -> CheckReport {
        RuleEngine([try Workshop.pack(text, limits: limits)]).check(try EventStore(Workshop.events(drafts)).snapshot())
    }

    @Test("an alert carries the record's fields")
    func record() throws {
        let report = try check(
            """
            rule "hit" { title = "Hit", kind = "retaliation", severity = "high",
                match = sequence { by = "pair", step "a" { type = "ASSAULT" },
                    step "b" { type = "ASSAULT", reverses = "a" } },
                alert = function(m) return tostring(m.b.source) .. " hit back" end }
            """,
            [Workshop.draft("2024-01-20", "IRN", "USA"), Workshop.draft("2024-01-22/2024-01-23", "USA", "IRN")]
        )
        let alert = try #require(report.alerts.first)
        #expect(alert.rule == "test/hit" && alert.kind == "retaliation" && alert.severity == .high)
        #expect(alert.date == Day(year: 2024, month: 1, day: 23))
        #expect(alert.summary == "USA hit back")
        #expect(alert.participants == ["IRN", "USA"])
        #expect(alert.bindings.map(\.step) == ["a", "b"])
        #expect(alert.evidence == alert.bindings.flatMap(\.events))
        #expect(alert.articles == ["example"])
        #expect(alert.fingerprint == Digest.hex(["test/hit"] + alert.evidence.sorted()))
    }

    @Test("a run of more events than an alert may cite keeps the bounds of the record")
    func evidenceMax() throws {
        let drafts = (1...20).map { Workshop.draft("2024-01-\($0 < 10 ? "0" : "")\($0)", "IRN", "USA") }
        let report = try check(
            "rule 'r' { kind = 'k', match = sequence { by = 'dyad', step 'a' { type = 'ASSAULT', one_or_more() } } }",
            drafts
        )
        #expect(report.alerts.map(\.evidence.count) == [Alert.evidenceCountMax])
        #expect(report.alerts.first?.bindings.first?.events.count == 20)
    }

    @Test("a rule that fails or never ends is reported, and the others run")
    func failures() throws {
        let report = try check(
            """
            rule "broken" { kind = "k", match = step "a" {
                type = "ASSAULT", where = function(e) return e.nonsense.more end } }
            rule "endless" { kind = "k", match = step "a" {
                type = "ASSAULT", where = function() while true do end end } }
            rule "fine" { kind = "k", match = step "a" { type = "ASSAULT" } }
            """,
            [Workshop.draft("2024-01-20", "IRN", "USA")],
            limits: Limits(memory: 64 << 20, deadline: .milliseconds(200))
        )
        #expect(report.alerts.map(\.rule) == ["test/fine"])
        #expect(report.errors.map(\.rule) == ["test/broken", "test/endless"])
        #expect(report.errors.map(\.code) == ["lua_runtime", "lua_time"])
        #expect(report.errors.first?.location?.line == 2)
    }

    @Test(
        "a wording that asks for a step that the match has not is told which it has",
        arguments: [("c", "this match has a, b"), ("rare", "'rare' has no event in this match; ask 'if m.rare' first")]
    )
    func unboundStep(name: String, hint: String) throws {
        let report = try check(
            """
            rule "r" { kind = "k",
                match = sequence { step "a" { type = "THREATEN" },
                    one_of { step "b" { type = "ASSAULT" }, step "rare" { type = "AID" } } },
                alert = function(m) return tostring(m.\(name).source) end }
            """,
            [Workshop.draft("2024-01-20", "IRN", "USA", .threaten), Workshop.draft("2024-01-22", "IRN", "USA")]
        )
        #expect(report.errors.map(\.hint) == [hint])
    }

    @Test("functions see the event and what is bound, and a run as a list")
    func functions() throws {
        let report = try check(
            """
            rule "r" { kind = "k",
                match = sequence { by = "dyad", step "a" { type = "THREATEN" },
                    step "b" { type = "ASSAULT", times(1, 5),
                        where = function(e, m) return e.hostility > m.a.hostility end } },
                alert = function(m)
                    return { summary = m.a.type .. " then " .. #m.b, severity = "critical" }
                end }
            """,
            [
                Workshop.draft("2024-01-20", "IRN", "USA", .threaten), Workshop.draft("2024-01-22", "IRN", "USA"),
                Workshop.draft("2024-01-23", "IRN", "USA"),
            ]
        )
        #expect(report.errors.isEmpty)
        #expect(report.alerts.map(\.summary) == ["THREATEN then 2"])
        #expect(report.alerts.map(\.severity) == [.critical])
    }

    @Test("the same events in any order of arrival give the same report")
    func deterministic() throws {
        let pack = try Workshop.pack(folder: "rules/escalation")
        let engine = RuleEngine([pack])
        let events = RandomEvents.events(count: 400, seed: 7)
        let report = engine.check(try EventStore(events).snapshot())
        #expect(report.errors.isEmpty && report.alerts.count > 20)
        for seed in 1...3 {
            var generator = SplitMix(state: UInt64(seed))
            let shuffled = engine.check(try EventStore(events.shuffled(using: &generator)).snapshot())
            #expect(shuffled.alerts == report.alerts)
        }
    }

    @Test("no events, no alerts")
    func empty() throws {
        let report = RuleEngine([try Workshop.pack(folder: "rules/escalation")]).check(EventStore().snapshot())
        #expect(report.alerts.isEmpty && report.errors.isEmpty)
    }
}
