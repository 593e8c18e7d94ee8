// Explanations name the condition, the value and by how much it fell short.
import EventModel
import Testing

@testable import Rules

@Suite struct ExplainTests {
    private let rule = """
        sequence { by = "pair", step "a" { type = "ASSAULT", wounded = at_least(2) },
            step "b" { type = "ASSAULT", reverses = "a", within = days(7) } }
        """

    private func miss(_ drafts: [EventDraft], _ match: String? = nil) throws -> NearMiss? {
        let pack = try Workshop.pack(matching: match ?? rule)
        let snapshot = try EventStore(Workshop.events(drafts)).snapshot()
        return try RuleExplainer(pack).nearMiss(pack.rules[0], snapshot)
    }

    @Test("a step that no event meets names the test that the closest event fails")
    func step() throws {
        let miss = try #require(try miss([Workshop.draft("2024-01-01", "IRN", "USA") { $0.wounded = 1 }]))
        #expect(miss.stage == .step && miss.step == "a")
        #expect(miss.reports.filter { !$0.holds }.map(\.description) == ["wounded at least 2: 1, no"])
    }

    @Test("a time bound says by how many days it is missed")
    func time() throws {
        let miss = try #require(
            try miss([
                Workshop.draft("2024-01-01", "IRN", "USA") { $0.wounded = 4 },
                Workshop.draft("2024-01-11", "USA", "IRN"),
            ])
        )
        #expect(miss.stage == .relation && miss.step == "b")
        #expect(miss.bound.map(\.step) == ["a", "b"])
        #expect(miss.reports.compactMap(\.daysMissed) == [3])
        #expect(miss.reports.map(\.description).contains("within 7 days of a: 10 days, no, missed by 3 days"))
    }

    @Test("a direction that does not turn is named")
    func direction() throws {
        let miss = try #require(
            try miss([
                Workshop.draft("2024-01-01", "IRN", "USA") { $0.wounded = 4 },
                Workshop.draft("2024-01-02", "IRN", "USA"),
            ])
        )
        #expect(miss.reports.filter { !$0.holds }.map(\.asked) == ["reverses a"])
    }

    @Test("steps under different keys are told apart from steps that nobody meets")
    func key() throws {
        let match = """
            sequence { by = "dyad", step "a" { type = "THREATEN" }, step "b" { type = "ASSAULT" } }
            """
        let miss = try #require(
            try miss(
                [Workshop.draft("2024-01-01", "IRN", "USA", .threaten), Workshop.draft("2024-01-02", "IRN", "ISR")],
                match
            )
        )
        #expect(miss.stage == .key && miss.bound.count == 1)
    }

    @Test("an event that should be absent is named")
    func absence() throws {
        let match = "sequence { by = \"dyad\", step \"t\" { type = \"THREATEN\" }, absent { type = \"ASSAULT\" } }"
        let miss = try #require(
            try miss(
                [Workshop.draft("2024-01-01", "IRN", "USA", .threaten), Workshop.draft("2024-01-02", "IRN", "USA")],
                match
            )
        )
        #expect(miss.stage == .absence && miss.step == "after 't'")
        #expect(miss.description.contains("absent after 't'"))
    }

    @Test("an alert is explained step by step, with the days between")
    func alert() throws {
        let pack = try Workshop.pack(matching: rule)
        let events = try Workshop.events([
            Workshop.draft("2024-01-01", "IRN", "USA") { $0.wounded = 4 },
            Workshop.draft("2024-01-03", "USA", "IRN"),
        ])
        let found = try RuleExplainer(pack).alerts(pack.rules[0], try EventStore(events).snapshot())
        let explanation = try #require(found.first)
        #expect(explanation.steps.map(\.days) == [nil, 2])
        #expect(explanation.steps[0].reports.map(\.description) == ["type ASSAULT: ASSAULT", "wounded at least 2: 4"])
        #expect(explanation.description.contains("b, 2 days later"))
        #expect(explanation.description.contains("IRN ASSAULT USA on 2024-01-01."))
    }
}
