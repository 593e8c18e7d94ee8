import Foundation
import Testing

@Suite struct RunCommandTests {
    private func script(_ text: String) throws -> String {
        let url = FileManager.default.temporaryDirectory.appending(path: "brink-\(UUID().uuidString).lua")
        try text.write(to: url, atomically: true, encoding: .utf8)
        return url.path
    }

    private func outcome(_ line: some StringProtocol) throws -> String {
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(Set(try #require(object).keys) == ["script", "outcome", "value", "message"])
        return try #require(object?["outcome"] as? String)
    }

    @Test(
        "A script in the sandbox ends in one of the six ways, and the rest still run",
        arguments: [
            ("return 6 * 7", "ok", 0), ("error('no')", "error", 4), ("while true do end", "limit_time", 4),
            ("local t = {} while true do t[#t + 1] = ('x'):rep(1000) .. #t end", "limit_memory", 4),
            ("while true do print(('x'):rep(1000)) end", "limit_output", 4), ("return +", "error", 4),
        ]
    )
    func outcomes(text: String, expected: String, status: Int32) throws {
        // Only the endless loop is to meet the deadline; a busy machine may take long over the others.
        let deadline = expected == "limit_time" ? "300ms" : "30s"
        let run = try Tool.run(
            ["run", "--sandbox", "--deadline", deadline, "--format", "jsonl", try script(text), try script("return 1")]
        )
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(try outcome(lines[0]) == expected)
        #expect(try outcome(lines[1]) == "ok")
        #expect(run.status == status)
    }

    @Test("An instruction budget stops a loop")
    func instructions() throws {
        let run = try Tool.run(
            ["run", "--sandbox", "--instructions", "100000", "--format", "jsonl", try script("while true do end")]
        )
        #expect(try outcome(run.output) == "limit_instructions")
    }

    @Test("Globals of one script are not seen by the next")
    func globals() throws {
        let run = try Tool.run(["run", try script("x = 1"), try script("print(rawget(_G, 'x'))")])
        #expect(run.output == "nil\n")
        #expect(run.status == 0)
    }

    @Test("A missing script ends with 3, and the others run")
    func missing() throws {
        let run = try Tool.run(["run", "no.lua", try script("print('here')")])
        #expect(run.status == 3)
        #expect(run.output == "here\n")
        #expect(run.errors.contains("no.lua"))
    }
}
