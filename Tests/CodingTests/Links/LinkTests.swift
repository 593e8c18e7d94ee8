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
