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

    @Test(
        "The toll of an act is told with the act, not as an act of its own",
        arguments: [
            ("Israel bombed Gaza on Monday, killing 12 people.", 12),
            ("Rebels ambushed a Malian army convoy on Sunday and killed seven soldiers.", 7),
            ("Twelve people were killed in an Israeli air strike on Gaza on Monday.", 12),
        ]
    )
    func toll(text: String, killed: Int) throws {
        let events = try Built.events(text).filter { $0.type == .assault }
        #expect(events.map(\.killed) == [killed], "\(events.map(\.action))")
    }

    @Test("Who is named is no toll: a further victim with a name is an act of its own")
    func namedVictim() throws {
        let text = "Israel bombed Gaza on Monday and killed Hassan Nasrallah in Beirut."
        #expect(try Built.events(text).filter { $0.type == .assault }.count == 2)
    }

    @Test(
        "Attacks of one day by one side stay two where the town or the toll is another, or the text says so",
        arguments: [
            "Israel bombed Rafah on Tuesday. Israel bombed Khan Younis on Tuesday.",
            "Israeli jets bombed Rafah on Tuesday, killing 12 people. Israeli jets bombed Rafah on Tuesday night, killing four.",
            "Israel bombed Hezbollah positions on Tuesday. Israel carried out another strike on Hezbollah on Tuesday.",
        ]
    )
    func beside(text: String) throws {
        #expect(try Built.events(text).filter { $0.type == .assault }.count == 2)
    }

    @Test("A series of attacks that is summed up twice is one event")
    func series() throws {
        let text =
            "Iran-backed militias have carried out dozens of attacks on U.S. forces in Iraq and Syria since October. "
            + "Officials said the militias had launched a series of attacks against American soldiers."
        let events = try Built.events(text).filter { $0.type == .assault }
        #expect(events.count == 1)
        #expect(events.first?.aggregate == true)
        #expect(events.first?.target.contains { $0.country == "IRQ" || $0.country == "SYR" } == false)
    }

    @Test(
        "What strikes are aimed at belongs to the strikes, and the place of them attacks nobody",
        arguments: [
            "Turkey carried out air strikes in Syria on Tuesday targeting positions of Kurdish fighters.",
            "Turkey launched an attack in Iraq on Tuesday targeting Kurdish fighters.",
            "On Tuesday Turkey carried out air strikes in Iraq targeting facilities used by Kurdish militias.",
        ]
    )
    func aim(text: String) throws {
        let events = try Built.events(text).filter { $0.type == .assault }
        #expect(events.count == 1)
        #expect(events.first?.source.map(\.country) == ["TUR"])
        #expect(events.first?.target.contains { $0.name.contains("Kurdish") } == true)
        #expect(events.first?.date == DaySpan(iso: "2024-02-27"))
    }
}
