// Examples made of a story, and how old news may be.
import EventModel
import Testing

@testable import Rules

@Suite struct StoryTests {
    private static let story = """
        local STORY = {
            { date = "2024-01-01", source = "IRN", target = "USA", type = "ASSAULT" },
            { date = "+2/+3", source = "USA", target = "IRN", type = "ASSAULT", in_response_to = 1 },
        }
        """

    private func results(_ examples: String, suppress: String = "") throws -> [ExampleResult] {
        let pack = try Workshop.pack(
            """
            \(Self.story)
            rule "r" { kind = "k", \(examples), match = sequence { by = "pair", \(suppress)
                step "a" { type = "ASSAULT", source = known() },
                step "b" { type = "ASSAULT", reverses = "a", answers = "a" } } }
            """
        )
        if let error = pack.errors.first { throw error }
        return RuleTester(ontology: try Workshop.ontology()).test(pack)
    }

    @Test(
        "a story with one thing changed is an example for each event, or for those named",
        arguments: [
            ("but(\"talks\", STORY, { type = \"CONSULT\" })", ["talks (event 1)", "talks (event 2)"], [true, true]),
            ("but(\"by nobody\", STORY, { source = false }, 1)", ["by nobody"], [true]),
            (
                "but(\"no tie\", STORY, { in_response_to = false })", ["no tie (event 1)", "no tie (event 2)"],
                [false, true]
            ),
            ("but(\"deadly\", STORY, { killed = 3 }, 2)", ["deadly"], [false]),
        ]
    )
    func changed(example: String, notes: [String], silent: [Bool]) throws {
        let results = try results("silent = { \(example) }")
        #expect(results.map(\.note) == notes)
        #expect(results.map(\.passed) == silent, "\(results.map(\.got))")
    }

    @Test(
        "what is expected of a changed story may stand last",
        arguments: [("{ b = { killed = 3 } }", true), ("{ b = { killed = 4 } }", false), ("{ alerts = 2 }", false)]
    )
    func expected(expect: String, passes: Bool) throws {
        for places in ["2, ", ""] {
            let example = "but(\"deadly\", STORY, { killed = 3 }, \(places)\(expect))"
            #expect(try results("fires = { \(example) }").last?.passed == passes)
        }
    }

    @Test(
        "a story told again must be one alert, which it is where the rule says so",
        arguments: [("suppress = days(9),", true), ("suppress = days(3),", false), ("", false)]
    )
    func again(suppress: String, passes: Bool) throws {
        let results = try results("fires = { again(STORY, days(5)) }", suppress: suppress)
        #expect(results.map(\.passed) == [passes])
        #expect(results[0].note == "the same again after 5 days, which is one alert")
        #expect(passes || results[0].got.contains("alerts: expected 1, got 2"), "\(results[0].got)")
    }

    @Test(
        "a story that cannot be told says why",
        arguments: [
            ("but(\"x\", STORY, { killed = 1 }, 3)", "the story has no event 3; it has 2"),
            ("but(\"x\", {}, { killed = 1 })", "a story is a list of events"),
            ("but(\"x\", { 1, 2 }, { killed = 1 })", "a story is a list of events"),
            ("but(\"x\", STORY, { 1 })", "a table of an event's fields"),
            ("but(\"x\", STORY, { kiled = 1 })", "no key 'kiled'"),
            ("again(STORY, 3)", "duration such as days(3) expected"),
            ("again({ { date = \"soon\" } }, days(3))", "'soon' is no date"),
        ]
    )
    func mistakes(example: String, message: String) throws {
        let error = #expect(throws: RuleError.self) { try results("silent = { \(example) }") }
        #expect(error?.message.contains(message) == true, "\(String(describing: error))")
    }

    @Test(
        "old news, its age counted from the middle of its days, is left out; news of no known age is not",
        arguments: [
            ("date = \"2024-01-01\", published = \"2024-03-01\"", true),
            ("date = \"2024-01-01\", published = \"2024-03-02\"", false),
            ("date = \"2023-01-01/2023-12-31\", published = \"2024-01-15\"", false),
            ("date = \"2024-02-01/2024-02-29\", published = \"2024-03-20\"", true),
            ("date = \"+0\", published = \"+61\"", false),
            ("date = \"2024-01-01\"", true),
            ("published = \"2024-03-02\"", true),
        ],
        [
            "step \"a\" { max_age = days(60) }",
            "window { sliding = days(9), where = { max_age = days(60) }, count = at_least(1) }",
            "sequence { step \"a\" { any { { type = \"CONSULT\" }, { max_age = days(60) } } } }",
        ]
    )
    func age(event: (fields: String, isNews: Bool), match: String) throws {
        // A window counts by days, so it never sees an event without any.
        let isNews = event.isNews && (event.fields.hasPrefix("date") || !match.hasPrefix("window"))
        let pack = try Workshop.pack(
            matching: match,
            more: "fires = { { events = { { type = \"ASSAULT\", \(event.fields) } } } },"
        )
        if let error = pack.errors.first { throw error }
        let result = RuleTester(ontology: try Workshop.ontology()).test(pack)[0]
        #expect(result.passed == isNews)
        if event.fields.contains("2024-03-02"), match.hasPrefix("step"), !isNews {
            let text = try #require(result.nearMissText)
            #expect(text.contains("max_age 60 days: 61 days, no, missed by 1 day"), "\(text)")
        }
    }
}
