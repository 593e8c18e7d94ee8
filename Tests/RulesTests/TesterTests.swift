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
            "expected 2 alerts, got 1", "b.killed: expected at least 3, got 2", "no event is bound to 'c'",
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
}
