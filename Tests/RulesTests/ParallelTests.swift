// However many threads run the rules, what comes out is the same to the byte.
import EventModel
import Testing

@testable import Rules

@Suite struct ParallelTests {
    @Test("One, two and four threads give the same report, run after run", arguments: 1...6)
    func threads(seed: Int) throws {
        let packs = [
            try Workshop.pack(folder: "rules/escalation"),
            try Workshop.pack(
                """
                rule "by_function" { kind = "k", match = step "x" {
                    type = "ASSAULT", where = function(e) return #e.source > 1 end } }
                rule "by_hand" { kind = "k", run = function(events)
                    for e in events:where { type = "THREATEN" }:each() do alert { summary = "t", events = { e } } end
                end }
                rule "over" { kind = "k", match = sequence { by = "pair", suppress = days(10),
                    step "one" { alert = "by_function" }, step "two" { alert = "by_hand" } } }
                rule "broken" { kind = "k2", match = step "x" { where = function(e) return e.nonsense end } }
                """
            ),
        ]
        #expect(packs.flatMap(\.errors).isEmpty)
        let snapshot = try EventStore(RandomEvents.events(count: 500, seed: UInt64(seed))).snapshot()
        let engine = RuleEngine(packs)
        let one = engine.check(snapshot, threads: 1)
        #expect(one.alerts.count > 50 && one.errors.map(\.rule) == ["test/broken"])
        for threads in [2, 4, 4, 2, 1] {
            let other = engine.check(snapshot, threads: threads)
            #expect(other.alerts == one.alerts)
            #expect(other.errors.map(\.description) == one.errors.map(\.description))
        }
    }
}
