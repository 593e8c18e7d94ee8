// `brink test`: the examples of rule packs, run as tests.
import ArgumentParser
import EventModel
import Foundation
import Rules

/// Runs the `fires` and `silent` examples of packs.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the examples of rule packs as tests.",
        discussion: """
            Every rule must fire on each of its 'fires' and stay silent on each of its 'silent'.

              brink test                 the pack in this folder, or the built-in one
              brink test mine rules/*
            """
    )

    @Argument(help: "Packs: folders, files, or built-in names.")
    var packs: [String] = []

    @Flag(name: .shortAndLong, help: "Name the examples that passed, too.")
    var verbose = false

    func run() throws {
        Interruption.endsProgram()
        let status = try Failure.reported {
            let rooms = try Rooms()
            let isPack = FileManager.default.fileExists(atPath: "pack.lua")
            let loaded = try rooms.packLoader().packs(packs.isEmpty && isPack ? ["."] : packs)
            let actors = ActorBook(try rooms.actorLexicon())
            let coder = try rooms.coder(merge: .corpus, traces: false)
            let tester = RuleTester(ontology: try rooms.ontology(), coder: coder, resolve: actors.actor(named:))
            var status = ExitStatus.fine
            var passed = 0
            var failed = 0
            for pack in loaded {
                for error in pack.errors {
                    printError("error: \(error)")
                    status.rise(to: .scriptFailed)
                }
                for result in tester.test(pack) {
                    if result.passed { passed += 1 } else { failed += 1 }
                    if verbose || !result.passed { print(result) }
                }
            }
            if failed > 0 { status.rise(to: .findings) }
            StandardOutput.write(Array("\(passed) passed, \(failed) failed\n".utf8))
            return status
        }
        if status != .fine { throw status }
    }

    private func print(_ result: ExampleResult) {
        let list = result.mustFire ? "fires" : "silent"
        var lines = ["\(result.passed ? "ok  " : "FAIL") \(result.rule) \(list)[\(result.number)]"]
        if let note = result.note { lines[0] += ": \(note)" }
        if !result.passed {
            lines.append("  at       \(result.location)")
            lines.append("  expected \(result.expected)")
            lines.append("  got      \(indented(result.got))")
            if let miss = result.nearMiss { lines.append("  near     \(indented(miss.description))") }
        }
        StandardOutput.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    private func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n           ")
    }
}
