// The little stories of answers.txt with what answers what in them.
import Foundation

/// A story and its answers.
struct AnswerStory {
    /// What answers what, by words of the actions.
    struct Link {
        var answer: [String]
        var answered: [String]
        /// Whether it may be found or not.
        var isOptional: Bool
    }

    var text: String
    var links: [Link] = []

    /// The stories of the file, in its order.
    static func all() throws -> [AnswerStory] {
        let path = "Tests/CodingTests/Stories/answers.txt"
        var stories: [AnswerStory] = []
        for line in String(decoding: try Built.bytes(path), as: UTF8.self).split(separator: "\n")
        where !line.hasPrefix("#") {
            guard line.hasPrefix("= ") else {
                stories.append(AnswerStory(text: String(line)))
                continue
            }
            let isOptional = line.hasPrefix("= ? ")
            let sides = line.dropFirst(isOptional ? 4 : 2).split(separator: "<").map { side in
                side.trimmingCharacters(in: .whitespaces).split(separator: "/").map(String.init)
            }
            guard sides.count == 2, !stories.isEmpty else { continue }
            let link = Link(answer: sides[0], answered: sides[1], isOptional: isOptional)
            stories[stories.count - 1].links.append(link)
        }
        return stories
    }
}
