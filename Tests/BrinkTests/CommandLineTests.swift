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
}
