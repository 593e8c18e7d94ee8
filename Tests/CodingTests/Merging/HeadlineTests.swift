import Chronology
import EventModel
import Testing

@testable import Coding

@Suite struct HeadlineTests {
    private func events(title: String, text: String, merge: Coder.Options.Merge = .article) throws -> [Event] {
        var coder = try Built.coder.get()
        coder.options.merge = merge
        return coder.code(Article(id: "a", text: text, title: title, published: Day(iso: "2024-03-06")))
    }

    @Test("What the text tells too is a mention of its event, with offsets of the headline's own")
    func toldAgain() throws {
        let title = "Turkey bombs Kurdish militants in Iraq"
        let events = try events(
            title: title,
            text: "Officials gave no figures. Turkish aircraft bombed Kurdish militants in Iraq on Tuesday."
        )
        let strike = try #require(events.first { $0.type == .assault })
        #expect(events.filter { $0.type == .assault }.count == 1)
        #expect(strike.sentence == 1)
        let mention = try #require(strike.mentions.first)
        #expect(mention.sentence == -1)
        #expect(mention.span == 0..<title.unicodeScalars.count)
        #expect(mention.text == title)
    }

    @Test("What only the headline tells is an event of sentence −1")
    func toldOnce() throws {
        let events = try events(title: "Iran threatens to strike Israel", text: "Oil prices rose on Wednesday.")
        let threat = try #require(events.first)
        #expect(threat.type == .threaten)
        #expect(threat.sentence == -1)
    }

    @Test("Without merging, both tellings are events")
    func unmerged() throws {
        let events = try events(
            title: "Turkey bombs Kurdish militants in Iraq",
            text: "Turkish aircraft bombed Kurdish militants in Iraq on Tuesday.",
            merge: .none
        )
        #expect(events.filter { $0.type == .assault }.map(\.sentence) == [-1, 0])
    }
}
