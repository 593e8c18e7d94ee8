// What sequences bind: order, keys, time, ties, unknown dates, runs, absences, skip strategies.
import EventModel
import Testing

@testable import Rules

private let mirrored = """
    sequence { by = "pair", step "a" { type = "ASSAULT" },
        step "b" { type = "ASSAULT", reverses = "a", within = days(7) } }
    """

@Suite struct SequenceTests {
    private func alerts(_ match: String, _ drafts: [EventDraft]) throws -> [String] {
        try Workshop.alerts(Workshop.pack(matching: match), drafts)
    }

    @Test("a reply within the time is bound, a day later it is not", arguments: [(27, 1), (28, 0)])
    func within(day: Int, count: Int) throws {
        let found = try alerts(
            mirrored,
            [Workshop.draft("2024-01-20", "IRN", "USA"), Workshop.draft("2024-01-\(day)", "USA", "IRN")]
        )
        #expect(found.count == count)
    }

    @Test("the newest blow that waits is answered, and each is answered once")
    func newestPending() throws {
        let found = try alerts(
            mirrored,
            [
                Workshop.draft("2024-01-01", "IRN", "USA"), Workshop.draft("2024-01-02", "IRN", "USA"),
                Workshop.draft("2024-01-03", "USA", "IRN"), Workshop.draft("2024-01-04", "USA", "IRN"),
            ]
        )
        #expect(found == ["a 2, b 3", "a 1, b 4"])
    }

    @Test("a reply can itself be answered")
    func chain() throws {
        let drafts = [
            Workshop.draft("2024-01-01", "IRN", "USA"), Workshop.draft("2024-01-02", "USA", "IRN"),
            Workshop.draft("2024-01-03", "IRN", "USA"),
        ]
        #expect(try alerts(mirrored, drafts) == ["a 1, b 2", "a 2, b 3"])
        let once = mirrored.replacing("by = \"pair\"", with: "by = \"pair\", after_match = \"used_events\"")
        #expect(try alerts(once, drafts) == ["a 1, b 2"])
        let all = mirrored.replacing("by = \"pair\"", with: "by = \"pair\", after_match = \"no_skip\"")
        let two = [drafts[0], Workshop.draft("2024-01-02", "USA", "IRN"), Workshop.draft("2024-01-03", "USA", "IRN")]
        #expect(try alerts(all, two) == ["a 1, b 2", "a 1, b 3"])
        #expect(try alerts(mirrored, two) == ["a 1, b 2"])
    }

    @Test("a range counts from its end to the start of the next, and 0 where they overlap")
    func ranges() throws {
        let long = Workshop.draft("2023-10-01/2024-01-20", "IRN", "USA")
        #expect(try alerts(mirrored, [long, Workshop.draft("2024-01-27", "USA", "IRN")]).count == 1)
        #expect(try alerts(mirrored, [long, Workshop.draft("2024-01-28", "USA", "IRN")]).isEmpty)
        #expect(try alerts(mirrored, [long, Workshop.draft("2023-11-11", "USA", "IRN")]).count == 1)
        // What starts earlier precedes, so the range cannot be the reply.
        #expect(try alerts(mirrored, [Workshop.draft("2023-11-11", "USA", "IRN"), long]) == ["a 2, b 1"])
    }

    @Test("on one day the answer comes after what it answers, else the order of the text decides")
    func ties() throws {
        let first = Workshop.draft("2024-01-20", "USA", "IRN")
        let second = Workshop.draft("2024-01-20", "IRN", "USA")
        #expect(try alerts(mirrored, [first, second]) == ["a 1, b 2"])
        let answering = Workshop.draft("2024-01-20", "IRN", "USA", answers: [1])
        #expect(try alerts(mirrored, [first, answering]) == ["a 1, b 2"])
        let events = try Workshop.events([second, first])
        var turned = events
        turned[0].inResponseTo = [events[1].id]
        let report = RuleEngine([try Workshop.pack(matching: mirrored)]).check(try EventStore(turned).snapshot())
        #expect(report.alerts.map { $0.bindings.map { $0.events[0] } } == [[events[1].id, events[0].id]])
    }

    @Test("an event without a date meets no time bound, but it still answers")
    func undated() throws {
        let drafts = [
            Workshop.draft("2024-01-20", "IRN", "USA"), Workshop.draft(nil, "USA", "IRN", answers: [1]),
        ]
        #expect(try alerts(mirrored, drafts).isEmpty)
        let answering = mirrored.replacing("within = days(7)", with: "answers = \"a\"")
        #expect(try alerts(answering, drafts) == ["a 1, b 2"])
        let unbounded = mirrored.replacing(", within = days(7)", with: "")
        #expect(try alerts(unbounded, drafts) == ["a 1, b 2"])
        let silent = [drafts[0], Workshop.draft(nil, "USA", "IRN")]
        #expect(try alerts(unbounded, silent).isEmpty)
    }

    @Test("what the text ties together goes before what is merely close in time")
    func preference() throws {
        let match = """
            sequence { by = "pair", step "a" { type = "ASSAULT" },
                step "b" { type = "ASSAULT", reverses = "a", one_of { answers = "a", within = days(7) } } }
            """
        let found = try alerts(
            match,
            [
                Workshop.draft("2023-06-01", "IRN", "USA"), Workshop.draft("2024-01-02", "IRN", "USA"),
                Workshop.draft("2024-01-03", "USA", "IRN", answers: [1]),
            ]
        )
        #expect(found == ["a 1, b 3"])
    }

    @Test("two replies that the text ties to one attack are two matches")
    func tiedTwice() throws {
        let match = """
            sequence { by = "pair", step "a" { type = "ASSAULT" },
                step "b" { type = "ASSAULT", reverses = "a", one_of { { answers = "a" }, { within = days(7) } } } }
            """
        let drafts = [
            Workshop.draft("2024-01-02", "IRN", "USA"), Workshop.draft("2024-01-03", "USA", "IRN", answers: [1]),
            Workshop.draft("2024-01-05", "USA", "IRN", answers: [1]),
        ]
        #expect(try alerts(match, drafts) == ["a 1, b 2", "a 1, b 3"])
    }

    @Test("an event of two sources and two targets stands under four keys and gives one alert for its evidence")
    func manyActors() throws {
        let found = try alerts(
            mirrored,
            [Workshop.draft("2024-01-20", "IRN+SYR", "USA+GBR"), Workshop.draft("2024-01-22", "USA+GBR", "IRN+SYR")]
        )
        #expect(found == ["a 1, b 2"])
    }

    @Test("what a side does to itself is no move between two sides")
    func selfDirected() throws {
        let drafts = [Workshop.draft("2024-01-20", "USA", "USA")]
        #expect(try alerts("sequence { by = \"dyad\", step \"a\" {} }", drafts) == [])
    }

    @Test(
        "the level of the roll-up decides who is one side",
        arguments: [("id", 0), ("family", 1), ("side", 0), ("backer", 1), ("country", 1)]
    )
    func levels(level: String, count: Int) throws {
        func militia(_ id: String) -> EventDraft.ActorDraft {
            .known(
                Actor(id: id, name: id, country: "IRQ", sector: .rebels, backer: "IRN", family: "militias", text: id)
            )
        }
        var blow = Workshop.draft("2024-01-20", "", "USA")
        blow.source = [militia("one")]
        var reply = Workshop.draft("2024-01-21", "USA", "")
        reply.target = [militia("two")]
        let match = mirrored.replacing("by = \"pair\"", with: "by = pair { level = \"\(level)\" }")
        #expect(try alerts(match, [blow, reply]).count == count)
    }

    @Test("a family that is named as such stands for each of its members, which remain apart")
    func families() throws {
        func group(_ id: String, family: String?) -> [EventDraft.ActorDraft] {
            [.known(Actor(id: id, name: id, country: "IRQ", sector: .rebels, family: family, text: id))]
        }
        let family = group("militias", family: "militias")
        var blow = Workshop.draft("2024-01-20", "", "USA")
        var reply = Workshop.draft("2024-01-21", "USA", "")
        blow.source = family
        reply.target = group("one", family: "militias")
        #expect(try alerts(mirrored, [blow, reply]) == ["a 1, b 2"])
        blow.source = group("two", family: "militias")
        var aside = Workshop.draft("2024-01-19", "", "RUS")
        aside.source = family
        #expect(try alerts(mirrored, [blow, reply, aside]).isEmpty)
    }

    @Test("a run binds as many as fit into the time, and needs as many as are asked for")
    func runs() throws {
        let match = """
            sequence { by = "source", within = days(10), step "run" { type = "ASSAULT", times(at_least(3)) } }
            """
        let days = ["01", "05", "09", "10", "25", "26"]
        let drafts = days.map { Workshop.draft("2024-01-\($0)", "IRN", "USA") }
        #expect(try alerts(match, drafts) == ["run 1+2+3+4"])
        let three = match.replacing("times(at_least(3))", with: "times(3)")
        #expect(try alerts(three, drafts) == ["run 2+3+4"])
        #expect(try alerts(match, Array(drafts[3...])).isEmpty)
    }

    @Test("a run before another step gives up events that are too early for it")
    func runThenStep() throws {
        let match = """
            sequence { by = "pair", step "start" { type = "THREATEN" },
                step "blows" { type = "ASSAULT", same_dyad = "start", times(at_least(2)) },
                step "end" { type = "RETREAT", within = days(5) } }
            """
        let found = try alerts(
            match,
            [
                Workshop.draft("2024-01-01", "USA", "IRN"), Workshop.draft("2024-01-02", "USA", "IRN", .threaten),
                Workshop.draft("2024-01-03", "USA", "IRN"), Workshop.draft("2024-01-04", "USA", "IRN"),
                Workshop.draft("2024-01-06", "USA", "IRN", .retreat),
            ]
        )
        #expect(found == ["start 2, blows 3+4, end 5"])
    }

    @Test("an absence before, between or after the steps keeps a match from being one")
    func absences() throws {
        let threat = Workshop.draft("2024-01-10", "USA", "IRN", .threaten)
        let talk = Workshop.draft("2024-01-12", "USA", "IRN", .consult)
        let blow = Workshop.draft("2024-01-14", "USA", "IRN")
        let after = "sequence { by = \"dyad\", step \"t\" { type = \"THREATEN\" }, absent { type = \"ASSAULT\" } }"
        #expect(try alerts(after, [threat]).count == 1)
        #expect(try alerts(after, [threat, blow]).isEmpty)
        let soon = after.replacing("\"ASSAULT\"", with: "\"ASSAULT\", within = days(3)")
        #expect(try alerts(soon, [threat, blow]).count == 1)
        let between = """
            sequence { by = "dyad", step "t" { type = "THREATEN" }, absent { type = "CONSULT" },
                step "b" { type = "ASSAULT" } }
            """
        #expect(try alerts(between, [threat, blow]).count == 1)
        #expect(try alerts(between, [threat, talk, blow]).isEmpty)
        let before = """
            sequence { by = "dyad", absent { type = "CONSULT", within = days(2) }, step "b" { type = "ASSAULT" } }
            """
        #expect(try alerts(before, [talk, blow]).isEmpty)
        #expect(try alerts(before.replacing("days(2)", with: "days(1)"), [talk, blow]).count == 1)
    }

    @Test("an optional step is bound where it is there, and left out where it is not")
    func optional() throws {
        let match = """
            sequence { by = "dyad", step "t" { type = "THREATEN", optional() }, step "b" { type = "ASSAULT" } }
            """
        let blow = Workshop.draft("2024-01-14", "USA", "IRN")
        #expect(try alerts(match, [blow]) == ["b 1"])
        #expect(try alerts(match, [Workshop.draft("2024-01-10", "USA", "IRN", .threaten), blow]) == ["t 1, b 2"])
    }

    @Test("all_of takes its steps in any order, one_of takes either")
    func orders() throws {
        let both = """
            sequence { by = "dyad", all_of { step "t" { type = "THREATEN" }, step "c" { type = "CONSULT" } },
                step "b" { type = "ASSAULT" } }
            """
        let threat = Workshop.draft("2024-01-10", "USA", "IRN", .threaten)
        let talk = Workshop.draft("2024-01-09", "USA", "IRN", .consult)
        let blow = Workshop.draft("2024-01-14", "USA", "IRN")
        #expect(try alerts(both, [threat, talk, blow]) == ["c 2, t 1, b 3"])
        let either = both.replacing("all_of", with: "one_of")
        #expect(try alerts(either, [talk, blow]) == ["c 1, b 2"])
    }

    @Test("fields of two steps are compared")
    func comparison() throws {
        let match = """
            sequence { by = "pair", step "a" { hostility = known() },
                step "b" { hostility = above "a", reverses = "a" } }
            """
        let threat = Workshop.draft("2024-01-10", "USA", "IRN", .mobilize)
        #expect(try alerts(match, [threat, Workshop.draft("2024-01-11", "IRN", "USA")]).count == 1)
        #expect(try alerts(match, [threat, Workshop.draft("2024-01-11", "IRN", "USA", .mobilize)]).isEmpty)
    }

    @Test("alerts of one key within the time of suppression are raised once")
    func suppression() throws {
        let match = "sequence { by = \"dyad\", suppress = days(7), step \"a\" { type = \"ASSAULT\" } }"
        let days = ["01", "05", "08", "09", "20"]
        let drafts = days.map { Workshop.draft("2024-01-\($0)", "IRN", "USA") }
        #expect(try alerts(match, drafts) == ["a 1", "a 4", "a 5"])
    }

    @Test(
        "it holds among the ways of a rule too",
        arguments: [
            "sequence { by = 'dyad', suppress = days(7), one_of { step 'a' { type = 'ASSAULT' }, step 'b' { type = 'AID' } } }",
            """
            one_of { sequence { by = 'dyad', suppress = days(7), step 'a' { type = 'ASSAULT' } },
                sequence { by = 'dyad', suppress = days(7), step 'b' { type = 'AID' } } }
            """,
        ]
    )
    func suppressionAmongWays(match: String) throws {
        let drafts = [
            Workshop.draft("2024-01-01", "IRN", "USA"), Workshop.draft("2024-01-05", "IRN", "USA", .aid),
            Workshop.draft("2024-01-05", "IRN", "ISR", .aid), Workshop.draft("2024-01-20", "IRN", "USA", .aid),
            Workshop.draft("2024-01-21", "IRN", "USA"),
        ]
        #expect(try alerts(match, drafts) == ["a 1", "b 3", "b 4"])
    }
}
