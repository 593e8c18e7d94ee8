import Chronology
import EventModel
import Testing

@testable import Coding

@Suite struct SyndicationTests {
    private func assaults(_ stories: [(id: String, day: String, text: String)]) throws -> [Event] {
        var coder = try Built.coder.get()
        coder.options.merge = .corpus
        let articles = stories.map { Article(id: $0.id, text: $0.text, published: Day(iso: $0.day)) }
        return coder.events(in: articles).filter { $0.type == .assault }
    }

    private static let agency = (
        id: "agency", day: "2024-03-05",
        text: "MOGADISHU, Somalia (NW) - Al-Shabaab fighters attacked a Ugandan army base in southern Somalia on "
            + "Monday, killing three soldiers and wounding nine, the Ugandan army said."
    )
    private static let daily = (
        id: "daily", day: "2024-03-05",
        text: "Three Ugandan soldiers were killed when al-Shabaab militants attacked their base in Somalia on Monday. "
            + "President Yoweri Museveni condemned the attack on Tuesday."
    )
    private static let broadcaster = (
        id: "broadcaster", day: "2024-03-06",
        text: "Uganda is in mourning. Militants from al-Shabaab attacked Ugandan troops in Somalia on 4 March with a "
            + "truck bomb. Three soldiers died and nine others were wounded."
    )
    private static let weekly = (
        id: "weekly", day: "2024-03-08",
        text: "On Monday, fighters of al-Shabaab stormed a Ugandan base in Somalia. The attack killed three Ugandan "
            + "soldiers. Parliament will debate the mission next week."
    )

    @Test("Four outlets' stories of one attack are one event, told by each of them")
    func fourOutlets() throws {
        let events = try assaults([Self.agency, Self.daily, Self.broadcaster, Self.weekly])
        #expect(events.count == 1)
        let attack = try #require(events.first)
        #expect(attack.article == "agency")
        #expect(attack.date == DaySpan(iso: "2024-03-04"))
        #expect(attack.killed == 3)
        #expect(attack.wounded == 9)
        #expect(attack.source.contains { $0.id == "al-shabaab" })
        #expect(Set(attack.mentions.map(\.article)) == ["daily", "broadcaster", "weekly"])
    }

    @Test("The order in which the stories are read changes nothing")
    func order() throws {
        let stories = [Self.agency, Self.daily, Self.broadcaster, Self.weekly]
        #expect(try assaults(stories) == assaults(stories.reversed()))
    }

    @Test(
        "Attacks of one week by the same group stay apart where day, place or target differ",
        arguments: [
            (id: "later", day: "2024-03-07", text: "Al-Shabaab attacked Ugandan soldiers in Somalia on Wednesday."),
            (id: "last", day: "2024-03-09", text: "Al-Shabaab fired mortars at Ugandan soldiers in Somalia on Friday."),
            (id: "there", day: "2024-03-05", text: "Al-Shabaab attacked Ugandan soldiers in Kenya on Monday."),
            (id: "them", day: "2024-03-05", text: "Al-Shabaab attacked Kenyan soldiers in Somalia on Monday."),
        ]
    )
    func apart(other: (id: String, day: String, text: String)) throws {
        let first = (
            id: "first", day: "2024-03-05",
            text: "Al-Shabaab attacked Ugandan soldiers in Somalia on Monday, killing three."
        )
        #expect(try assaults([first, other]).count == 2)
    }

    @Test("Outlets that name the target and the toll of one blow in their own ways tell one event")
    func targets() throws {
        let events = try assaults([
            (
                id: "a", day: "2024-03-24",
                text:
                    "Gunmen from Islamic State attacked a concert hall in Moscow on Friday, killing at least 60 people."
            ),
            (
                id: "b", day: "2024-03-25",
                text: "Islamic State gunmen killed 133 people at a concert hall in Moscow on Friday."
            ),
            (
                id: "c", day: "2024-03-26",
                text: "Islamic State attacked a concert hall in Moscow on 22 March, killing 137 people."
            ),
        ])
        #expect(events.count == 1)
        #expect(events.first?.killed == 137)
    }

    @Test("A ship that outlets call by several names is seized once")
    func tanker() throws {
        var coder = try Built.coder.get()
        coder.options.merge = .corpus
        let stories = [
            "Iranian commandos seized a Greek oil tanker in the Gulf of Oman on Thursday.",
            "Iran's navy captured a tanker on Thursday.",
        ]
        let articles = stories.enumerated().map { number, text in
            Article(id: "s\(number)", text: text, published: Day(iso: "2024-03-01"))
        }
        #expect(coder.events(in: articles).filter { $0.type == .coerce }.count == 1)
    }

    @Test(
        "Two attacks stay two: a day apart in one town, and on one day in two towns",
        arguments: [
            "Russian forces shelled Kharkiv on Wednesday.", "Russian forces shelled Kherson on Tuesday.",
        ]
    )
    func nearMiss(other: String) throws {
        let first = (id: "first", day: "2024-03-08", text: "Russian forces shelled Kharkiv on Tuesday.")
        #expect(try assaults([first, (id: "other", day: "2024-03-08", text: other)]).count == 2)
    }

    @Test(
        "A telling that names no attacker joins an attack of the same figures, and of no others",
        arguments: [("three", 1), ("two", 2)]
    )
    func figures(killed: String, count: Int) throws {
        let first = (
            id: "first", day: "2024-03-05",
            text: "Al-Shabaab attacked Ugandan soldiers in Somalia on Monday, killing three."
        )
        let other = (
            id: "other", day: "2024-03-06",
            text: "\(killed.capitalized) Ugandan soldiers were killed in an attack in Somalia on Monday."
        )
        #expect(try assaults([first, other]).count == count)
    }
}
