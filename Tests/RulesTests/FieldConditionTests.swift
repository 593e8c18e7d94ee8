// One reader and one evaluator of field conditions: `events:where` and the steps of rules find the same events.
import EventModel
import Testing

@testable import Rules

@Suite struct FieldConditionTests {
    private static let events: [Event] = {
        var generator = SplitMix(state: 11)
        return RandomEvents.events(count: 120, seed: 3).map { event in
            var event = event
            let killed = Int.random(in: -3...6, using: &generator)
            event.killed = killed < 0 ? nil : killed
            event.mode = killed == 2 ? "crowd-control" : killed == 3 ? "heavy-weapons" : nil
            event.text = killed % 2 == 0 ? "They hit back in Kyiv." : "A report of retaliation, on Friday."
            event.quoted = killed == 1
            event.weapon = killed > 3 ? ["missile", "drone"] : []
            return event
        }
    }()

    @Test(
        "a filter and a step with the same conditions find the same events, and some but not all",
        arguments: [
            "type = \"ASSAULT\"", "type = { \"ASSAULT\", \"COERCE\" }", "type = none { \"ASSAULT\", \"COERCE\" }",
            "quad = \"material_conflict\"", "killed = 3", "killed = at_least(3)", "killed = { min = 1, max = 3 }",
            "killed = between(1, 3)", "killed = known()", "killed = unknown()", "killed = false",
            "killed = any { 0, at_least(5) }", "mode = \"crowd-control\"", "mode = none { \"crowd-control\" }",
            "mode = all { known(), none { \"crowd-control\" } }", "text = says(\"retaliat*\")", "text = \"HIT BACK\"",
            "text = { contains = \"friday\" }", "source = \"USA\"", "source = \"usa\"",
            "source = { country = \"IRN\" }",
            "source = { country = none { \"IRN\", \"ISR\" } }", "target = any { \"USA\", \"ISR\" }",
            "target = none { \"USA\" }", "date = known()", "date = between(\"2023-12-20\", \"2024-01-20\")",
            "date = { from = \"2024-01-10\" }", "date = \"2023-12-20/2024-01-05\"", "quoted = true",
            "weapon = \"drone\"", "weapon = known()", "hostility = { 3, 4 }", "in_response_to = known()",
            "article = \"article-3\"", "sentence = at_most(30)", "published = unknown(), aggregate = true",
        ]
    )
    func agreement(condition: String) throws {
        let text = """
            rule "step" { kind = "k", match = step "a" { \(condition) } }
            rule "where" { kind = "k", run = function(events)
                for e in events:where { \(condition) }:each() do alert { summary = "x", events = { a = e } } end
            end }
            """
        let pack = try Workshop.pack(text)
        #expect(pack.errors.map(\.description) == [])
        let report = RuleEngine([pack]).check(try EventStore(Self.events).snapshot())
        #expect(report.errors.isEmpty, "\(report.errors)")
        let (steps, filtered) = (
            report.alerts.filter { $0.rule == "test/step" }, report.alerts.filter { $0.rule == "test/where" }
        )
        #expect(Set(steps.map(\.evidence)) == Set(filtered.map(\.evidence)))
        #expect(!steps.isEmpty && steps.count < Self.events.count, "\(steps.count)")
    }
}
