import EventModel
import Testing

@testable import Coding

@Suite struct CountStoryTests {
    /// A text, words of an action, and the killed and wounded of the event.
    struct Row: Sendable {
        var text: String
        var action: String
        var killed: Int?
        var wounded: Int?

        init(_ text: String, _ action: String, _ killed: Int?, _ wounded: Int?) {
            self.text = text
            self.action = action
            self.killed = killed
            self.wounded = wounded
        }
    }

    @Test(
        "Victims go to the attack that made them, in their numbers",
        arguments: [
            Row(
                "Rebels attacked Malian troops on Monday. They killed two soldiers before fleeing.",
                "attacked",
                2,
                nil
            ),
            Row(
                "Boko Haram attacked a village in Nigeria, killing two soldiers and three civilians.",
                "attacked",
                5,
                nil
            ),
            Row(
                "Boko Haram attacked a village in Nigeria, killing 12 people, three of them children.",
                "attacked",
                12,
                nil
            ),
            Row(
                "Two soldiers were killed and four wounded when a Turkish drone struck a Syrian army post.",
                "struck",
                2,
                4
            ),
            Row(
                "Israel killed three fighters on Monday, bringing the total of Hezbollah's dead to 78.",
                "killed",
                3,
                nil
            ),
            Row("The Houthis fired a missile at a US warship on Tuesday. There were no casualties.", "fired", 0, 0),
            Row(
                "Militants attacked US troops in Iraq on Sunday. Four soldiers were diagnosed with brain injuries.",
                "attacked",
                nil,
                4
            ),
            Row(
                "Turkish jets bombed the PKK in Iraq, killing 16 militants. PKK fighters had killed 12 Turkish soldiers.",
                "bombed",
                16,
                nil
            ),
            Row(
                "Al-Shabaab attacked Kenyan soldiers on Monday. Nine were killed in the attack. The toll later rose to 21.",
                "attacked",
                21,
                nil
            ),
        ]
    )
    func victims(row: Row) throws {
        let events = try Built.events(row.text)
        let event = try #require(events.first { $0.action.contains(row.action) }, "\(events.map(\.action))")
        #expect(event.killed == row.killed)
        #expect(event.wounded == row.wounded)
    }
}
