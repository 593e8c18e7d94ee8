import Foundation
import Testing

@Suite struct ReplTests {
    @Test("Code, files and standard input run in turn, plain and without prompts")
    func scripts() throws {
        #expect(try Tool.run(["-c", "1 + 1", "-c", "_ * 2"]).output == "2\n4\n")
        let piped = try Tool.run([], input: "x = 3\nfor i = 1, 2 do\n  x = x + i\nend\nx\n.events\n")
        #expect(piped.output == "6\nno events\n")
        #expect(piped.errors.isEmpty && piped.status == 0)
        let script = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).lua")
        try "y = 20\nprint(y + 1)".write(to: script, atomically: true, encoding: .utf8)
        #expect(try Tool.run(["-f", script.path]).output == "21\n")
        #expect(try Tool.run(["--init", script.path, "-c", "y"]).output == "21\n20\n")
        #expect(try Tool.run(["--init", "no/such.lua", "-c", "1"]).status == 3)
    }

    @Test("A failing entry ends with 4; with --bail nothing runs after it")
    func bail() throws {
        let both = try Tool.run([], input: "nonsense\n1 + 1\n")
        #expect(both.status == 4 && both.output == "2\n" && both.errors.contains("nonsense"))
        let first = try Tool.run(["--bail"], input: "nonsense\n1 + 1\n")
        #expect(first.status == 4 && first.output.isEmpty)
    }

    @Test("A saved session opens to the same events and articles")
    func save() throws {
        let events = "Tests/BrinkTests/Fixtures/repl-events.jsonl"
        let saved = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).jsonl").path
        let script = "#events, #articles\n.mode jsonl\nevents\n"
        let before = try Tool.run([events], input: script + ".save \(saved)\n")
        let after = try Tool.run([saved], input: script)
        #expect(before.output.hasPrefix(after.output) && after.errors.isEmpty)
        #expect(after.output.hasPrefix("3\n1\n"))
    }

    @Test("In a real terminal: keys, colours, history over restarts, Ctrl-C, Ctrl-D, paste")
    func terminal() throws {
        let script = Tool.checkout.appending(path: "Tests/BrinkTests/repl_terminal.py")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [script.path, Tool.executable.path]
        process.environment = ProcessInfo.processInfo.environment.merging(["BRINK_DATA": Tool.checkout.path]) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let report = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(report)")
    }
}
