// Thresholds: values of a rule that its users change without editing it.
import EventModel
import LuaRuntime
import Testing

@testable import Rules

@Suite struct ThresholdTests {
    private static let rule = """
        rule "burst" {
            kind = "attack_burst",
            thresholds = { count = 3, within = days(14), type = "ASSAULT" },
            match = function(t)
                return sequence { by = "source", within = t.within,
                    step "attacks" { type = t.type, times(at_least(t.count)) } }
            end,
            alert = function(m, t) return #m.attacks .. " of " .. t.count end,
        }
        """

    private func pack(_ text: String = rule, _ changes: [String: Value] = [:]) throws -> RulePack {
        try RulePack(
            name: "test",
            files: [RuleFile(path: "rules.lua", bytes: Array(text.utf8))],
            thresholds: ["test/burst": changes, "other/burst": ["nonsense": 1]]
        )
    }

    private func summaries(_ pack: RulePack, _ days: [String]) throws -> [String] {
        if let error = pack.errors.first { throw error }
        let drafts = days.map { Workshop.draft("2024-01-\($0)", "IRN", "USA") }
        let report = RuleEngine([pack]).check(try EventStore(Workshop.events(drafts)).snapshot())
        if let error = report.errors.first { throw error }
        return report.alerts.map(\.summary)
    }

    @Test("a rule reads its own values, or those of its user")
    func values() throws {
        let days = ["01", "10", "20"]
        #expect(try summaries(try pack(), days) == [])
        #expect(try summaries(try pack(Self.rule, ["count": 2]), days) == ["2 of 2"])
        #expect(try summaries(try pack(Self.rule, ["within": 30]), days) == ["3 of 3"])
        #expect(try summaries(try pack(Self.rule, ["within": .duration(days: 30), "count": 1]), days) == ["3 of 1"])
        let changed = try pack(Self.rule, ["count": 2]).rules[0].thresholds
        #expect(changed.map(\.name) == ["count", "type", "within"])
        #expect(changed.map(\.isChanged) == [true, false, false])
        #expect(changed[0].standard == 3 && changed[0].value == 2)
    }

    @Test("a rule that is one function gets its thresholds too")
    func run() throws {
        let text = """
            rule "burst" { kind = "k", thresholds = { least = 2 }, run = function(events, t)
                if #events >= t.least then alert { summary = "enough", events = { events[1] } } end
            end }
            """
        #expect(try summaries(try pack(text), ["01"]) == [])
        #expect(try summaries(try pack(text, ["least": 1]), ["01"]) == ["enough"])
    }

    @Test(
        "a name that is not declared and a value of another kind are told with what was meant",
        arguments: [
            (["cuont": Value.integer(2)], "has no threshold 'cuont'", "count"),
            (["count": Value.string("many")], "'count' of rule 'test/burst' cannot be a string", "number"),
        ]
    )
    func mistakes(changes: [String: Value], message: String, hint: String) throws {
        let error = try #require(try pack(Self.rule, changes).errors.first)
        #expect(error.message.contains(message), "\(error)")
        #expect((error.hint ?? error.message).contains(hint), "\(error)")
    }

    @Test("a threshold that the rule does not declare is an error where it is read")
    func undeclared() throws {
        let text = Self.rule.replacing("t.count)) }", with: "t.cuont)) }")
        let error = try #require(try pack(text).errors.first)
        #expect(error.message.contains("has no threshold 'cuont'") && error.location?.line == 6, "\(error)")
    }
}
