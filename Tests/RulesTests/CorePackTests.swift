// The built-in pack: it loads, and its examples that list events come out as they say.
import EventModel
import Testing

@testable import Rules

@Suite struct CorePackTests {
    @Test("the pack loads without an error and every rule is documented")
    func loads() throws {
        let pack = try Workshop.pack(folder: "rules/escalation")
        #expect(pack.errors.map(\.description) == [])
        #expect(pack.manifest.name == "escalation")
        for rule in pack.rules {
            #expect(!rule.description.isEmpty && !rule.references.isEmpty && !rule.falsePositives.isEmpty, "\(rule.id)")
            for examples in [rule.fires, rule.silent] {
                #expect(examples.count >= 2, "\(rule.id)")
                #expect(examples.contains { if case .article = $0.input { true } else { false } }, "\(rule.id)")
            }
        }
    }

    @Test("every example that lists events comes out as it says")
    func examples() throws {
        let pack = try Workshop.pack(folder: "rules/escalation")
        let tester = RuleTester(ontology: try Workshop.ontology())
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
}
