// The built-in packs: they load, and their examples that list events come out as they say.
import EventModel
import Foundation
import Testing

@testable import Rules

@Suite struct CorePackTests {
    static let packs = ["ceasefire", "escalation", "maritime", "nuclear", "sanctions"]

    @Test("A pack loads without an error, and every rule is documented and shown", arguments: packs)
    func loads(name: String) throws {
        let pack = try Workshop.pack(folder: "rules/\(name)")
        #expect(pack.errors.map(\.description) == [])
        #expect(pack.manifest.name == name && pack.rules.count >= 6)
        for rule in pack.rules {
            #expect(!rule.description.isEmpty && !rule.references.isEmpty && !rule.falsePositives.isEmpty, "\(rule.id)")
            for examples in [rule.fires, rule.silent] {
                #expect(examples.count >= 3, "\(rule.id)")
                #expect(examples.contains { if case .events = $0.input { false } else { true } }, "\(rule.id)")
            }
        }
    }

    @Test("Every example that lists events comes out as it says", arguments: packs)
    func examples(name: String) throws {
        let pack = try Workshop.pack(folder: "rules/\(name)")
        let groups = try Self.groups()
        let tester = RuleTester(ontology: try Workshop.ontology(), resolve: { groups[$0] })
        for rule in pack.rules {
            let listing = rule.fires + rule.silent
            for (example, result) in zip(listing, tester.test(rule, in: pack)) {
                guard case .events = example.input else { continue }
                let miss = result.nearMiss.map(\.description) ?? ""
                let side = result.mustFire ? "fires" : "silent"
                #expect(result.passed, "\(rule.id) \(side)[\(result.number)]: \(result.got)\n\(miss)")
            }
        }
    }

    /// The groups and organisations of the lexicon by name: rules ask for the sector of a party.
    private static func groups() throws -> [String: Actor] {
        func rows(_ file: String) throws -> [[String]] {
            let url = Workshop.root.appending(path: "Sources/Coding/Data/\(file).tsv")
            return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
                .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        }
        // PAK is Pakistan, whatever group is called so, too.
        let states = Set(try rows("states").compactMap { $0.count > 1 ? $0[1] : nil })
        var actors: [String: Actor] = [:]
        for file in ["groups", "organizations"] {
            for columns in try rows(file) {
                guard columns.count >= 5 else { continue }
                func known(_ column: Int) -> String? { columns[column] == "-" ? nil : columns[column] }
                let name = columns[0].trimmingCharacters(in: ["~", "="])
                let actor = Actor(
                    id: name.lowercased().replacing(" ", with: "-"),
                    name: name,
                    country: known(1),
                    sector: known(2).flatMap(Sector.init(rawValue:)),
                    backer: known(3),
                    family: known(4),
                    text: name
                )
                for other in [name] + (columns.count > 6 ? columns[6].split(separator: ";").map(String.init) : []) {
                    let word = other.trimmingCharacters(in: ["~", "="])
                    if !states.contains(word) { actors[word] = actor }
                }
            }
        }
        return actors
    }
}
