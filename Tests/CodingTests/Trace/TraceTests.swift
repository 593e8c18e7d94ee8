import Chronology
import EventModel
import Testing

@testable import Coding

@Suite struct TraceTests {
    /// The lines of a trace under a label.
    private func lines(_ label: String, _ event: Event?) -> [String] {
        (event?.trace ?? "").split(separator: "\n").filter { $0.hasPrefix(label + ": ") }
            .map { String($0.dropFirst(label.count + 2)) }
    }

    private func reading(_ text: String, sentence: Int = 0, title: String? = nil) throws -> SentenceReading? {
        try Built.coder.get().reading(
            ofSentence: sentence,
            in: Article(id: "a", text: text, title: title, published: Day(iso: "2024-03-01"))
        )
    }

    @Test("A trace marks the parts of the sentence and names the lines that made them")
    func marked() throws {
        let event = try Built.events("Turkish forces on Tuesday bombed Kurdish militants in Iraq.").first
        #expect(
            lines("sentence", event) == ["{Turkish forces} on Tuesday [bombed] <Kurdish militants> in Iraq."]
        )
        #expect(lines("line", event).first?.hasPrefix("actions-verbs.tsv:") == true)
        #expect(lines("source", event).first?.contains("= Turkey, TUR MIL (agents.tsv:") == true)
        #expect(lines("date", event) == ["2024-02-27: \"Tuesday\", a time beside the act"])
        #expect(lines("place", event).first?.contains("places.tsv:") == true)
    }

    @Test("A trace tells what else was considered in the sentence and why it was rejected")
    func rejected() throws {
        let text = "Iran condemned Israel on Monday but did not attack Iraq last week."
        let event = try Built.events(text).first { $0.type == .accuse }
        let rejected = lines("rejected", event)
        #expect(rejected.contains { $0.hasPrefix("attack = 190") && $0.hasSuffix("told as not done") })
        #expect(rejected.contains("\"last week\": no day of this act"))
        #expect(!rejected.contains { $0.contains("Monday") })
    }

    @Test("A trace names the sentence from which a party or a further telling comes")
    func elsewhere() throws {
        let event = try Built.events(
            "Israel bombed Hezbollah positions in Lebanon on Tuesday. The bombing of Hezbollah by Israel killed six people."
        ).first { $0.type == .assault }
        #expect(lines("also told", event).contains { $0.hasSuffix("in sentence 1") })
    }

    @Test(
        "A sentence without an event tells why",
        arguments: [
            ("Iran did not attack Israel.", "told as not done"),
            ("They say Iran may bomb Israel.", "told as possible, not as a fact"),
            ("Officials met for lunch.", "no target"),
        ]
    )
    func objection(text: String, objection: String) throws {
        let reading = try #require(try reading(text))
        #expect(reading.considered.map(\.objection) == [objection])
        #expect(reading.considered.allSatisfy { $0.event == nil })
    }

    @Test("Words of the lexicon that come to nothing are named, and actors with their lines")
    func unused() throws {
        let reading = try #require(try reading("Thousands of Iranians came to the market."))
        #expect(reading.considered.isEmpty)
        #expect(reading.unused.map(\.word) == ["came"])
        #expect(reading.actors.contains { $0.actor.contains("Iran") && $0.lines.contains(".tsv:") })
        #expect(reading.text.contains("{Thousands of Iranians}"))
    }

    @Test("The title is sentence −1, and a sentence that is not there has no reading")
    func places() throws {
        let title = "Iran threatens to strike Israel"
        #expect(try reading("Oil prices rose.", sentence: -1, title: title)?.considered.count == 1)
        #expect(try reading("Oil prices rose.", sentence: -1) == nil)
        #expect(try reading("Oil prices rose.", sentence: 1, title: title) == nil)
    }
}
