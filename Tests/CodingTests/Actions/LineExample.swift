// A sentence of our own for a line of the action lexicon, and what the coder makes of it.
import Dispatch
import EventModel
import Foundation

@testable import Coding

/// A row of `Tests/Fixtures/actions/lines/*.tsv`.
struct LineExample: Sendable {
    /// Where the row stands, for messages.
    let place: String
    /// The word of the line that is to fire; of `shifts.tsv` group and prefix.
    let word: String
    /// The CAMEO code of the event, nil where the line keeps its words from being one.
    let cameo: String?
    /// Countries of the source and the target, nil where none is asked for.
    let source: String?
    let target: String?
    let sentence: String

    /// The examples for a file of the lexicon; a row of another shape is a mistake that `problem` tells.
    static func read(_ kind: String) throws -> (examples: [LineExample], problems: [String]) {
        let path = "Tests/Fixtures/actions/lines/\(kind).tsv"
        var examples: [LineExample] = []
        var problems: [String] = []
        let lines = String(decoding: try Built.bytes(path), as: UTF8.self).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        for (number, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let place = "\(kind).tsv:\(number + 1)"
            guard columns.count == 5 else {
                problems.append("\(place): \(columns.count) columns and not 5")
                continue
            }
            func value(_ column: Int) -> String? { columns[column] == "-" ? nil : columns[column] }
            examples.append(
                LineExample(
                    place: place,
                    word: columns[0],
                    cameo: value(1),
                    source: value(2),
                    target: value(3),
                    sentence: columns[4]
                )
            )
        }
        return (examples, problems)
    }
}

/// A line that had a part in an act, with the word of it.
struct FiredLine: Sendable, Hashable, CustomStringConvertible {
    let line: LexiconLine
    let word: String

    var description: String { "\(line) \(word)" }

    init(_ origin: Origin, _ lexicon: ActionLexicon) {
        switch origin {
        case .pattern(let number):
            line = lexicon.patterns[number].line
            word = lexicon.patterns[number].words
        case .light(let number):
            line = lexicon.lightVerbs[number].line
            word = lexicon.lightVerbs[number].words
        case .embedding(let number):
            line = lexicon.embeddings[number].line
            word = lexicon.embeddings[number].words
        case .shift(let number):
            line = lexicon.shifts[number].line
            word = "\(lexicon.shifts[number].group.rawValue) \(lexicon.shifts[number].prefix)"
        }
    }
}

/// What the coder makes of a sentence: its acts with the lines that made them.
struct LineReading: Sendable {
    struct Act: Sendable, CustomStringConvertible {
        var cameo: String
        var source: [String?]
        var target: [String?]
        var lines: [FiredLine]
        var isEvent: Bool

        var description: String {
            let sides = [source, target].map { $0.map { $0 ?? "?" }.joined(separator: ",") }
            return "\(isEvent ? "" : "no event ")\(cameo) \(sides[0]) > \(sides[1]) by \(lines)"
        }
    }

    private(set) var acts: [Act] = []

    init(_ sentence: String, _ coder: Coder) {
        let article = Built.article(sentence)
        coder.forEachBuilder(article, coder.parsed(article)) { builder, _ in
            let story = builder.story()
            for (act, byAct) in zip(story.acts, story.byAct) {
                let telling = byAct < 0 ? nil : story.tellings[byAct]
                acts.append(
                    Act(
                        cameo: telling?.meaning.cameo ?? act.meaning.cameo,
                        source: (telling?.source ?? act.source).map(\.actor.country),
                        target: (telling?.target ?? act.target).map(\.actor.country),
                        lines: act.origins.map { FiredLine($0, coder.actions) },
                        isEvent: byAct >= 0
                    )
                )
            }
        }
    }

    /// What the coder makes of sentences, on all cores: in a debug build a sentence takes some milliseconds.
    static func read(_ sentences: [String], _ coder: Coder) -> [LineReading] {
        var readings = [LineReading?](repeating: nil, count: sentences.count)
        readings.withUnsafeMutableBufferPointer { buffer in
            // Each iteration writes a slot of its own.
            nonisolated(unsafe) let slots = buffer
            DispatchQueue.concurrentPerform(iterations: sentences.count) { index in
                slots[index] = LineReading(sentences[index], coder)
            }
        }
        return readings.compactMap { $0 }
    }

    /// The lines of a file whose word and code are those that the example promises, with the sides it promises.
    func fired(_ example: LineExample, in file: String) -> [FiredLine] {
        func lines(_ act: Act) -> [FiredLine] { act.lines.filter { $0.line.file == file && $0.word == example.word } }
        let found = acts.filter { act in
            guard let cameo = example.cameo else { return !act.isEvent }
            return act.isEvent && act.cameo == cameo && (example.source.map { act.source.contains($0) } ?? true)
                && (example.target.map { act.target.contains($0) } ?? true)
        }
        let others = example.cameo == nil ? acts.filter(\.isEvent).flatMap(lines) : []
        return others.isEmpty ? found.flatMap(lines) : []
    }
}
