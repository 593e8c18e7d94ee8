import EventModel
import Testing

@testable import Coding

@Suite struct LinkTests {
    @Test(
        "An answer is linked to what it answers",
        arguments: [
            "Israel bombed Syria on Thursday in response to a Syrian attack on Israel.",
            "Israel bombed Syria on Thursday after Syria attacked Israel.",
            "Syria attacked Israel on Monday. Israel retaliated by bombing Syria on Thursday.",
            "Days after Syria attacked Israel, Israel bombed Syria on Thursday.",
            "Following a Syrian attack on Israel, Israel bombed Syria on Thursday.",
            "Israel bombed Syria on Thursday. The bombing came two days after Syria attacked Israel.",
            "Syria attacked Israel on Monday. Responding to the attack, Israel bombed Syria on Thursday.",
            "Syria attacked Israel on Monday. In reprisal, Israel bombed Syria on Thursday.",
            "Israel's bombing of Syria on Thursday followed a Syrian attack on Israel.",
            "Israel bombed Syria on Thursday to avenge a Syrian attack on Israel.",
            "Syria attacked Israel on Monday. The attack prompted Israel to bomb Syria on Thursday.",
            "Syria attacked Israel on Monday. Israel hit back by bombing Syria on Thursday.",
            "On the heels of a Syrian attack on Israel, Israel bombed Syria on Thursday.",
            "Israel's bombing of Syria on Thursday was prompted by a Syrian attack on Israel.",
        ]
    )
    func answers(text: String) throws {
        let events = try Built.events(text).filter { $0.type == .assault }
        let reply = try #require(events.first { event in event.source.contains { $0.country == "ISR" } })
        let cause = try #require(events.first { event in event.source.contains { $0.country == "SYR" } })
        #expect(reply.inResponseTo == [cause.id])
        #expect(cause.inResponseTo.isEmpty)
    }

    @Test(
        "What only came before is not answered",
        arguments: [
            "Israel bombed Syria on Thursday after a cabinet meeting.",
            "After months of calm, Israel bombed Syria on Thursday.",
            "Israel met Egypt on Monday. After the talks, Israel bombed Syria on Thursday.",
            "Israel bombed Syria on Thursday after shelling it on Monday.",
            "Israel bombed Syria on Thursday; Jordan arrested two smugglers after Syria attacked a border post.",
            "Shortly after midnight on Thursday, Israel bombed Syria. A week after the election, Syria attacked Israel.",
        ]
    )
    func settings(text: String) throws {
        let events = try Built.events(text)
        #expect(events.contains { $0.type == .assault })
        #expect(events.allSatisfy { $0.inResponseTo.isEmpty })
    }

    @Test("An answer says who dealt the blow that it answers")
    func completed() throws {
        let text = "Mali's army killed 30 jihadists in reprisal for an ambush on Sunday in which 17 soldiers died."
        let events = try Built.events(text).filter { $0.type == .assault }
        let reply = try #require(events.first { $0.action.contains("killed") })
        let cause = try #require(events.first { $0.action.contains("ambush") })
        #expect(reply.inResponseTo == [cause.id])
        #expect(cause.source.contains { $0.name.contains("jihadist") })
        #expect(cause.target.contains { $0.country == "MLI" })
    }

    @Test(
        "A noun that points back is the act told elsewhere, whatever the day of the clause it stands in",
        arguments: [
            "Syria shelled Israel on Monday. Israel bombed Syria on Wednesday following the attack.",
            "Syria ambushed Israeli soldiers on Monday. Israel bombed Syria on Wednesday in retaliation for the ambush.",
        ]
    )
    func pointsBack(text: String) throws {
        let events = try Built.events(text).filter { $0.type == .assault }
        let reply = try #require(events.first { event in event.source.contains { $0.country == "ISR" } })
        let cause = try #require(events.first { event in event.source.contains { $0.country == "SYR" } })
        #expect(reply.inResponseTo == [cause.id])
    }
}
