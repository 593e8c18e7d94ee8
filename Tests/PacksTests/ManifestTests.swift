// Manifests are data, and every mistake in one is shown where it stands.
import EventModel
import Testing

@testable import Rules

@Suite struct ManifestTests {
    static func manifest(_ text: String) throws(RuleError) -> PackManifest {
        try PackManifest(RuleFile(path: "p/pack.lua", bytes: Array(text.utf8)))
    }

    @Test("a full manifest is read")
    func full() throws {
        let manifest = try Self.manifest(
            """
            -- what it is
            local licence = "MIT"
            return {
                name = "mine", version = "1.2.3-rc.1", brink = ">= 0.1, < 2",
                summary = "A " .. "summary.", authors = { "A", "B" }, licence = licence,
                homepage = "https://example.org",
                dependencies = { other = "^1.2", far = { version = "~2", git = "https://example.org/far.git" } },
                capabilities = { "lexicon", "print" },
                budgets = { memory = "64MiB", time = "2s", instructions = 1e6 },
            }
            """
        )
        #expect(manifest.name == "mine" && manifest.version == SemanticVersion("1.2.3-rc.1"))
        #expect(manifest.brink.description == ">= 0.1, < 2" && manifest.summary == "A summary.")
        #expect(manifest.authors == ["A", "B"] && manifest.licence == "MIT")
        #expect(manifest.dependencies.map(\.name) == ["far", "other"])
        #expect(manifest.dependencies[0].git == "https://example.org/far.git")
        #expect(manifest.dependencies[1].range.description == "^1.2")
        #expect(manifest.capabilities == [.lexicon, .print])
        #expect(manifest.budgets.memory == 64 << 20 && manifest.budgets.time == .seconds(2))
        #expect(manifest.budgets.instructions == 1_000_000)
    }

    @Test(
        "a mistake is shown with its line and column, and with what was probably meant",
        arguments: [
            ("return { nmae = 'x' }", "1:10", "no key 'nmae'", "name"),
            ("return {\n  name = 'a',\n  verzion = '1.0.0' }", "3:3", "no key 'verzion'", "version"),
            ("return { name = 'a', version = '1.0' }", "1:32", "'1.0' is no semantic version", "semver.org"),
            ("return { name = 'A b', version = '1.0.0' }", "1:17", "'A b' is no name", "lower-case"),
            ("return { name = 5, version = '1.0.0' }", "1:17", "'name' must be text, not a number", ""),
            ("return { version = '1.0.0' }", "", "'name' is missing", "name ="),
            ("return { name = 'a' }", "", "'version' is missing", "version ="),
            ("return { name = 'a', version = '1.0.0', brink = '>= 0.1, <x.2' }", "1:59", "'x.2' is no version", "^1.2"),
            (
                "return { name = 'a', version = '1.0.0',\n  dependencies = { b = '^^1' } }", "2:24",
                "'^^' is no comparison", "^1.2"
            ),
            ("return { name = 'a', version = '1.0.0',\n dependencies = { B = '1' } }", "2:19", "'B' is no name", ""),
            ("return { name = 'a', version = '1.0.0', dependencies = { a = '1' } }", "1:58", "on itself", ""),
            (
                "return { name = 'a', version = '1.0.0',\n dependencies = { b = { vresion = '1' } } }", "2:25",
                "no key 'vresion'", "version"
            ),
            (
                "return { name = 'a', version = '1.0.0', capabilities = { 'print', 'lexikon' } }", "1:67",
                "no capability 'lexikon'", "lexicon"
            ),
            ("return { name = 'a', version = '1.0.0', budgets = { memory = 'lots' } }", "1:62", "'lots'", "64MiB"),
            ("return { name = 'a', version = '1.0.0', budgets = { time = '1h' } }", "1:60", "'1h'", "60s"),
            ("return { name = 'a', version = '1.0.0', authors = { 'A', 7 } }", "1:58", "must be text", ""),
            ("return { name = 'a', version = '1.0.0', homepage = 'x' }", "1:52", "no URL", "https"),
            ("return { name = 'a', version = '1.0.0', 'stray' }", "1:41", "named keys only", "key = value"),
            ("return { name = string.rep('a', 3), version = '1.0.0' }", "1:17", "undefined global 'string'", "data"),
            ("return { name = ('a'):rep(3), version = '1.0.0' }", "1", "rep", ""),
            ("while true do end", "1", "limit", ""), ("rule 'x' {}", "1:1", "rule", ""),
            ("return 5", "", "a table", ""),
            ("return { name = 'a',", "1", "near <eof>", ""),
        ]
    )
    func mistakes(text: String, place: String, message: String, hint: String) {
        do throws(RuleError) {
            let manifest = try Self.manifest(text)
            Issue.record("no error, but \(manifest)")
        } catch {
            #expect(error.message.contains(message), "\(error)")
            #expect(hint.isEmpty || (error.hint ?? "").contains(hint), "\(error)")
            let location = error.location?.description ?? ""
            #expect(location.hasPrefix("p/pack.lua\(place.isEmpty ? "" : ":")\(place)"), "\(error)")
        }
    }

    @Test("what a stranger's file says is no command to the terminal")
    func controls() {
        do throws(RuleError) {
            _ = try Self.manifest("return { name = '\u{1B}]0;x\u{7}', version = '1.0.0' } -- \u{9B}31m")
            Issue.record("no error")
        } catch {
            #expect(error.description.contains("'?]0;x?' is no name"))
            #expect(!error.description.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{9B}" })
        }
    }

    @Test("a rule's hash changes with what the rule does, and not with its looks, its examples or its neighbours")
    func ruleContent() throws {
        let text = """
            local acts = require "pack.acts"
            rule "a" { kind = "k", match = step "s" { type = acts.BLOWS }, fires = { { events = {} } } }
            rule "b" { kind = "k", match = step "s" { type = "COERCE" } }
            """
        let module = "return { BLOWS = { 'ASSAULT' } }"
        func hashes(_ text: String, _ module: String = module) -> [String: String] {
            RuleContent.hashes(
                of: "p",
                in: [
                    RuleFile(path: "r.lua", bytes: Array(text.utf8)),
                    RuleFile(path: "modules/acts.lua", bytes: Array(module.utf8), role: .module("acts")),
                ]
            )
        }
        let before = hashes(text)
        #expect(Set(before.keys) == ["p/a", "p/b"])
        let same = [
            "-- a comment\n" + text, text.replacing("{ { events = {} } }", with: "{}"),
            text.replacing("\"COERCE\" }", with: "\"COERCE\"   }"), text.replacing(", fires", with: ",\n    fires"),
        ]
        for other in same { #expect(hashes(other) == before, "\(other)") }
        let b = hashes(text.replacing("COERCE", with: "ASSAULT"))
        #expect(b["p/a"] == before["p/a"] && b["p/b"] != before["p/b"])
        #expect(hashes(text, module.replacing("ASSAULT", with: "COERCE"))["p/a"] != before["p/a"])
        #expect(hashes("local x = 1\n" + text)["p/a"] != before["p/a"])
    }
}
