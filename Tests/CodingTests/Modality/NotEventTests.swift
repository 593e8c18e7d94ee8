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
        ]
    )
    func noForce(sentence: String) throws {
        let events = try Built.events(sentence).filter { $0.type == .assault && $0.modality == .actual }
        #expect(events.isEmpty, "\(events.map(\.action))")
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
            "The hospital deployed all its reserves.",
        ]
    )
    func figurative(sentence: String) throws {
        let violent: Set<EventType> = [.assault, .coerce, .mobilize]
        let events = try Built.events(sentence).filter { violent.contains($0.type) }
        #expect(events.isEmpty, "\(events.map(\.action))")
    }

    @Test("Readiness to act against an adversary is a threat that has been made")
    func readiness() throws {
        let text = "Iran attacked Israel on Monday. Israel will not hesitate to take action."
        let threat = try #require(try Built.events(text).first { $0.type == .threaten })
        #expect(threat.modality == .actual)
        #expect(threat.target.contains { $0.country == "IRN" })
    }
}
