// Mistakes in rule files are reported where they stand, and leave the other files alone.
import EventModel
import LuaRuntime
import Testing

@testable import Rules

@Suite struct LoadingTests {
    @Test(
        "a mistake is named, with its line and what was probably meant",
        arguments: [
            ("rule \"r\" {\n  kind = \"k\",\n  mtach = 1 }", 3, "has no key 'mtach'", "match"),
            ("rule \"r\" { kind = \"k\",\n match = step \"a\" { tpye = \"ASSAULT\" } }", 2, "no key 'tpye'", "type"),
            ("rule \"r\" { kind = \"k\",\n match = step \"a\" { type = \"ASSALT\" } }", 2, "never 'ASSALT'", "ASSAULT"),
            ("rule \"r\" { kind = \"k\",\n match = step \"a\" }", 1, "step \"a\" has no table", "step \"a\" {"),
            ("\nrule \"r\"\n", 2, "rule \"r\" has no table", "rule \"r\" {"),
            ("rule \"r\" { kind = \"k\" }", 1, "neither 'match' nor 'run'", "match ="),
            ("rule \"r\" {\n kind = 'k', match = sequense {} }", 2, "sequense", "sequence"),
            ("x = 1", 1, "x", ""),
            ("rule \"r\" { kind = \"k\", severity = \"hihg\", match = step 'a' {} }", 1, "cannot be 'hihg'", "high"),
            ("local s = sequence {\n step 'a' {}, step 'b' { answers = 'c' } }", 2, "no step 'c'", "a"),
            ("local s = sequence { step 'a' {},\n step 'a' {} }", 1, "two steps are called 'a'", "name"),
            ("local s = sequence { by = 'dyda', step 'a' {} }", 1, "'by' cannot be 'dyda'", "dyad"),
            ("local s = sequence { by = 'dyad', step 'a' {}, step 'b' { reverses = 'a' } }", 1, "never be met", "pair"),
            ("local s = sequence { step 'a' { within = days(7) } }", 1, "nothing to count from", ""),
            ("local s = step 'a' { within = 'x' }", 1, "must be a time", "days(7)"),
            ("local s = step 'a' { killed = 'many' }", 1, "killed cannot be the text 'many'", "a number"),
            ("local s = step 'a' { killed = between(5, 3) }", 1, "nothing lies between 5 and 3", "between(3, 5)"),
            ("local s = step 'a' { date = between('2024-02-30', 'x') }", 1, "no days from '2024-02-30'", "2024-01-31"),
            (
                "local s = sequence { step 'a' {}, optional() }", 1, "'optional' is no part of a sequence",
                "step \"name\""
            ),
            ("local s = sequence { step 'a' {}, 7 }", 1, "a number is no part of a sequence", "step \"name\""),
            ("local s = step 'a' { mentions = says('x') }", 1, "mentions is no text", ""),
            ("local s = step 'a' { source = { sektor = 'REB' } }", 1, "part of source 'sektor'", "sector"),
            ("local s = step 'a' { source = { sector = none { 'RBE' } } }", 1, "source.sector is never 'RBE'", "REB"),
            ("local s = step 'a' { date = { from = '2024-13-01' } }", 1, "date.from cannot be", "2024-01-23"),
            ("rule \"r\" { kind = \"k\", match = step 'a' {} }\nrule \"r\" { }", 2, "two rules 'r'", ""),
            ("local w = window { cuont = 3, sliding = days(3) }", 1, "no key 'cuont'", "count"),
            ("local w = window { sliding = days(3) }", 1, "measures nothing", "count = at_least(5)"),
            ("local w = window { count = 3 }", 1, "window has no length", "sliding = days(30)"),
            ("local w = window { sliding = days(3), session = days(3), count = 3 }", 1, "at once", "sliding"),
            ("local w = window { sliding = days(3), sum = { kiled = 3 } }", 1, "no key 'kiled'", "killed"),
            ("local w = window { sliding = days(3), count = 'x' }", 1, "count cannot be the text 'x'", "a number"),
            ("local w = window { tumbling = 'weak', count = 3 }", 1, "'tumbling' cannot be 'weak'", "week"),
            ("local w = window { sliding = days(3), trend = 1 }", 1, "'trend' needs the length", "per = weeks(1)"),
            (
                "local w = window { sliding = days(3), weights = { ASSALT = 1 }, sum = { weight = 1 } }", 1, "ASSALT",
                "ASSAULT"
            ),
            (
                "local w = window { sliding = days(30), count = 5, baseline = { past = weeks(8), zscore = 2 } }", 1,
                "holds only 1 time 30 days", "days(120)"
            ),
            ("local w = window { sliding = days(7), baseline = { past = weeks(8) } }", 1, "compares nothing", "zscore"),
            ("local w = window { sliding = days(7), count = 1, where = { answers = 'a' } }", 1, "other steps", ""),
            (
                "local w = window { by = 'dyad', tumbling = weeks(60), per = weeks(1), reciprocity = {} }", 1,
                "two sides", "pair"
            ),
            ("local w = window { session = days(7), count = 1, after_match = 'no_skip' }", 1, "only sliding", ""),
            (
                "local s = sequence { select = 'strict', step 'a' {} }", 1, "'select' cannot be 'strict'",
                "strict_contiguity"
            ),
            ("local s = sequence { after_match = 'skip_to_nxt', step 'a' {} }", 1, "skip_to_nxt", "skip_to_next"),
            ("local s = sequence { immediately_followed_by 'a' {} }", 1, "no step before it", ""),
            ("local s = sequence { step 'a' { until_ {} } }", 1, "until_ ends a run", "one_or_more()"),
            (
                "local s = sequence { select = 'skip_till_any_match', step 'a' { one_or_more() } }", 1, "binds a run",
                "skip_till_next_match"
            ),
        ]
    )
    func mistakes(text: String, line: Int, message: String, hint: String) throws {
        let pack = try Workshop.pack(text)
        let error = try #require(pack.errors.first)
        #expect(pack.errors.count == 1)
        #expect(error.message.contains(message), "\(error.message)")
        #expect(hint.isEmpty || (error.hint ?? error.message).contains(hint), "\(error)")
        #expect(error.location?.file == "rules.lua")
        #expect(error.location?.line == line)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(error.location?.excerpt == String(lines[line - 1]))
    }

    @Test("a file with a mistake leaves the rules of the other files")
    func otherFiles() throws {
        let files = ["a.lua": "rule 'a' {", "b.lua": "rule 'b' { kind = 'k', match = step 's' {} }"]
        let pack = try RulePack(
            name: "p",
            files: files.map { RuleFile(path: $0.key, bytes: Array($0.value.utf8)) }
        )
        #expect(pack.rules.map(\.id) == ["p/b"])
        #expect(pack.errors.map { $0.location?.file } == ["a.lua"])
    }

    @Test("a manifest is data: it has no functions to call and its mistakes are named")
    func manifest() throws {
        func load(_ text: String) throws -> RulePack {
            try RulePack(name: "x", files: [RuleFile(path: "p/pack.lua", bytes: Array(text.utf8))])
        }
        let pack = try load("return { name = \"mine\", version = \"1.2.3\", authors = { \"A\" }, licence = \"MIT\" }")
        #expect(
            pack.manifest.name == "mine" && pack.manifest.version == SemanticVersion(1, 2, 3) && pack.errors.isEmpty
        )
        #expect(try load("return { nmae = \"mine\" }").errors.first?.message.contains("no key 'nmae'") == true)
        #expect(try load("rule 'r' {}").errors.first?.message.contains("rule") == true)
        #expect(try load("return 5").errors.first?.code == "bad_manifest")
        let binary = try RulePack(name: "x", files: [RuleFile(path: "a.lua", bytes: [0xFF])])
        #expect(binary.errors.first?.code == "bad_encoding")
    }

    @Test("the examples of the rule language give what they say")
    func libraryExamples() throws {
        let registry = Registry(Registry.standard.libraries + [.events, RuleLibrary.documentation])
        let examples = RuleLibrary.documentation.functions.flatMap(\.examples)
        #expect(examples.count > 15)
        for example in examples {
            let vm = try VM(registry: registry)
            var shown = ""
            do throws(LuaError) {
                if case .values(let values) = try vm.evaluate(example.code, chunk: "example") {
                    shown = values.map(vm.describe).joined(separator: ", ")
                }
            } catch {
                shown = "error: \(error.message)"
            }
            #expect(shown == example.result, "\(example.code)")
        }
    }

    @Test("no word of the rule language shadows a name of Lua's")
    func noShadowing() throws {
        let own = Set(RuleLibrary.documentation.functions.map(\.name))
        let names = Set(try VM(limits: Limits()).names())
        #expect(own.intersection(names) == [])
    }
}
