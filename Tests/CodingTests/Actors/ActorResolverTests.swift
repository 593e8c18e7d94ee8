// "The militia", "the army", "its forces", surnames, acronyms and pronouns go back to whom they stand for.
import EventModel
import Testing

@testable import Coding

struct ActorResolverTests {
    @Test(
        "Definite nouns, surnames, acronyms and pronouns take the actor named before",
        arguments: [
            ("Kataib Hezbollah shelled the base. The militia vowed more attacks.", "The militia", "kataib-hezbollah"),
            ("Boko Haram attacked the village. The group also burned a school.", "The group", "boko-haram"),
            ("Sudan closed the border. The army shelled the town.", "The army", "sudan"),
            (
                "Norwegian Foreign Minister Kari Nordmann met the delegation. Nordmann warned Iran.", "Nordmann",
                "kari-nordmann"
            ),
            ("Emmanuel Macron met the ministers. He warned Iran.", "He", "emmanuel-macron"),
            ("Turkey shelled the town. It also closed the border.", "It", "turkey"),
            ("The Popular River Front (PRF) seized the town. The PRF then left.", "The PRF", "popular-river-front"),
            ("Boko Haram attacked. Nigeria bombed the group's headquarters.", "the group's headquarters", "boko-haram"),
            (
                "Iran's Revolutionary Guards seized a tanker. The Guards arrested the crew.", "The Guards",
                "islamic-revolutionary-guard-corps"
            ),
            ("North Korea fired a missile. South Korea condemned the North.", "the North", "north-korea"),
            (
                "Pakistan raided a camp near the border with Afghanistan. Troops seized weapons.", "Troops", "pakistan"
            ),
            ("A group called the Sons of Thunder attacked. The group left.", "The group", "sons-of-thunder"),
        ]
    )
    func antecedents(text: String, words: String, id: String) throws {
        let mention = try CodingRoom.shared.get().mention(words, in: text)
        #expect(mention?.actor.id == id)
        #expect(mention?.actor.text == words)
    }

    @Test("The forces of a possessive pronoun are those of the subject")
    func possessor() throws {
        let mention = try CodingRoom.shared.get().mention(
            "its troops",
            in: "Ethiopia withdrew its troops from the town."
        )
        #expect(mention?.actor.country == "ETH")
        #expect(mention?.actor.sector == .military)
    }

    @Test("The police are those of the country where they act")
    func police() throws {
        let text = "Turkey warned Greece. Protesters threw stones at police in the city of Yerevan on Friday."
        let events = try Built.events(text).filter { $0.type == .protest }
        #expect(events.first?.target.map(\.country) == ["ARM"])
    }

    @Test("A pronoun with nobody before it stays unresolved")
    func alone() throws {
        let mention = try CodingRoom.shared.get().mention("They", in: "They attacked at dawn.")
        #expect(mention?.antecedent == nil)
        #expect(mention?.actor.country == nil)
    }
}
