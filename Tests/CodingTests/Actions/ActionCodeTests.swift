// The finer CAMEO codes: each follows from the words of a sentence of our own.
import EventModel
import Foundation
import Testing

@testable import Coding

@Suite struct ActionCodeTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let code: String
        let sentence: String
        var testDescription: String { "\(code) \(sentence)" }
    }

    static let examples: [Example] = {
        guard let bytes = try? Built.bytes("Tests/Fixtures/actions/codes.tsv") else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
            line in
            let columns = line.split(separator: "\t").map(String.init)
            return columns.count == 2 ? Example(code: columns[0], sentence: columns[1]) : nil
        }
    }()

    @Test("There are examples of every root, and of most codes below it")
    func breadth() {
        let codes = Set(Self.examples.map(\.code))
        #expect(Set(codes.map { $0.prefix(2) }).count == 19)
        #expect(codes.count >= 150)
    }

    @Test("A sentence gives the code that its words ask for", arguments: examples)
    func example(_ example: Example) throws {
        let events = try Built.events(example.sentence)
        #expect(
            events.contains { $0.cameo == example.code },
            "\(events.map { "\($0.cameo ?? "-") \($0.source.map(\.name)) \($0.target.map(\.name))" })"
        )
    }

    @Test("No line for a word is hidden by an earlier one for the same word in the same company")
    func hidden() throws {
        var seen: Set<Company> = []
        var hidden: [String] = []
        for pattern in try Built.actions().patterns {
            let parts = pattern.origin.split(separator: " ", maxSplits: 2).map(String.init)
            let company = Company(
                file: String(parts[0].prefix { $0 != ":" }),
                word: parts[1],
                terms: pattern.terms,
                mood: pattern.flags.intersection([.not, .future]).rawValue
            )
            if !seen.insert(company).inserted { hidden.append(pattern.origin) }
        }
        #expect(hidden.isEmpty, "\(hidden.sorted().prefix(10))")
    }

    /// A word and what a line asks for beside it.
    private struct Company: Hashable {
        let file: String
        let word: String
        let terms: [ActionTerm]
        let mood: UInt32
    }

    @Test(
        "An accusation takes the topic of the act that it is about",
        arguments: [("195", "1123"), ("202", "1124"), ("1722", "1122"), ("173", "1122"), ("040", "112")]
    )
    func accusations(inner: String, outer: String) throws {
        #expect(try Built.actions().shifted(inner, by: .accuse) == outer)
    }

    @Test("What is asked, demanded, promised and refused has one topic, whatever the word")
    func topics() throws {
        let lexicon = try Built.actions()
        for (inner, topic) in [
            ("061", "11"), ("072", "32"), ("0841", "53"), ("085", "54"), ("0862", "55"), ("0874", "56"),
        ] {
            #expect(lexicon.shifted(inner, by: .appeal) == "02" + topic)
            #expect(lexicon.shifted(inner, by: .demand) == "10" + topic)
            #expect(lexicon.shifted(inner, by: .intend) == "03" + topic)
        }
        #expect(lexicon.shifted("0253", by: .refuse) == "1243")
        #expect(lexicon.shifted("1032", by: .refuse) == "1222")
    }
}
