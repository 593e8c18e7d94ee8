// The built-in packs: they load, and their examples that list events come out as they say.
import EventModel
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
        let actors = try Self.actors()
        let tester = RuleTester(ontology: try Workshop.ontology(), resolve: actors.actor(named:))
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

    /// The actors of the lexicon: rules ask for the sector of a party.
    private static func actors() throws -> ActorBook {
        let names = ["agents.tsv", "groups.tsv", "organizations.tsv", "states.tsv"]
        let files = try names.map { (name: $0, bytes: try Workshop.bytes("Sources/Coding/Data/\($0)")) }
        return ActorBook(try ActorLexicon(files: files))
    }
}
