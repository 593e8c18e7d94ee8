import Chronology
import EventModel
import Testing

@testable import Coding

@Suite struct MergingTests {
    @Test("An act told twice is one event with a further mention")
    func toldTwice() throws {
        let text =
            "Israel bombed Hezbollah positions in Lebanon on Tuesday. The bombing of Hezbollah by Israel killed six people."
        let events = try Built.events(text).filter { $0.type == .assault }
        #expect(events.count == 1)
        #expect(events.first?.mentions.count == 1)
        #expect(events.first?.date == DaySpan(iso: "2024-02-27"))
    }

    @Test("Acts of different days stay apart")
    func apart() throws {
        let text = "Israel bombed Hezbollah on Tuesday. Israel bombed Hezbollah on Thursday."
        #expect(try Built.events(text).filter { $0.type == .assault }.count == 2)
    }

    @Test("Two articles that tell the same act give one event under the earlier one's id, whatever their order")
    func corpus() throws {
        let coder = try Built.makeCoder(Coder.Options(merge: .corpus))
        let first = Article(id: "a", text: "Iran fired missiles at Iraq on Tuesday.", published: Day(iso: "2024-02-28"))
        let second = Article(
            id: "b",
            text: "On Tuesday, Iran fired missiles at Iraq.",
            published: Day(iso: "2024-02-29")
        )
        let events = coder.events(in: [second, first])
        #expect(events.count == 1)
        #expect(events.first?.article == "a")
        #expect(events.first?.revision == 1)
        #expect(events == coder.events(in: [first, second]))
    }

    @Test("What strikes are aimed at is their target, and their place is none")
    func aim() throws {
        let text = "The US on Tuesday carried out air strikes in Iraq targeting depots used by Iranian-backed militias."
        let events = try Built.events(text)
        #expect(events.count == 1)
        #expect(events.first?.source.map(\.country) == ["USA"])
        #expect(events.first?.target.map(\.backer) == ["IRN"])
        #expect(events.first?.location?.country == "IRQ")
    }
}
