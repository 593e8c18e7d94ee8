// Coarse facts on words from WordNet's files (Princeton WordNet 3.0).
import Foundation
import Language

/// Reads parts of speech, first senses, verb frames and exceptions of single words.
struct WordNetReader {
    private(set) var facts: [String: UInt32] = [:]
    private(set) var exceptions: [Lemmatizer.Exception] = []

    init(folder: String) throws {
        let counts = try Self.senseCounts(folder)
        for (name, shift) in [("noun", UInt32(0)), ("verb", 2), ("adj", 4), ("adv", 6)] {
            let synsets = try Self.synsets(folder, name)
            for line in try Self.lines("\(folder)/index.\(name)") where line.first != " " {
                let fields = line.split(separator: " ")
                let word = String(fields[0])
                guard word.utf8.count > 1, !word.contains("_"), let pointers = Int(fields[3]) else { continue }
                let offsets = fields.dropFirst(6 + pointers)
                let all = counts[word, default: [0, 0, 0, 0]]
                let own = all[Int(shift / 2)]
                let mostly = own > 0 && own * 4 >= all.reduce(0, +)
                var bits = UInt32(mostly || all.reduce(0, +) == 0 ? 2 : 1) << shift
                if let first = offsets.first, let synset = synsets[first] {
                    if name == "noun" { bits |= (UInt32(synset.file) - 2) << 8 }
                    if name == "verb" { bits |= (UInt32(synset.file) - 28) << 13 }
                }
                if name == "verb" {
                    for offset in offsets.prefix(4) { bits |= (synsets[offset]?.frames ?? 0) << 17 }
                }
                facts[word, default: 0] |= bits
            }
        }
        for (name, part) in [("noun", PartOfSpeech.noun), ("verb", .verb), ("adj", .adj), ("adv", .adv)] {
            for line in try Self.lines("\(folder)/\(name).exc") {
                let fields = line.split(separator: " ")
                guard fields.count > 1, !fields[0].contains("_") else { continue }
                exceptions.append(
                    Lemmatizer.Exception(form: String(fields[0]), part: part, lemma: String(fields[1]))
                )
            }
        }
    }

    private struct Synset {
        var file: Int
        var frames: UInt32
    }

    private static func lines(_ path: String) throws -> [Substring] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    }

    private static func synsets(_ folder: String, _ name: String) throws -> [Substring: Synset] {
        var found: [Substring: Synset] = [:]
        for line in try lines("\(folder)/data.\(name)") where line.first != " " {
            let fields = line.prefix { $0 != "|" }.split(separator: " ")
            guard fields.count > 2, let file = Int(fields[1]) else { continue }
            var frames: UInt32 = 0
            var index = fields.count - 3
            while name == "verb", index > 3, fields[index] == "+", let frame = Int(fields[index + 1]) {
                frames |= frameBit(frame)
                index -= 3
            }
            found[fields[0]] = Synset(file: file, frames: frames)
        }
        return found
    }

    /// WordNet's 35 frames in six kinds: bare, object, two objects, clause, infinitive, prepositional.
    private static func frameBit(_ frame: Int) -> UInt32 {
        switch frame {
        case 1, 2, 3, 23: 1
        case 8, 9, 10, 11, 5, 6, 7: 2
        case 14, 15, 16, 17, 18, 19, 20, 21, 30, 31: 4
        case 26, 29, 34: 8
        case 24, 25, 28, 32, 33, 35: 16
        default: 32
        }
    }

    /// How often each word was tagged as noun, verb, adjective, adverb in WordNet's own concordance.
    private static func senseCounts(_ folder: String) throws -> [String: [Int]] {
        var counts: [String: [Int]] = [:]
        for line in try lines("\(folder)/cntlist.rev") {
            let fields = line.split(separator: " ")
            guard fields.count == 3, let count = Int(fields[2]), let mark = fields[0].firstIndex(of: "%") else {
                continue
            }
            let kind = fields[0][fields[0].index(after: mark)]
            let place: Int
            switch kind {
            case "1": place = 0
            case "2": place = 1
            case "3", "5": place = 2
            default: place = 3
            }
            counts[String(fields[0][..<mark]), default: [0, 0, 0, 0]][place] += count
        }
        return counts
    }
}
