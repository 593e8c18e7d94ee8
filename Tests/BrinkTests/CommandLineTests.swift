import Foundation
import Testing

@Suite struct CommandLineTests {
    @Test(
        "Help and version are fine and go to standard output",
        arguments: [["--help"], ["--version"], ["code", "--help"]]
    )
    func help(arguments: [String]) throws {
        let outcome = try Tool.run(arguments)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("brink"))
        #expect(outcome.errors.isEmpty)
    }

    @Test(
        "A wrong command line ends with 2 and says so on standard error",
        arguments: [
            ["code"], ["check"], ["run"], ["code", "x", "--merge", "all"], ["code", "x", "--format", "xml"],
            ["check", "x", "--fail-on", "bad"], ["code", "x", "--date", "yesterday"], ["--nonsense"],
            ["run", "x.lua", "--memory", "lots"], ["code", "x", "--beam", "0"],
            ["code", "x", "--one-a-day", "--emit", "times"],
        ]
    )
    func usage(arguments: [String]) throws {
        let outcome = try Tool.run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(!outcome.errors.isEmpty)
    }

    @Test("A missing path ends with 3 and names the path, and the other inputs are done")
    func missing() throws {
        let seed = "Tests/Fixtures/articles/000_3831629d43024d0a.txt"
        let outcome = try Tool.run(["code", "no/such/file.txt", seed, "--emit", "sentences", "--format", "jsonl"])
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("no/such/file.txt"))
        #expect(outcome.output.contains("The US on Tuesday night"))
    }

    @Test("Data that are not found are named, with where they were looked for")
    func noData() throws {
        let outcome = try Tool.run(["code", "-"], environment: ["BRINK_DATA": "/no/such/folder"])
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("/no/such/folder"))
    }

    @Test("The patterns of the action lexicon are counted over the input, one by one and by type")
    func patterns() throws {
        let news = " date 2024-03-14 Iran blockaded Iraq on Monday. Iran might blockade Syria."
        let rows = try Tool.run(["code", "-", "--emit", "patterns", "--format", "jsonl"], input: news).output
            .split(separator: "\n")
        #expect(rows.count >= 2000)
        let used = rows.filter { !$0.contains("\"acts\":0") }
        #expect(used.count == 1)
        #expect(used.first?.contains("\"word\":\"blockade\",\"with\":null,\"cameo\":\"191\"") == true)
        #expect(used.first?.hasSuffix("\"events\":1,\"acts\":2,\"passed_over\":0}") == true)

        let totals = try Tool.run(["code", "-", "--emit", "pattern-totals", "--format", "csv"], input: news).output
            .split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(totals.first == ["type", "lines", "lines_used", "patterns", "patterns_used"])
        #expect(totals.count == 18)
        #expect(totals.filter { $0[2] == "1" && $0[4] == "1" }.map(\.[0]) == ["COERCE"])
    }
}
