import EventModel
import Testing

@testable import Coding

@Suite struct NotEventTests {
    @Test(
        "What is denied, feared, planned against or only possible is no act of force",
        arguments: [
            "Iran did not attack Israel.", "Israel may attack Iran.", "If Iran attacks Israel, the region will burn.",
            "The United States wants to deter attacks by Iran on Israel.", "France fears a Russian attack on Ukraine.",
            "Did Iran attack Israel?", "There was no Iranian attack on Israel.",
            "Had Israel attacked Iran, the war would have spread.",
            "Police in Kenya foiled a Somali attack on Nairobi.",
            "We have to stop attacking Syria, the Turkish president said.",
            "Thousands mourned the victims of the bombing of Beirut.",
            "The court in Cyprus investigated the bombing of the Greek embassy.",
            "France has warned that Russia could attack Moldova.",
        ]
    )
    func noForce(sentence: String) throws {
        let events = try Built.events(sentence).filter { $0.type == .assault && $0.modality == .actual }
        #expect(events.isEmpty, "\(events.map(\.action))")
    }

    @Test(
        "What is done to nothing, and what things are meant for, is not done",
        arguments: [
            "Norway lifted no sanctions on Belarus.", "No Danish soldiers were sent to Niger.",
            "Spain and Chile signed a deal on drones used to attack rebels.",
            "Estonia was seeking to invade Latvia, the Lithuanian president claimed.",
            "Portugal suggested that the Angolan general had been drunk.",
            "The Peruvian minister told Chile that he was ill.",
            "Burundi has advanced efforts to end the crisis in Rwanda.",
            "Malta defended Cyprus in the exercise of its right to trade.",
            "The Danish prime minister deplored comments about bombing Norway.",
            "Qatar accused Bahrain of negligence without attacking it.",
            "The Indian space agency launched a rocket on Friday.", "A Swedish tourist captured the shot in Bali.",
        ]
    )
    func notDone(sentence: String) throws {
        let unwanted: Set<EventType> = [.assault, .mobilize, .retreat, .request]
        let events = try Built.events(sentence).filter { unwanted.contains($0.type) && $0.modality == .actual }
        #expect(events.isEmpty, "\(events.map(\.action))")
    }

    @Test(
        "Those who meet or speak do not meet the place",
        arguments: [
            "The African Union held a summit in Nairobi.", "The president of Chile spoke at a forum in Rome.",
        ]
    )
    func meetings(sentence: String) throws {
        let targets = try Built.events(sentence).filter { $0.type == .consult }.flatMap(\.target)
        #expect(!targets.contains { ["KEN", "ITA"].contains($0.country) }, "\(targets.map(\.text))")
    }

    @Test(
        "Sport, figures of speech and films tell of no acts of force",
        arguments: [
            "England attacked from the start and the striker scored two goals before half-time as the league match ended.",
            "The senator attacked the reform.", "The economy was hit by inflation.",
            "He died of a heart attack in France.",
            "The Israel-Hamas war has cut bookings, the airline said.",
            "The company struck a deal with its bank.", "The coach was fired after the season.",
            "Three people were killed in Spain when a lorry overturned.",
            "A strike by French rail workers has halted trains to Britain.",
            "The government announced the death of the president of Burundi.",
            "The hospital deployed all its reserves.", "In the film, Russian soldiers attack New York.",
            "The Hungarian opposition leader attacked the Hungarian prime minister.",
            "The minister bombarded the French government with letters.",
            "The earthquake struck Nepal, and after the tremor and the aftershock the landslide, the flood and the storm "
                + "the authorities closed schools and declared a state of emergency in Nepal.",
            "California outlawed the death penalty.", "Ugandan troops take part in peacekeeping operations in Somalia.",
        ]
    )
    func figurative(sentence: String) throws {
        let violent: Set<EventType> = [.assault, .coerce, .mobilize]
        let events = try Built.events(sentence).filter { violent.contains($0.type) }
        #expect(events.isEmpty, "\(events.map(\.action))")
    }

    @Test(
        "A truce is made where it is reached or begins, not where it is spoken of",
        arguments: [
            ("Israel and Hamas reached a ceasefire on Sunday.", true),
            ("A ceasefire between Israel and Hamas began on Sunday.", true),
            ("After the truce between Israel and Hamas expired, Israel bombed Gaza.", false),
            ("The ceasefire between Armenia and Azerbaijan is fragile.", false),
            ("Fighting resumed after a week-long truce between Israel and Hamas.", false),
        ]
    )
    func truces(sentence: String, isMade: Bool) throws {
        #expect(try Built.events(sentence).contains { $0.type == .agree } == isMade)
    }

    @Test(
        "Who warns of the attack of another does not threaten",
        arguments: [
            ("British intelligence warned of a Russian attack on Moldova.", false),
            ("France warned that Russia could attack Moldova.", false),
            ("Iran warned of retaliation against Israel.", true),
            ("Iran warned Israel that it would strike Haifa.", true),
        ]
    )
    func warnings(sentence: String, isThreat: Bool) throws {
        #expect(try Built.events(sentence).contains { $0.type == .threaten } == isThreat)
    }

    @Test("Where no group claims a blow, no group has dealt it")
    func unclaimed() throws {
        let text = "No militant group has claimed responsibility for the bombing of the Kenyan embassy in Juba."
        #expect(try !Built.events(text).contains { $0.type == .assault && !$0.source.isEmpty })
    }

    @Test("Readiness to act against an adversary is a threat that has been made")
    func readiness() throws {
        let text = "Iran attacked Israel on Monday. Israel will not hesitate to take action."
        let threat = try #require(try Built.events(text).first { $0.type == .threaten })
        #expect(threat.modality == .actual)
        #expect(threat.target.contains { $0.country == "IRN" })
    }
}
