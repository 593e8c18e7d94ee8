import EventModel
import Foundation
import Testing

@testable import Coding

@Suite struct ActionExampleTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let type: String
        let source: String
        let target: String
        let sentence: String
        var testDescription: String { sentence }
    }

    static let examples: [Example] = {
        guard let bytes = try? Built.bytes("Tests/Fixtures/actions/examples.tsv") else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
            line in
            let columns = line.split(separator: "\t").map(String.init)
            return columns.count == 4
                ? Example(type: columns[0], source: columns[1], target: columns[2], sentence: columns[3]) : nil
        }
    }()

    @Test("There are examples of every type")
    func types() {
        #expect(Set(Self.examples.map(\.type)) == Set(EventType.allCases.map(\.rawValue)))
    }

    @Test("A sentence gives the act that it tells, with its sides", arguments: examples)
    func example(_ example: Example) throws {
        let events = try Built.events(example.sentence)
        #expect(
            events.contains { event in
                event.type.rawValue == example.type && event.source.contains { $0.country == example.source }
                    && (example.target == "-" || event.target.contains { $0.country == example.target })
            },
            "\(events.map { "\($0.type) \($0.cameo ?? "") \($0.source.map(\.name)) \($0.target.map(\.name))" })"
        )
    }
}
