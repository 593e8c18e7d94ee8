// The rules that docs/rules.md shows are rules that work.
import EventModel
import Testing

@testable import Rules

@Suite struct DocumentationTests {
    /// The Lua blocks of a page that define rules.
    private func blocks() throws -> [String] {
        let page = String(decoding: try Workshop.bytes("docs/rules.md"), as: UTF8.self)
        return page.split(separator: "```lua\n").dropFirst().compactMap { part in
            part.split(separator: "\n```").first.map(String.init)
        }
    }

    @Test("the examples of every rule on the page come out as they say")
    func examples() throws {
        let rules = try blocks().filter { $0.contains("rule \"") }
        #expect(rules.count == 3)
        for text in rules {
            let pack = try Workshop.pack(text)
            #expect(pack.errors.map(\.description) == [])
            let results = RuleTester(ontology: try Workshop.ontology()).test(pack)
            #expect(!results.isEmpty)
            for result in results { #expect(result.passed, "\(result.rule): \(result.got)") }
        }
    }

    @Test("the manifest on the page is one")
    func manifest() throws {
        let text = try #require(try blocks().first { $0.hasPrefix("return") })
        let manifest = try PackManifest(RuleFile(path: "pack.lua", bytes: Array(text.utf8)))
        #expect(manifest.name == "sanctions")
    }
}
