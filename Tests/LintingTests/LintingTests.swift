// The linter: places, silencing, fixes that meet, versions; and the reader of Lua that it stands on.
import EventModel
import Rules
import Testing

@testable import Linting

@Suite struct LintingTests {
    @Test("A finding has its line and column in scalars, the line, and where it ends")
    func place() throws {
        let files = LintWorkshop.files(rules: "local s = \"é\"; local days = 2\nreturn s .. days\n")
        let findings = try LintWorkshop.linter("shadowed-word").findings(files)
        let finding = try #require(findings.first)
        #expect(finding.location?.line == 1 && finding.location?.column == 22)
        #expect(finding.end?.line == 1 && finding.end?.column == 26)
        #expect(finding.description.contains("rules.lua:1:22"))
        #expect(finding.description.contains("\n    |                      ^"), "\(finding)")
    }

    @Test(
        "A comment silences a check on its line, or on the next where it stands alone, or in the file",
        arguments: [
            ("local x = 1 -- lint: ignore unused-local\n", 0),
            ("-- lint: ignore unused-local for now\nlocal x = 1\n", 0),
            ("-- lint: ignore-file unused-local\n\n\nlocal x = 1\nlocal y = 2\n", 0),
            ("-- lint: ignore long-line, unused-local\nlocal x = 1\n", 0),
            ("-- lint: ignore unused-local\n\nlocal x = 1\n", 1), ("-- lint: ignore long-line\nlocal x = 1\n", 1),
            ("local x = 1\nlocal y = 2 -- lint: ignore unused-local\n", 1),
        ]
    )
    func silencing(text: String, count: Int) throws {
        let findings = try LintWorkshop.linter("unused-local").findings(LintWorkshop.files(rules: text))
        #expect(findings.count == count)
    }

    @Test("What does not load is told with its column, beside other mistakes of its file and once")
    func loading() throws {
        let text = """
            local kinds = { type = "ASAULT" }
            rule "r" { kind = "k", match = step "s" { type = kinds.type, killed = between(5, 3) } }
            """
        let findings = try LintWorkshop.linter().findings(LintWorkshop.files(rules: text))
        let load = try #require(findings.first { $0.code == "load-error" })
        #expect(load.location?.line == 2 && load.location?.column == 71)
        #expect(load.message.contains("write between(3, 5)"))
        let key = "rule \"r\" {\n kind = \"k\",\n matsch = step \"s\" {} }"
        let one = try LintWorkshop.linter().findings(LintWorkshop.files(rules: key)).filter { $0.level == .error }
        #expect(one.map(\.code) == ["unknown-key"], "\(one)")
    }

    @Test(
        "Times that leave no room are found within a step and over the steps of a sequence",
        arguments: [
            ("step \"a\" { type = \"AID\", min_gap = days(9), within = days(8) }", 1),
            ("step \"a\" { type = \"AID\", min_gap = days(9), max_gap = days(8) }", 1),
            (
                "sequence { within = days(9), step \"a\" {}, step \"b\" { min_gap = days(5) }, step \"c\" { min_gap = days(5) } }",
                1
            ),
            (
                "sequence { within = days(9), step \"a\" {}, step \"b\" { min_gap = days(5) }, step \"c\" { min_gap = days(4) } }",
                0
            ),
            (
                "sequence { within = days(9), step \"a\" {}, step \"b\" { optional(), min_gap = days(5) }, step \"c\" { min_gap = days(5) } }",
                0
            ),
        ]
    )
    func noRoom(match: String, count: Int) throws {
        let files = LintWorkshop.files(rules: "rule \"r\" { kind = \"k\", match = \(match) }")
        #expect(try LintWorkshop.linter("window-never-matches").findings(files).count == count)
    }

    @Test("All fixes together leave nothing that can be mended, and every comment")
    func allFixes() throws {
        let text = """
            BLOWS = { "ASAULT", "COERCE", "COERCE" } -- blows
            rule "r" {
                kind = "A-Kind", -- the kind
                severity = "moderate",
                match = step "a" {
                    -- what happened
                    type = BLOWS, modalty = any { "actual" },
                    where = function(e) return e.source ~= "USA" and e.killed > 3 end, -- many
                },
            \talert = function(m) return m.a.tpye end,
            }
            """ + "  "
        let files = LintWorkshop.files(rules: text)
        let linter = try LintWorkshop.linter()
        let fixed = try linter.fixed(files)
        let bytes = try #require(fixed.first { $0.path == "rules.lua" }?.bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                local BLOWS = { "ASSAULT", "COERCE" } -- blows
                rule "r" {
                    kind = "a_kind", -- the kind
                    title = "R",
                    status = "experimental",
                    severity = "medium",
                    match = step "a" {
                        -- what happened
                        type = BLOWS, modality = "actual",
                        where = function(e) return not e.source:has("USA") and e.killed and e.killed > 3 end, -- many
                    },
                    alert = function(m) return m.a.type end,
                }

                """
        )
        var mended = files
        for (path, bytes) in fixed {
            for place in mended.files.indices where mended.files[place].path == path {
                mended.files[place].bytes = bytes
            }
        }
        #expect(try linter.findings(mended).filter { !$0.fix.isEmpty }.map(\.description) == [])
    }

    @Test(
        "A version must be raised as far as what changed asks for",
        arguments: [
            ("1.0.0", "a b", "1.0.0", "a b", ""), ("1.0.0", "a", "1.0.1", "a2", ""),
            ("1.0.0", "a", "1.0.0", "a2", "1.0.1"), ("1.0.0", "a", "1.0.1", "a b", "1.1.0"),
            ("1.0.0", "a", "1.1.0", "a b", ""), ("1.0.0", "a b", "1.1.0", "a", "2.0.0"),
            ("1.0.0", "a b", "2.0.0", "a", ""), ("0.3.0", "a b", "0.3.1", "a", "0.4.0"),
            ("0.3.0", "a b", "0.4.0", "a", ""), ("0.3.0", "a", "0.3.1", "a b", ""),
            ("1.2.0", "a", "1.1.0", "a", "lower"),
        ]
    )
    func versions(old: String, oldRules: String, new: String, newRules: String, complaint: String) throws {
        func pack(_ version: String, _ rules: String) -> PackFiles {
            let texts = rules.split(separator: " ").map { name in
                let type = name.hasSuffix("2") ? "COERCE" : "ASSAULT"
                return "rule \"\(name.prefix(1))\" { kind = \"k\", match = step \"s\" { type = \"\(type)\" } }\n"
            }
            let manifest = LintExample.plainManifest.replacing("1.0.0", with: version)
            return LintWorkshop.files(["pack.lua": manifest, "rules.lua": texts.joined()])
        }
        let linter = try LintWorkshop.linter("version-not-raised")
        let findings = try linter.findings(pack(new, newRules), before: pack(old, oldRules))
        #expect(findings.count == (complaint.isEmpty ? 0 : 1))
        if let finding = findings.first {
            #expect((finding.message + (finding.hint ?? "")).contains(complaint), "\(finding)")
        }
    }

    @Test("Documentation, examples, comments and spaces of a rule do not count as a change")
    func documentationIsNoChange() throws {
        let plain = "rule \"a\" { kind = \"k\", match = step \"s\" { type = \"ASSAULT\" } }\n"
        let told = """
            -- What it is.
            rule "a" {
                title = "Attack", description = "One.", kind = "k",
                match = step "s" { type = "ASSAULT" }, -- here
                fires = { { events = {} } },
            }
            """
        let records = [plain, told].map {
            PackRecord(manifest: nil, files: [LintFile(path: "r.lua", bytes: Array($0.utf8))])
        }
        #expect(records[0].rules == records[1].rules)
    }

    @Test(
        "What looks like a mistake and is none stays unsaid",
        arguments: [
            (
                "unchecked-number",
                "rule \"r\" { kind = \"k\", match = step \"a\" { killed = at_least(1),"
                    + " where = function(e, m) return e.killed > 2 * m.a.killed end } }\n"
            ),
            ("unordered-pairs", "local n = 0\nfor _, v in pairs({ a = 1 }) do n = n + v end\nreturn n\n"),
            ("compared-actors", "return function(e) return e.source == e.target end\n"),
            ("unknown-global", "for _, v in ipairs({}) do string.format('%d', v) end\n"),
            ("unused-local", "local function f() return 1 end\nreturn f\n"),
            ("no-modality", "local ACT = { type = \"ASSAULT\", modality = \"actual\" }\nreturn step \"a\" { ACT }\n"),
            ("trailing-space", "return [[a  \nb]]\n"), ("window-never-matches", "return absent { within = days(0) }\n"),
            ("redundant-phrase", "return says(\"hit back\", \"hit*\", \"struck back\")\n"),
            ("lone-alternative", "local T = { \"ASSAULT\" }\nreturn any { T }\n"),
            (
                "contradictory-conditions",
                "return step \"a\" { type = \"ASSAULT\", quad = none { \"verbal_conflict\" } }\n"
            ),
            ("duplicate-value", "return { \"a\", \"b\", { \"a\" } }\n"),
        ]
    )
    func unsaid(id: String, text: String) throws {
        let findings = try LintWorkshop.linter(id).findings(LintWorkshop.files(rules: text))
        #expect(findings.map(\.description) == [])
    }
}

@Suite struct LuaSyntaxTests {
    @Test(
        "Lua 5.4 is read whole",
        arguments: [
            "local a <const>, b <close> = 1, nil", "goto done; ::done::", "x = a.b[c]:d{1}.e'f'[[g]]",
            "return function(...) local t = {...; n = select('#', ...), [1 + 2] = 3,} return t end",
            "for i = 1, 10, 2 do if i > 3 then break elseif i == 2 then else end end", "repeat local x = f() until x",
            "while not (a and b or c ~= d) do end", "function a.b.c:d(e, ...) return -e ^ 2 .. 'x' end",
            "x = 0x1p4 + 1e-3 + .5 // 3 << 2 ~ 7 & 8 | ~9", "--[==[ long\n]] comment ]==] x = [=[\nlong ]] text]=]",
            "#!/usr/bin/lua\nprint 'a\\z\n  b\\\"c'", "local function f() return end", "a, b.c, d[1] = 1, 2",
        ]
    )
    func reads(text: String) {
        let file = LintFile(path: "t.lua", bytes: Array(text.utf8))
        #expect(file.mistake == nil)
        #expect(!file.statements.isEmpty)
    }

    @Test(
        "What is not Lua is told with the place",
        arguments: [
            ("x = ", 4), ("local 1", 6), ("f(", 2), ("if x then", 9), ("x = 'a\n'", 4), ("return return", 7),
            ("a.b", 3), ("x = {1 2}", 7), ("--[[ x", 2), ("x = $", 4),
        ]
    )
    func refuses(text: String, offset: Int) {
        let file = LintFile(path: "t.lua", bytes: Array(text.utf8))
        #expect(file.mistake?.range.lowerBound == offset, "\(String(describing: file.mistake))")
    }

    @Test("Operators bind as in Lua")
    func precedence() throws {
        func shape(_ expression: LuaExpression) -> String {
            switch expression.kind {
            case .binary(let symbol, let left, let right): "(\(shape(left))\(symbol)\(shape(right)))"
            case .unary(let symbol, let value): "\(symbol)\(shape(value))"
            case .name(let name): name
            case .number(let text): text
            default: "?"
            }
        }
        func shape(_ text: String) throws -> String {
            let file = LintFile(path: "t.lua", bytes: Array("return \(text)".utf8))
            guard case .returns(let values)? = file.statements.first?.kind else { return "none" }
            return shape(try #require(values.first))
        }
        #expect(try shape("a + b * c") == "(a+(b*c))")
        #expect(try shape("a ^ b ^ c") == "(a^(b^c))")
        #expect(try shape("a .. b .. c") == "(a..(b..c))")
        #expect(try shape("a - b - c") == "((a-b)-c)")
        #expect(try shape("-a ^ b") == "-(a^b)")
        #expect(try shape("not a == b") == "(nota==b)")
        #expect(try shape("a or b and c < d") == "(aor(band(c<d)))")
        #expect(try shape("2 ^ -a") == "(2^-a)")
    }

    @Test("Very deep nesting is refused, not followed")
    func depth() {
        let text = "return " + String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000)
        #expect(LintFile(path: "t.lua", bytes: Array(text.utf8)).mistake != nil)
        let tables = "return " + String(repeating: "{", count: 5000)
        #expect(LintFile(path: "t.lua", bytes: Array(tables.utf8)).mistake != nil)
    }
}
