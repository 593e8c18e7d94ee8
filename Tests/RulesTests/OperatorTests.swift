// Sequence operators: contiguity, selection, what is skipped after a match, every, until.
import Chronology
import EventModel
import Testing

@testable import Rules

@Suite struct OperatorTests {
    private static let types: [Character: EventType] = ["a": .assault, "c": .coerce, "t": .threaten, "g": .agree]

    /// Events between two sides on one day after the other, by letters: a ASSAULT, c COERCE, t THREATEN, g AGREE.
    private func alerts(_ match: String, _ letters: String) throws -> [String] {
        let pack = try Workshop.pack(matching: match)
        if let error = pack.errors.first { throw error }
        let drafts = letters.enumerated().map { place, letter in
            Workshop.draft("2024-01-\(place < 9 ? "0" : "")\(place + 1)", "IRN", "USA", Self.types[letter] ?? .assault)
        }
        return try Workshop.alerts(pack, drafts)
    }

    private static let blow = "step \"t\" { type = \"THREATEN\" }, step \"a\" { type = \"ASSAULT\" }"

    @Test(
        "what may lie between, what serves again, and what ends a run",
        arguments: [
            ("step \"t\" { type = \"THREATEN\" }, followed_by \"a\" { type = \"ASSAULT\" }", "tca", ["t 1, a 3"]),
            ("step \"t\" { type = \"THREATEN\" }, immediately_followed_by \"a\" { type = \"ASSAULT\" }", "tca", []),
            (
                "step \"t\" { type = \"THREATEN\" }, immediately_followed_by \"a\" { type = \"ASSAULT\" }", "tcta",
                ["t 3, a 4"]
            ),
            ("select = \"strict_contiguity\", \(blow)", "ttcata", ["t 5, a 6"]),
            ("select = \"skip_till_any_match\", \(blow)", "tta", ["t 2, a 3", "t 1, a 3"]),
            (
                "select = \"skip_till_any_match\", \(blow)", "tataa",
                ["t 1, a 2", "t 3, a 4", "t 1, a 4", "t 3, a 5", "t 1, a 5"]
            ),
            (blow, "tta", ["t 2, a 3"]), (blow, "ttaa", ["t 2, a 3", "t 1, a 4"]),
            ("after_match = \"no_skip\", \(blow)", "taa", ["t 1, a 2", "t 1, a 3"]),
            ("after_match = \"skip_past_last_event\", \(blow)", "ttaata", ["t 2, a 3", "t 5, a 6"]),
            (
                "step \"t\" { type = \"THREATEN\", every() }, step \"a\" { type = \"ASSAULT\" }", "ttaata",
                ["t 2, a 3", "t 1, a 3", "t 5, a 6"]
            ),
            (
                "step \"t\" { type = \"THREATEN\" }, step \"a\" { type = \"ASSAULT\", every() }", "taa",
                ["t 1, a 2", "t 1, a 3"]
            ),
            ("step \"a\" { type = \"ASSAULT\", times(at_least(2)) }", "aaga", ["a 1+2+4"]),
            (
                "step \"a\" { type = \"ASSAULT\", times(at_least(2)), until_ { type = \"AGREE\" } }", "aagaca",
                ["a 1+2", "a 4+6"]
            ),
            (
                "step \"a\" { type = \"ASSAULT\", times(at_least(2)), max_gap = days(2) }", "aagaccaa",
                ["a 1+2+4", "a 7+8"]
            ),
            ("step \"a\" { type = \"ASSAULT\", times(at_least(2)), max_gap = days(1) }", "agaga", []),
            (
                "step \"t\" { type = \"THREATEN\" }, step \"a\" { type = \"ASSAULT\", max_gap = days(2) }", "tccata",
                ["t 5, a 6"]
            ),
            (
                "select = \"strict_contiguity\", step \"a\" { type = \"ASSAULT\", times(at_least(2)) }", "aacaca",
                ["a 1+2"]
            ),
        ]
    )
    func operators(parts: String, letters: String, expected: [String]) throws {
        #expect(Set(try alerts("sequence { by = \"dyad\", \(parts) }", letters)) == Set(expected))
    }

    @Test("an event opens one match under skip_to_next, while those after it serve again")
    func skipToNext() throws {
        let steps =
            "step \"t\" { type = \"THREATEN\" }, step \"c\" { type = \"COERCE\" }, step \"a\" { type = \"ASSAULT\" }"
        #expect(try alerts("sequence { by = \"dyad\", \(steps) }", "ttcaa") == ["t 2, c 3, a 4"])
        let next = try alerts("sequence { by = \"dyad\", after_match = \"skip_to_next\", \(steps) }", "ttcaaa")
        #expect(next == ["t 2, c 3, a 4", "t 1, c 3, a 5"])
    }

    @Test("events of other keys do not stand between")
    func otherKeys() throws {
        let match = """
            sequence { by = "dyad", step "t" { type = "THREATEN" }, immediately_followed_by "a" { type = "ASSAULT" } }
            """
        let drafts = [
            Workshop.draft("2024-01-01", "IRN", "USA", .threaten), Workshop.draft("2024-01-02", "IRN", "ISR", .coerce),
            Workshop.draft("2024-01-03", "IRN", "USA"),
        ]
        #expect(try Workshop.alerts(try Workshop.pack(matching: match), drafts) == ["t 1, a 3"])
    }

    @Test("a near miss names the event that stands between")
    func nearMiss() throws {
        let match = """
            sequence { by = "dyad", step "t" { type = "THREATEN" }, immediately_followed_by "a" { type = "ASSAULT" } }
            """
        let pack = try Workshop.pack(matching: match)
        let events = try Workshop.events([
            Workshop.draft("2024-01-01", "IRN", "USA", .threaten), Workshop.draft("2024-01-02", "IRN", "USA", .coerce),
            Workshop.draft("2024-01-03", "IRN", "USA"),
        ])
        let miss = try #require(
            try RuleExplainer(pack).nearMiss(pack.rules[0], try EventStore(events).snapshot())
        )
        #expect(miss.stage == .absence && miss.step == "between 't' and 'a'" && miss.event == events[1].id)
    }
}

/// The operators against plain searches over the list of a dyad's events.
@Suite struct OperatorReferenceTests {
    private static func events(_ seed: Int) -> [Event] {
        RandomEvents.events(count: 260, seed: UInt64(seed), days: 400, alone: true)
            .filter { $0.date != nil }
            .map { event in
                var event = event
                event.inResponseTo = []
                return event
            }
    }

    /// The events of each dyad in order.
    private static func dyads(_ snapshot: EventStore.Snapshot) -> [[Event]] {
        var dyads: [String: [Event]] = [:]
        for row in 0..<snapshot.count {
            let event = snapshot.event(at: row)
            guard event.source[0].id != event.target[0].id else { continue }
            dyads["\(event.source[0].id) \(event.target[0].id)", default: []].append(event)
        }
        return Array(dyads.values)
    }

    /// The matches of one dyad that an operator should give, as places in its list.
    private static func expected(_ parts: String, _ events: [Event]) -> [[Int]] {
        let places = { (type: EventType) in events.indices.filter { events[$0].type == type } }
        let (threats, blows, force) = (places(.threaten), places(.assault), places(.coerce))
        var found: [[Int]] = []
        switch parts {
        case "immediately":
            for blow in blows where blow > 0 && events[blow - 1].type == .threaten { found.append([blow - 1, blow]) }
        case "strict":
            for blow in blows where blow > 1 && events[blow - 1].type == .coerce && events[blow - 2].type == .threaten {
                found.append([blow - 2, blow - 1, blow])
            }
        case "any":
            for threat in threats {
                for middle in force where middle > threat {
                    for blow in blows where blow > middle { found.append([threat, middle, blow]) }
                }
            }
        case "every":
            // As EPL's `every a -> b`: each a waits for the next b.
            var waiting: [Int] = []
            for place in events.indices {
                if events[place].type == .threaten { waiting.append(place) }
                guard events[place].type == .assault else { continue }
                found += waiting.map { [$0, place] }
                waiting = []
            }
        case "past":
            var barrier = -1
            for blow in blows {
                guard let threat = threats.last(where: { $0 < blow && $0 > barrier }) else { continue }
                found.append([threat, blow])
                barrier = blow
            }
        case "next":
            var opened: Set<Int> = []
            for blow in blows {
                search: for middle in force.reversed() where middle < blow {
                    for threat in threats.reversed() where threat < middle && !opened.contains(threat) {
                        found.append([threat, middle, blow])
                        opened.insert(threat)
                        break search
                    }
                }
            }
        default:
            var run: [Int] = []
            for place in events.indices {
                if events[place].type == .assault { run.append(place) }
                if events[place].type == .agree {
                    found.append(run)
                    run = []
                }
            }
            found = (found + [run]).filter { $0.count > 1 }
        }
        return found
    }

    @Test(
        "each operator finds what a plain search finds",
        arguments: 1...12,
        [
            ("immediately", "step \"t\" { type = \"THREATEN\" }, immediately_followed_by \"a\" { type = \"ASSAULT\" }"),
            (
                "strict",
                "select = \"strict_contiguity\", step \"t\" { type = \"THREATEN\" }, step \"c\" { type = \"COERCE\" }, "
                    + "step \"a\" { type = \"ASSAULT\" }"
            ),
            (
                "any",
                "select = \"skip_till_any_match\", step \"t\" { type = \"THREATEN\" }, step \"c\" { type = \"COERCE\" }, "
                    + "step \"a\" { type = \"ASSAULT\" }"
            ),
            ("every", "step \"t\" { type = \"THREATEN\", every() }, step \"a\" { type = \"ASSAULT\" }"),
            (
                "past",
                "after_match = \"skip_past_last_event\", step \"t\" { type = \"THREATEN\" }, step \"a\" { type = \"ASSAULT\" }"
            ),
            (
                "next",
                "after_match = \"skip_to_next\", step \"t\" { type = \"THREATEN\" }, step \"c\" { type = \"COERCE\" }, "
                    + "step \"a\" { type = \"ASSAULT\" }"
            ),
            ("until", "step \"a\" { type = \"ASSAULT\", times(at_least(2)), until_ { type = \"AGREE\" } }"),
        ]
    )
    func agreement(seed: Int, operation: (name: String, parts: String)) throws {
        let snapshot = try EventStore(Self.events(seed)).snapshot()
        let pack = try Workshop.pack(matching: "sequence { by = \"dyad\", \(operation.parts) }")
        #expect(pack.errors.isEmpty)
        let found = RuleEngine([pack]).check(snapshot).alerts.map { $0.bindings.flatMap(\.events) }
        let expected = Self.dyads(snapshot).flatMap { events in
            Self.expected(operation.name, events).map { places in places.map { events[$0].id } }
        }
        #expect(!expected.isEmpty || ["strict", "past"].contains(operation.name))
        #expect(Set(found) == Set(expected))
    }
}
