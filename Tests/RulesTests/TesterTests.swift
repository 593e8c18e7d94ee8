// Examples of rules: articles through a coder, event tables, expectations, near misses.
import Chronology
import EventModel
import Testing

@testable import Rules

/// Codes "A hit B." as an attack, on the day of publication.
private struct HitCoder: ArticleCoder {
    func events(in articles: [Article]) -> [Event] {
        articles.flatMap { article in
            article.text.split(separator: ".").enumerated().compactMap { place, sentence in
                let words = sentence.split(separator: " ").map(String.init)
                guard words.count == 3, words[1] == "hit" else { return nil }
                func actor(_ name: String) -> Actor { Actor(id: name, name: name, text: name) }
                return Event(
                    id: Digest.eventID(article: article.id, span: 0..<1, trigger: 0..<1, ordinal: place),
                    date: article.published.map { DaySpan($0) },
                    source: [actor(words[0])],
                    target: [actor(words[2])],
                    action: "hit",
                    type: .assault,
                    hostility: 4,
                    article: article.id,
                    published: article.published,
                    sentence: place,
                    span: place..<place + 1,
                    trigger: 0..<1,
                    text: String(sentence)
                )
            }
        }
    }
}

@Suite struct TesterTests {
    private let rule = """
        match = sequence { by = "pair", step "a" { type = "ASSAULT" }, step "b" { type = "ASSAULT", reverses = "a" } }
        """

    private func results(_ examples: String, coder: (any ArticleCoder)? = HitCoder()) throws -> [ExampleResult] {
        let pack = try Workshop.pack("rule \"r\" { kind = \"k\",\n\(rule),\n\(examples) }")
        if let error = pack.errors.first { throw error }
        let iran = Actor(id: "iran", name: "Iran", country: "IRN", sector: .government, text: "Persia")
        let tester = RuleTester(
            ontology: try Workshop.ontology(),
            coder: coder,
            resolve: { $0 == "Persia" ? iran : nil }
        )
        return tester.test(pack)
    }

    @Test("an article is coded, its header read off")
    func articles() throws {
        let results = try results(
            """
            fires = { { article = " date 2024-01-02 Ann hit Bob. Bob hit Ann.", expect = { date = "2024-01-02" } } },
            silent = { { article = " date 2024-01-02 Ann hit Bob. Ann hit Bob." } }
            """
        )
        #expect(results.map(\.passed) == [true, true])
        #expect(RuleTester.article(" date 2024-01-02 Text.").published == Day(year: 2024, month: 1, day: 2))
        #expect(RuleTester.article(" date 2024-01-02 Text.").text == "Text.")
        #expect(RuleTester.article("No header.").text == "No header.")
    }

    @Test("without a coder an article is a failure that says so")
    func noCoder() throws {
        let results = try results("fires = { { article = \" date 2024-01-02 Ann hit Bob.\" } }", coder: nil)
        #expect(results.map(\.passed) == [false])
        #expect(results[0].got.contains("nothing to code it with"))
    }

    @Test("an actor is looked up by name, else a code is a country and any other name an actor of its own")
    func actors() throws {
        let results = try results(
            """
            fires = { {
                events = {
                    { date = "2024-01-01", source = "Persia", target = "Houthis", type = "ASSAULT" },
                    { date = "2024-01-02", source = { "Houthis", "USA" }, target = { name = "Iran", id = "iran",
                        country = "IRN", sector = "GOV" }, type = "ASSAULT" },
                },
                expect = { a = { source = "IRN" }, b = { source = "USA" }, participants = { "Iran", "Houthis" } },
            } }
            """
        )
        #expect(results.map(\.passed) == [true], "\(results.map(\.got))")
    }

    @Test("what is not as expected is told with what came instead")
    func expectations() throws {
        let results = try results(
            """
            fires = { {
                events = {
                    { date = "2024-01-01", source = "IRN", target = "USA", type = "ASSAULT" },
                    { date = "2024-01-02", source = "USA", target = "IRN", type = "ASSAULT", killed = 2 },
                },
                expect = { alerts = 2, date = "2024-01-03", severity = "low", summary = "nothing like it",
                    b = { killed = at_least(3) }, c = { killed = 1 } },
            } }
            """
        )
        #expect(results.map(\.passed) == [false])
        let parts = [
            "alerts: expected 2, got 1", "b.killed: expected at least 3, got 2",
            "c: expected an event bound to 'c', got events bound to a, b",
            "severity: expected low, got medium", "date: expected 2024-01-03, got 2024-01-02", "nothing like it",
        ]
        for part in parts {
            #expect(results[0].got.contains(part), "\(part) in \(results[0].got)")
        }
    }

    @Test("an example that should fire and does not comes with its near miss, one that should not and does fails")
    func misses() throws {
        let results = try results(
            """
            fires = { { events = { { date = "2024-01-01", source = "IRN", target = "USA", type = "ASSAULT" } } } },
            silent = { { note = "why", events = {
                { date = "2024-01-01", source = "IRN", target = "USA", type = "ASSAULT" },
                { date = "2024-01-02", source = "USA", target = "IRN", type = "ASSAULT" } } } }
            """
        )
        #expect(results.map(\.passed) == [false, false])
        #expect(results[0].nearMiss != nil)
        #expect(results[1].note == "why" && results[1].got.contains("an alert"))
    }

    private static let exchange = """
        events = {
            { date = "+0", source = "IRN", target = "USA", type = "ASSAULT" },
            { date = "+2/+3", source = "USA", target = "IRN", type = "ASSAULT" },
        }
        """

    @Test(
        "dates may count from the example's own, in events, expectations and the headers of articles",
        arguments: [
            ("date = \"2024-02-28\", \(exchange), expect = { date = \"2024-03-02\", b = { date = \"+2\" } }", true),
            ("\(exchange), expect = { date = \"2024-01-04\", a = { date = \"2024-01-01\" } }", true),
            ("\(exchange), expect = { date = \"+2\" }", false),
            ("article = \" date +3 Ann hit Bob. Bob hit Ann.\", expect = { date = \"2024-01-04\" }", true),
            (
                "date = \"2024-01-10\", article = \" date -1 A hit B. B hit A.\", expect = { date = \"2024-01-09\" }",
                true
            ),
            ("articles = { \" date +0 Ann hit Bob.\", \" date +5 Bob hit Ann.\" }, expect = { date = \"+5\" }", true),
        ]
    )
    func relativeDates(example: String, passes: Bool) throws {
        let results = try results("fires = { { \(example) } }")
        #expect(results.map(\.passed) == [passes], "\(results.map(\.got))")
    }

    @Test(
        "what steps are bound to may be told by the places of events",
        arguments: [
            ("a = 1, b = 2", ""), ("a = { 1 }, b = { 2 }", ""), ("a = 2", "a: expected event 2, got event 1"),
            ("c = 1", "c: expected an event bound to 'c', got events bound to a, b"),
        ]
    )
    func places(expectation: String, difference: String) throws {
        let results = try results("fires = { { \(Self.exchange), expect = { \(expectation) } } }")
        #expect(results.flatMap(\.differences).map(\.description) == (difference.isEmpty ? [] : [difference]))
        #expect(results.map(\.passed) == [difference.isEmpty])
    }

    @Test(
        "an example that cannot be read says where and why",
        arguments: [
            ("date = \"soon\", \(exchange)", "'date' is 'soon', which is no day"),
            ("events = { { type = \"ASSAULT\", date = \"+x\" } }", "which is no date"),
            ("events = { { type = \"ASSAULT\", date = \"+5/+3\" } }", "which is no date"),
            ("\(exchange), expect = { a = 3 }", "from 1 to 2"),
            ("article = \"A hit B.\", expect = { a = 1 }", "only an example with 'events' has"),
            ("article = \"A hit B.\", articles = { \"A hit B.\" }", "needs one of"),
            ("note = \"nothing\"", "needs one of"),
        ]
    )
    func mistakes(example: String, message: String) throws {
        #expect(throws: RuleError.self) { try results("fires = { { \(example) } }") }
        do { _ = try results("fires = { { \(example) } }") } catch let error as RuleError {
            #expect(error.message.contains(message), "\(error)")
        }
    }

    @Test("a near miss names the events of the example by their places")
    func nearMissWords() throws {
        let results = try results(
            "fires = { { events = { { date = \"+0\", source = \"IRN\", target = \"USA\", type = \"ASSAULT\" },"
                + " { date = \"+1\", source = \"IRN\", target = \"USA\", type = \"ASSAULT\" } } } }"
        )
        let text = try #require(results[0].nearMissText)
        #expect(text.contains("event 1 (2024-01-01 IRN → USA ASSAULT)") || text.contains("event 2"), "\(text)")
        #expect(!text.contains("e_"), "\(text)")
    }

    @Test("a snapshot reads back, and what is found otherwise is told line by line")
    func snapshots() throws {
        var before = try results("fires = { { \(Self.exchange) } }, silent = { { events = {} } }")
        before[0].found = "  high 2024-01-01 one\n    a: x"
        let snapshot = RuleSnapshot(before)
        #expect(RuleSnapshot(snapshot.text) == snapshot)
        #expect(snapshot.text == "fires[1]\n  high 2024-01-01 one\n    a: x\nsilent[1]\n  nothing\n")
        #expect(snapshot.compared(before).map(\.passed) == before.map(\.passed))
        var now = before
        now[0].found = "  high 2024-01-01 one\n    a: y"
        let compared = snapshot.compared(now)
        #expect(compared.map(\.passed) == [false, true])
        #expect(Set(compared[0].differences.map { $0.expected + $0.got }) == ["a: x", "a: y"])
        now[1].number = 2
        #expect(snapshot.compared(now)[1].differences.first?.got == "none")
    }

    @Test(
        "a predicate is covered where some example comes out otherwise without it",
        arguments: [
            ("", ["a: type ASSAULT", "b: reverses a", "b: type ASSAULT", "sequence: within 9 days"], "", false),
            (
                "{ { \(exchange) } }",
                ["a: type ASSAULT", "b: reverses a", "b: type ASSAULT", "sequence: within 9 days"], "",
                true
            ),
            (
                "{ { \(exchange) } }", ["a: type ASSAULT", "b: type ASSAULT", "sequence: within 9 days"],
                """
                { events = {
                    { date = "+0", source = "IRN", target = "USA", type = "ASSAULT" },
                    { date = "+1", source = "IRN", target = "USA", type = "ASSAULT" } } }
                """, true
            ),
            (
                "{ { \(exchange) } }", ["a: type ASSAULT", "b: reverses a", "b: type ASSAULT"],
                """
                { events = {
                    { date = "+0", source = "IRN", target = "USA", type = "ASSAULT" },
                    { date = "+12", source = "USA", target = "IRN", type = "ASSAULT" } } }
                """, true
            ),
        ]
    )
    func coverage(fires: String, uncovered: [String], silent: String, bound: Bool) throws {
        let text = """
            rule "r" { kind = "k", match = sequence { by = "pair", within = days(9),
                step "a" { type = "ASSAULT" }, step "b" { type = "ASSAULT", reverses = "a" } },
                fires = \(fires.isEmpty ? "{}" : fires), silent = { \(silent) } }
            """
        let pack = try Workshop.pack(text)
        if let error = pack.errors.first { throw error }
        let tester = RuleTester(ontology: try Workshop.ontology())
        let coverage = tester.coverage(of: pack.rules[0], in: pack)
        let missing = coverage.predicates.filter { !$0.isCovered }.map { "\($0.place): \($0.name)" }
        #expect(missing == uncovered)
        #expect(coverage.fires == bound)
        #expect(coverage.steps.map(\.isCovered) == [bound, bound])
        #expect(coverage.count == 7)
        #expect([coverage].percent == 100 * Double(coverage.coveredCount) / 7)
    }

    @Test("a measure of a window is covered by an example that only it keeps silent")
    func measures() throws {
        func day(_ day: Int, _ killed: Int) -> String {
            "{ date = \"+\(day)\", source = \"IRN\", target = \"USA\", type = \"ASSAULT\", killed = \(killed) }"
        }
        let text = """
            rule "r" { kind = "k", match = window { by = "dyad", sliding = days(9), count = at_least(2),
                sum = { killed = at_least(5) } },
                fires = { { events = { \(day(0, 3)), \(day(1, 3)) } } }, silent = { { events = { \(day(0, 9)) } } } }
            """
        let pack = try Workshop.pack(text)
        let coverage = RuleTester(ontology: try Workshop.ontology()).coverage(of: pack.rules[0], in: pack)
        let window = coverage.predicates.filter { $0.place == "window" }
        #expect(
            Set(window.map { "\($0.name) \($0.isCovered)" }) == [
                "count at least 2 true", "sum of killed at least 5 false",
            ]
        )
    }
}
