// Errors as Swift values: kind, place, excerpt, hint, traceback.

import EventModel
import Testing

@testable import LuaRuntime

@Suite struct ErrorTests {
    private func failure(_ code: String, globals: GlobalsPolicy = .script, chunk: String = "rules/a.lua") throws
        -> LuaError
    {
        let vm = try VM(globals: globals)
        return try #require(throws: LuaError.self) { try vm.run(code, chunk: chunk) }
    }

    @Test("a runtime error has its line, its excerpt and its column")
    func runtime() throws {
        let error = try failure("local x = 1\n  return x + missing_thing\n")
        #expect(error.kind == .runtime)
        #expect(error.message == "undefined global 'missing_thing'")
        let expected = SourceLocation(file: "rules/a.lua", line: 2, column: 14, excerpt: "  return x + missing_thing")
        #expect(error.location == expected)
        #expect(error.code == "lua_runtime")
    }

    @Test("a syntax error has its line and the word it stumbled over")
    func syntax() throws {
        let error = try failure("rule 'x' {\n  a = = 2\n}\n")
        #expect(error.kind == .syntax)
        #expect(error.location?.line == 2)
        #expect(error.message == "unexpected symbol near '='")
        #expect(!error.isUnfinished)
        #expect(error.frames.isEmpty)
    }

    @Test("a chunk with a long name keeps its whole name")
    func longName() throws {
        let path = String(repeating: "deep/", count: 20) + "rule.lua"
        #expect(try failure("x = = 1", chunk: path).location?.file == path)
        #expect(try failure("error('no')", chunk: path).location?.file == path)
    }

    @Test("a traceback names chunks, lines and functions, innermost first")
    func traceback() throws {
        let error = try failure("local function inner() error('boom') end\nlocal function outer() inner() end\nouter()")
        #expect(error.message == "boom")
        #expect(error.frames.compactMap(\.line) == [1, 2, 3])
        #expect(error.traceback.contains("rules/a.lua:1: in 'inner'"))
        #expect(error.traceback.hasSuffix("rules/a.lua:3: in main chunk"))
    }

    @Test("error with a level is shown where it points")
    func level() throws {
        let error = try failure("local function check() error('bad', 2) end\n\ncheck()")
        #expect(error.location?.line == 3)
    }

    @Test(
        "an error that is no message is named",
        arguments: [
            ("error({})", "the error is a table, not a message"),
            ("error(setmetatable({}, {__tostring = function() return 'mine' end}))", "mine"),
            ("error(42)", "42"),
            ("error()", "the error is a nil, not a message"),
        ]
    )
    func objects(code: String, message: String) throws {
        #expect(try failure(code).message == message)
    }

    @Test(
        "a name that is nearly right is suggested",
        arguments: [("prnt('x')", "did you mean 'print'?"), ("sting.rep('x', 2)", "did you mean 'string'?")]
    )
    func suggestions(code: String, hint: String) throws {
        #expect(try failure(code).hint == hint)
    }

    @Test("a new global is an error in rule files and allowed in scripts")
    func globals() throws {
        let error = try failure("found = 1", globals: .strict)
        #expect(error.message == "a new global 'found'; rules keep their values in locals")
        #expect(error.location?.line == 1)
        #expect(try VM().run("found = 1 return found", chunk: "t") == [1])
        #expect(try failure("return undefined_one").message == "undefined global 'undefined_one'")
    }

    @Test("a stop says where the script stood")
    func stopped() throws {
        let vm = try VM(limits: Limits(deadline: .milliseconds(50)))
        let error = try #require(throws: LuaError.self) {
            try vm.run("local function spin()\n  while true do end\nend\npcall(spin)", chunk: "spin.lua")
        }
        #expect(error.kind == .time)
        #expect(error.isStop)
        #expect(error.location?.description == "spin.lua:2")
        #expect(error.location?.excerpt == "  while true do end")
    }

    @Test("the description shows place, line, caret and hint")
    func description() throws {
        #expect(
            try failure("return prnt").description == """
                rules/a.lua:1:8: undefined global 'prnt'
                  1 | return prnt
                    |        ^
                  hint: did you mean 'print'?
                """
        )
    }

    @Test("an interpreter line and a byte order mark are skipped and lines still count")
    func firstLine() throws {
        #expect(try VM().run("#!/usr/bin/env brink\nreturn 1", chunk: "t") == [1])
        #expect(try VM().run("\u{FEFF}return 1", chunk: "t") == [1])
        #expect(try failure("#!/usr/bin/env brink\nerror('x')").location?.line == 2)
    }
}
