// Runs that are stopped from outside end, and leave everything as it was.
import EventModel
import Foundation
import LuaRuntime
import Synchronization
import Testing

@testable import Rules

@Suite struct StopTests {
    /// Runs that would go on for minutes, each for a reason of its own.
    private static let endless = [
        // Pairs far apart that are tried one by one, and never fit.
        "sequence { by = \"pair\", step \"a\" {}, step \"b\" { min_gap = days(4000) }, "
            + "step \"c\" { type = \"AGREE\", hostility = below \"b\" } }",
        // A function that never ends.
        "step \"a\" { where = function() while true do end end }",
        // A function for each of many.
        "sequence { step \"a\" {}, step \"b\" { where = function() return false end } }",
    ]

    @Test("A run ends soon after its sign is raised, with nothing, and the pack can run again", arguments: endless)
    func stops(match: String) throws {
        let pack = try Workshop.pack(matching: match)
        if let error = pack.errors.first { throw error }
        let snapshot = try EventStore(RandomEvents.events(count: 6_000, seed: 3, days: 3_000)).snapshot()
        let sign = StopSign()
        let isDone = Mutex(false)
        Thread.detachNewThread {
            while !isDone.withLock({ $0 }) {
                usleep(20_000)
                sign.raise()
            }
        }
        let report = RuleEngine([pack]).check(snapshot, stop: sign)
        isDone.withLock { $0 = true }
        #expect(report.isStopped && report.alerts.isEmpty && report.errors.isEmpty)
        let few = try EventStore(Array(RandomEvents.events(count: 1, seed: 3))).snapshot()
        let other = try Workshop.pack(matching: "step \"a\" {}")
        #expect(RuleEngine([other]).check(few).alerts.count == 1)
    }

    @Test("A sign that is raised beforehand lets nothing run")
    func raised() throws {
        let pack = try Workshop.pack(folder: "rules/escalation")
        let snapshot = try EventStore(RandomEvents.events(count: 200, seed: 5)).snapshot()
        let sign = StopSign()
        sign.raise()
        let report = RuleEngine([pack]).check(snapshot, stop: sign)
        #expect(report.isStopped && report.alerts.isEmpty)
        #expect(throws: RuleError.self) {
            try RuleExplainer(pack, stop: sign).alerts(pack.rules[0], snapshot)
        }
    }
}
