// Every line of the action lexicon makes what it promises of a sentence of our own.
import EventModel
import Foundation
import Testing

@testable import Coding

@Suite struct ActionLineTests {
    /// Lines that cannot have an example, by their file and first word, with the reason.
    private static let exempt: [String: String] = [
        "actions-embedding.tsv deny": "who denies an act leaves none behind that could be looked at",
        "actions-embedding.tsv denial": "the same",
    ]

    /// The words of a file of the lexicon, line by line.
    private static func lines(_ file: String, _ lexicon: ActionLexicon) -> [[FiredLine]] {
        let all =
            lexicon.patterns.map { FiredLine(.pattern($0.number), lexicon) }
            + lexicon.lightVerbs.map { FiredLine(.light($0.number), lexicon) }
            + lexicon.embeddings.map { FiredLine(.embedding($0.number), lexicon) }
            + lexicon.shifts.map { FiredLine(.shift($0.number), lexicon) }
        let own = Dictionary(grouping: all.filter { $0.line.file == file }, by: \.line.line)
        return own.sorted { $0.key < $1.key }.map(\.value)
    }

    @Test(
        "Every line of the action lexicon fires on an example, with the code and the sides that it promises",
        arguments: ["verbs", "nouns", "light", "embedding", "shifts"]
    )
    func everyLineFires(kind: String) throws {
        let coder = try Built.coder.get()
        let file = "actions-\(kind).tsv"
        var (examples, problems) = try LineExample.read(kind)
        var fired: Set<FiredLine> = []
        for (example, reading) in zip(examples, LineReading.read(examples.map(\.sentence), coder)) {
            let lines = reading.fired(example, in: file)
            fired.formUnion(lines)
            if lines.isEmpty {
                let promise = "\(example.word) = \(example.cameo ?? "no event")"
                problems.append("\(example.place): '\(example.sentence)' is not \(promise), but \(reading.acts)")
            }
        }
        for words in Self.lines(file, coder.actions) where !words.contains(where: fired.contains) {
            if Self.exempt["\(file) \(words[0].word)"] != nil { continue }
            let all = words.map(\.word).joined(separator: "|")
            problems.append("\(words[0].line) \(all): no example fires it; add one to lines/\(kind).tsv")
        }
        #expect(problems.isEmpty, "\(problems.count):\n\(problems.prefix(40).joined(separator: "\n"))")
    }

    @Test("The examples are of at least 2,000 lines and words of the lexicon, each of another")
    func breadth() throws {
        let words = try ["verbs", "nouns", "light", "embedding", "shifts"].flatMap { kind in
            try LineExample.read(kind).examples.map { "\(kind) \($0.word) \($0.sentence)" }
        }
        #expect(Set(words).count == words.count)
        #expect(words.count >= 2000)
    }

    @Test("A line without an example, and an example that makes something else, are found")
    func canFail() throws {
        let coder = try Built.coder.get()
        func fired(_ word: String, _ cameo: String?, _ sentence: String) -> [FiredLine] {
            let example = LineExample(
                place: "here",
                word: word,
                cameo: cameo,
                source: "IRN",
                target: "IRQ",
                sentence: sentence
            )
            return LineReading(sentence, coder).fired(example, in: "actions-verbs.tsv")
        }
        #expect(!fired("blockade", "191", "Iran blockaded Iraq on Monday.").isEmpty)
        #expect(fired("blockade", "190", "Iran blockaded Iraq on Monday.").isEmpty)
        #expect(fired("bomb", "191", "Iran blockaded Iraq on Monday.").isEmpty)
        #expect(fired("blockade", "191", "Iraq blockaded Iran on Monday.").isEmpty)
        #expect(fired("blockade", nil, "Iran blockaded Iraq on Monday.").isEmpty)
    }
}
