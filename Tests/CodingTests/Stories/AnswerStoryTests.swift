import EventModel
import Testing

@testable import Coding

@Suite struct AnswerStoryTests {
    /// Floors a little below the least that was measured with four models of the parser and beams of 1 and 4.
    private static let recall = 0.75
    private static let precision = 0.92

    @Test(
        "Of the stories' answers most are found, and few others, whatever the parser makes of them",
        arguments: [1, 4]
    )
    func stories(beam: Int) throws {
        var coder = try Built.coder.get()
        coder = try Built.makeCoder(options(coder.options, beam: beam))
        var right = 0
        var missed: [String] = []
        var wrong: [String] = []
        for story in try AnswerStory.all() {
            let events = coder.events(in: [Built.article(story.text)])
            var links = events.flatMap { event in
                event.inResponseTo.compactMap { id in
                    events.first { $0.id == id }.map { (answer: event.action, answered: $0.action) }
                }
            }
            for link in story.links {
                let isTold: ((answer: String, answered: String)) -> Bool = { found in
                    link.answer.contains { found.answer.contains($0) }
                        && link.answered.contains { found.answered.contains($0) }
                }
                let isFound = links.contains(where: isTold)
                links.removeAll(where: isTold)
                if link.isOptional { continue }
                if isFound { right += 1 } else { missed.append(story.text) }
            }
            wrong += links.map { "\($0.answer) < \($0.answered): \(story.text)" }
        }
        #expect(Double(right) >= Self.recall * Double(right + missed.count), "\(missed)")
        #expect(Double(right) >= Self.precision * Double(right + wrong.count), "\(wrong)")
    }

    private func options(_ options: Coder.Options, beam: Int) -> Coder.Options {
        var options = options
        options.beam = beam
        return options
    }
}
