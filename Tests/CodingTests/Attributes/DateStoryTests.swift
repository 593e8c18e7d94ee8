import Chronology
import EventModel
import Testing

@testable import Coding

@Suite struct DateStoryTests {
    /// A text of 2024-03-01, words of an action, and the day of the event; nil for none.
    struct Row: Sendable {
        var text: String
        var action: String
        var day: String?

        init(_ text: String, _ action: String, _ day: String?) {
            self.text = text
            self.action = action
            self.day = day
        }
    }

    @Test(
        "Each event has its own day, and none where the text tells none",
        arguments: [
            // What came before is not of the day of its article, nor of what came after it.
            Row(
                "Israel bombed Gaza on Friday, months after Hamas launched an assault on Israeli towns.",
                "assault",
                nil
            ),
            Row(
                "Russian forces shelled Kherson on Tuesday, as they have since Russia invaded Ukraine.",
                "invaded",
                nil
            ),
            Row(
                "Two days after Hamas attacked Israel, Israeli jets bombed Gaza on Thursday.",
                "attacked",
                "2024-02-27"
            ),
            Row("Israeli jets bombed Gaza on Thursday, hours after Hamas attacked Israel.", "attacked", "2024-02-29"),
            Row("Israel bombed Gaza on Thursday after Hamas attacked Israel on Monday.", "attacked", "2024-02-26"),
            // A weekday of what was answered is the one before the answer.
            Row("Turkey bombed Syria on Wednesday after Syria attacked Turkey on Friday.", "attacked", "2024-02-23"),
            // Times of day, and times before nouns.
            Row(
                "In the early morning of Saturday 24 February, rebels attacked Malian soldiers.",
                "attacked",
                "2024-02-24"
            ),
            Row("The toll of Monday's attack by al-Shabaab on Kenyan soldiers rose to 21.", "attack", "2024-02-26"),
            Row("Kenya condemned al-Shabaab after Monday's attack on Kenyan soldiers.", "condemned", "2024-03-01"),
            // The story goes on.
            Row("Israel bombed Gaza on Monday. Hours later, Hamas fired rockets at Israel.", "fired", "2024-02-26"),
            Row(
                "The strikes came in reply to an attack on Saturday in which al-Shabaab killed nine Kenyan soldiers.",
                "killed",
                "2024-02-24"
            ),
            // Long ago, in a relative clause.
            Row("Russia, which annexed Crimea in 2014, bombed Odesa on Thursday.", "bombed", "2024-02-29"),
        ]
    )
    func day(row: Row) throws {
        let events = try Built.events(row.text)
        let event = try #require(events.first { $0.action.contains(row.action) }, "\(events.map(\.action))")
        #expect(event.date == row.day.flatMap { DaySpan(iso: $0) })
    }

    @Test("An act done on two days is two events")
    func twoDays() throws {
        let text = "US forces carried out strikes on Kataib Hezbollah in Iraq on 4 January and 23 January."
        let days = try Built.events(text).filter { $0.type == .assault }.compactMap(\.date)
        #expect(days == [DaySpan(iso: "2024-01-04"), DaySpan(iso: "2024-01-23")])
    }

    @Test(
        "The first time is one time, and three times are many",
        arguments: [("the first time", false), ("the third time", false)]
    )
    func times(words: String, isMany: Bool) throws {
        let event = try #require(try Built.events("For \(words), Ukraine bombed Moscow on Tuesday.").first)
        #expect(event.aggregate == isMany)
        #expect(event.date == DaySpan(iso: "2024-02-27"))
    }
}
