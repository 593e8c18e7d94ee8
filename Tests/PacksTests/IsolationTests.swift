// What a pack can reach: its own modules, the powers that it asks for, and nothing of another pack.
import EventModel
import LuaRuntime
import Testing

@testable import Rules

@Suite struct IsolationTests {
    static func pack(_ files: [String: String], manifest: String? = nil) throws -> RulePack {
        var all = files.map { path, text in
            let role: RuleFile.Role? =
                path.hasPrefix("modules/") ? .module(String(path.dropFirst(8).dropLast(4))) : nil
            return RuleFile(path: path, bytes: Array(text.utf8), role: path.hasPrefix("lexicon/") ? .lexicon : role)
        }
        if let manifest {
            let text = "return { name = 'p', version = '1.0.0', \(manifest) }"
            all.append(RuleFile(path: "pack.lua", bytes: Array(text.utf8)))
        }
        return try RulePack(name: "p", files: all)
    }

    static let rule = "rule 'r' { kind = 'k', match = step 's' { type = TYPES } }"

    @Test("a module is run once and shared by the rules of its pack")
    func modules() throws {
        let pack = try Self.pack([
            "a.lua": "local m = require 'pack.acts' m.count = m.count + 1",
            "b.lua": """
            local m = require "pack.acts"
            assert(m.count == 1 and m == require "pack.acts" and require "pack.nothing" == true)
            rule "r" { kind = "k", match = step "s" { type = m.BLOWS } }
            """,
            "modules/acts.lua": "return { BLOWS = { 'ASSAULT' }, count = 0 }", "modules/nothing.lua": "",
        ])
        #expect(pack.errors.isEmpty, "\(pack.errors)")
        #expect(pack.rules.map(\.id) == ["p/r"])
    }

    @Test(
        "no name leads out of the pack, and a mistake in a module is shown in the module",
        arguments: [
            ("require 'pack.atcs'", "a.lua:1", "no module 'pack.atcs'", "pack.acts"),
            ("require 'acts'", "a.lua:1", "no module 'acts'", ""), ("require 'io'", "a.lua:1", "no module 'io'", ""),
            ("require '../other/rules'", "a.lua:1", "no module '../other/rules'", ""),
            ("require 'pack.../x'", "a.lua:1", "no module", ""), ("require(nil)", "a.lua:1", "string expected", ""),
            ("require 'pack.broken'", "modules/broken.lua:2", "nothing", ""),
            ("require 'pack.loop'", "modules/loop.lua:1", "requires itself", ""),
        ]
    )
    func requiring(text: String, place: String, message: String, hint: String) throws {
        let pack = try Self.pack([
            "a.lua": text, "modules/acts.lua": "return {}", "modules/broken.lua": "local x = 1\nreturn nothing",
            "modules/loop.lua": "return require 'pack.loop'",
        ])
        let error = try #require(pack.errors.first)
        #expect(pack.errors.count == 1)
        #expect(error.message.contains(message), "\(error)")
        #expect(error.location?.description.hasPrefix(place) == true, "\(error)")
        #expect(hint.isEmpty || error.hint?.contains(hint) == true, "\(error)")
    }

    @Test("a module that does not compile is reported once, in itself")
    func brokenModule() throws {
        let pack = try Self.pack([
            "a.lua": Self.rule.replacing("TYPES", with: "'ASSAULT'"), "modules/m.lua": "return {",
        ])
        #expect(pack.errors.map { $0.location?.file } == ["modules/m.lua"])
        #expect(pack.rules.count == 1)
    }

    @Test("what one pack does to globals, libraries and strings no other pack sees")
    func isolation() throws {
        let vandal = try Self.pack([
            "a.lua": """
            string.format = nil
            table.concat = function() return "mine" end
            string.mine, math.pi = "x", 4
            rawset(_G, "leaked", true)
            rawset(_G, "step", nil)
            assert(not getmetatable(""))
            """
        ])
        #expect(vandal.errors.isEmpty, "\(vandal.errors)")
        let other = try Self.pack([
            "a.lua": """
            assert(("%d"):format(7) == "7" and table.concat({ "a", "b" }) == "ab" and math.pi < 3.2)
            assert(rawget(_G, "leaked") == nil and rawget(string, "mine") == nil)
            rule "r" { kind = "k", match = step "s" { type = "ASSAULT" } }
            """
        ])
        #expect(other.errors.isEmpty, "\(other.errors)")
        #expect(other.rules.count == 1)
    }

    @Test(
        "a power is there only where the manifest asks for it",
        arguments: [
            ("print 'x'", "print"), ("local t = os.time()", "clock"), ("local t = os.date('%Y')", "clock"),
            ("local t = os.clock()", "clock"),
        ]
    )
    func powers(text: String, capability: String) throws {
        let without = try Self.pack(["a.lua": text], manifest: "")
        #expect(without.errors.first?.message.contains("needs the capability '\(capability)'") == true)
        #expect(try Self.pack(["a.lua": text], manifest: "capabilities = { '\(capability)' }").errors.isEmpty)
        #expect(try Self.pack(["a.lua": text]).errors.isEmpty)
    }

    @Test("a lexicon counts only where the manifest asks for it")
    func lexicon() throws {
        let files = ["lexicon/groups.tsv": "x", "a.lua": Self.rule.replacing("TYPES", with: "'ASSAULT'")]
        let without = try Self.pack(files, manifest: "")
        #expect(without.errors.map(\.code) == ["no_capability"] && without.lexicon.isEmpty)
        #expect(try Self.pack(files, manifest: "capabilities = { 'lexicon' }").lexicon.count == 1)
    }

    @Test("a budget of the manifest holds")
    func budget() throws {
        let loop = ["a.lua": "local t = {} for i = 1, 1e6 do t[i] = i end"]
        #expect(try Self.pack(loop, manifest: "").errors.isEmpty)
        let small = try Self.pack(loop, manifest: "budgets = { memory = '8MiB' }")
        #expect(small.errors.first?.code == "lua_memory")
        let few = try Self.pack(loop, manifest: "budgets = { instructions = 1000 }")
        #expect(few.errors.first?.code == "lua_instructions")
    }
}
