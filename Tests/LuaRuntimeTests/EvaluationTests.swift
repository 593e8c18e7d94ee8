// Lines of a REPL, the registry's examples, scripts and their records.

import Foundation
import Testing

@testable import LuaRuntime

@Suite struct EvaluationTests {
    @Test(
        "expressions give values, statements what they return, and open texts ask for more",
        arguments: [
            ("1 + 1", .values([2])),
            ("1, 'a'", .values([1, "a"])),
            ("x = 5", .values([])),
            ("", .values([])),
            ("-- a remark", .values([])),
            ("return 7", .values([7])),
            ("for i = 1, 2 do", .unfinished),
            ("function f()", .unfinished),
            ("f(", .unfinished),
            ("local t = {", .unfinished),
            ("x = [[ open", .unfinished),
        ] as [(String, Evaluation)]
    )
    func evaluate(line: String, expected: Evaluation) throws {
        #expect(try VM().evaluate(line, chunk: "repl:1") == expected)
    }

    @Test("a wrong line is an error, not an unfinished one", arguments: ["x = = 1", "end", "f(]", "1 +* 2"])
    func wrong(line: String) throws {
        let error = #expect(throws: LuaError.self) { try VM().evaluate(line, chunk: "repl:1") }
        #expect(error?.kind == .syntax)
        #expect(error?.location?.excerpt == line)
    }

    @Test("globals of a REPL stay from line to line, and locals do not")
    func lines() throws {
        let vm = try VM()
        #expect(try vm.evaluate("x = 4", chunk: "repl:1") == .values([]))
        #expect(try vm.evaluate("x * 2", chunk: "repl:2") == .values([8]))
    }

    @Test("what cannot cross is shown")
    func shown() throws {
        let vm = try VM()
        guard case .values(let values) = try vm.evaluate("coroutine.create(print), print", chunk: "r") else { return }
        #expect(values.map(\.typeName) == ["thread", "function"])
        guard case .values(let cycle) = try vm.evaluate("(function() local t = {1} t.t = t return t end)()", chunk: "r")
        else { return }
        #expect(vm.describe(cycle[0]) == "{ 1, t = { 1, t = { 1, t = { 1, t = {…} } } } }")
        #expect(vm.describe("a\"b\n") == #""a\"b\n""#)
        #expect(vm.describe(.number(2)) == "2.0")
        #expect(vm.describe(.table([1, .table(["a b": true])])) == #"{ 1, { ["a b"] = true } }"#)
    }

    @Test("every example of the registry gives what it says")
    func examples() {
        #expect(Registry.standard.failingExamples() == [])
    }

    @Test("a wrong example is found")
    func wrongExample() {
        let wrong = LuaFunction(documented: "x", "()", "X.", examples: [LuaExample("1 + 1", gives: "3")])
        #expect(Registry([Library("", "", functions: [wrong])]).failingExamples() == ["x: '1 + 1' gives '2', not '3'"])
    }

    @Test("every function of a VM is in the registry, and every one of the registry in a VM")
    func documentation() throws {
        let vm = try VM()
        let documented = Set(Registry.standard.entries.map(\.path))
        var present: Set<String> = []
        for name in try vm.names() where name != "_G" {
            guard case .table = try vm.global(name, showing: true) else {
                if case .function = try vm.global(name) { present.insert(name) }
                continue
            }
            for member in try vm.names(in: name) {
                if case .function = try vm.global("\(name).\(member)") { present.insert("\(name).\(member)") }
            }
        }
        let plain: Set<String> = [
            "math.acos", "math.asin", "math.atan", "math.cos", "math.deg", "math.rad", "math.randomseed", "math.sin",
            "math.tan", "math.ult",
        ]
        #expect(present.subtracting(documented).subtracting(plain) == [])
        #expect(documented.subtracting(present) == [])
    }

    @Test(
        "scripts end in the words of the record",
        arguments: [
            ("return {1, 2}", #"{"script":"s.lua","outcome":"ok","value":[1,2],"message":null}"#),
            (
                "return {a = 1.5, b = 'x'}",
                #"{"script":"s.lua","outcome":"ok","value":{"a":1.5,"b":"x"},"message":null}"#
            ),
            ("print('x')", #"{"script":"s.lua","outcome":"ok","value":null,"message":null}"#),
            ("error('no')", #"{"script":"s.lua","outcome":"error","value":null,"message":"s.lua:1: no"}"#),
            (
                "while true do end",
                #"{"script":"s.lua","outcome":"limit_time","value":null,"message":"s.lua:1: time limit reached"}"#
            ),
            (
                "local t = {} while true do t[#t + 1] = {} end",
                #"{"script":"s.lua","outcome":"limit_memory","value":null,"message":"s.lua:1: memory limit reached"}"#
            ),
            (
                "while true do print('x') end",
                #"{"script":"s.lua","outcome":"limit_output","value":null,"message":"s.lua:1: output limit reached"}"#
            ),
        ]
    )
    func records(code: String, line: String) {
        let limits = Limits(memory: 16 << 20, deadline: .milliseconds(300), output: 4096)
        let runner = ScriptRunner(limits: limits, output: { _ in })
        #expect(runner.run(code, script: "s.lua").jsonLine == line)
    }

    @Test("a budget of instructions is its own outcome, the same each time")
    func budget() {
        let runner = ScriptRunner(limits: Limits(instructions: 100_000), output: { _ in })
        #expect(runner.run("while true do end", script: "s").outcome == .limitInstructions)
        #expect(runner.run("for i = 1, 1000 do end", script: "s").outcome == .ok)
        #expect(
            runner.run("for i = 1, 1e9 do coroutine.wrap(function() end)() end", script: "s").outcome
                == .limitInstructions
        )
        #expect(runner.run("while true do string.rep('x', 1000) end", script: "s").outcome == .limitInstructions)
    }

    @Test("no global of one script is seen by the next")
    func separate() {
        let runner = ScriptRunner(output: { _ in })
        #expect(runner.run("left = 1 string.upper = nil", script: "a").outcome == .ok)
        #expect(runner.run("return left", script: "b").outcome == .error)
        #expect(runner.run("return ('x'):upper()", script: "c").value == "X")
    }

    @Test("bytes that are no text are an error at their line")
    func bytes() {
        let runner = ScriptRunner(output: { _ in })
        #expect(
            runner.run(bytes: Array("x = 1\ny = '".utf8) + [0xFF], script: "s").message
                == "s:2: the script is not UTF-8"
        )
        #expect(runner.run(bytes: [0x1B, 0x4C], script: "s").outcome == .error)
    }

    @Test("Ctrl-C stops a script from another thread")
    func interrupt() throws {
        let error = try withWatchdog("interrupt") { () -> LuaError? in
            ScriptRunner(output: { _ in }).run("while true do pcall(error) end", script: "s") { vm in
                Thread {
                    while !vm.isStopped {
                        vm.interrupt()
                        Thread.sleep(forTimeInterval: 0.01)
                    }
                }.start()
            }.error
        }
        #expect(error??.kind == .interrupted)
    }

    @Test(
        "sizes and times are read as people write them",
        arguments: [
            ("64MiB", 67_108_864), ("1kB", 1000), ("4096", 4096), ("1.5 GiB", 1_610_612_736), ("12b", 12), ("x", nil),
            ("", nil), ("-1", nil), ("1TiB", nil), ("MiB", nil), ("1e3", nil),
        ] as [(String, Int?)]
    )
    func sizes(text: String, bytes: Int?) {
        #expect(Int(byteSize: text) == bytes)
    }

    @Test(
        "times are read as people write them",
        arguments: [
            ("1s", .seconds(1)), ("250ms", .milliseconds(250)), ("1.5m", .seconds(90)), ("2h", .seconds(7200)),
            ("3", .seconds(3)), ("0s", nil), ("fast", nil), ("", nil), ("1d", nil),
        ] as [(String, Duration?)]
    )
    func times(text: String, span: Duration?) {
        #expect(Duration(timeSpan: text) == span)
    }
}
