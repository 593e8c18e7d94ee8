// `brink lint`: what could be better in rule packs.
import ArgumentParser
import EventModel
import Foundation
import Linting
import LuaRuntime
import Rendering
import Rules

/// Checks packs for mistakes.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check rule packs for mistakes, and mend what can be mended.",
        discussion: """
            Each finding names its check; 'brink lint --explain CHECK' says why it matters and shows an example.
            A comment '-- lint: ignore CHECK' silences it on that line or the next.

              brink lint                       the pack in this folder, or the built-in one
              brink lint mine --fix            mend what can be mended, then say what is left
              brink lint mine --against old    compare with the version before
              brink lint --format sarif > lint.sarif
            """
    )

    @Argument(help: "Packs: folders, files, or built-in names.")
    var packs: [String] = []

    @Flag(help: "Mend what can be mended; comments and formatting stay.")
    var fix = false

    @Option(help: ArgumentHelp("The version before, to tell whether the version was raised.", valueName: "pack"))
    var against: String?

    @Option(help: ArgumentHelp("Run this check only; may be repeated.", valueName: "check"))
    var only: [String] = []

    @Option(help: ArgumentHelp("Leave this check out; may be repeated.", valueName: "check"))
    var ignore: [String] = []

    @Option(help: ArgumentHelp("Say why a check is made and show an example.", valueName: "check"))
    var explain: String?

    @Flag(help: "List the checks.")
    var list = false

    @Option(help: ArgumentHelp("Print as text, json, jsonl or sarif.", valueName: "format"))
    var format = LintFormat.text

    @Option(help: ArgumentHelp("Use colour: auto, always or never.", valueName: "when"))
    var color = ColorChoice.auto

    func validate() throws {
        for id in only + ignore + [explain].compactMap({ $0 }) { _ = try Self.check(id) }
    }

    private static func check(_ id: String) throws -> LintCheck {
        guard let check = LintCheck.all.first(where: { $0.id == id }) else {
            let hint = Suggestion.nearest(to: id, among: LintCheck.all.map(\.id)).map { "; did you mean '\($0)'?" }
            throw ValidationError("there is no check '\(id)'\(hint ?? "; 'brink lint --list' names them")")
        }
        return check
    }

    func run() throws {
        Interruption.endsProgram()
        if let explain {
            StandardOutput.write(Array(LintReport.explanation(try Self.check(explain)).utf8))
            return
        }
        if list {
            StandardOutput.write(Array(LintReport.list(LintCheck.all).utf8))
            return
        }
        let status = try Failure.reported {
            let rooms = try Rooms()
            let loader = rooms.packLoader()
            var linter = Linter(ontology: try rooms.ontology())
            linter.checks.removeAll { check in
                ignore.contains(check.id) || (!only.isEmpty && !only.contains(check.id))
            }
            let before = try against.map { try loader.lintFiles($0) }
            var report = LintReport(linter.checks, style: color.style(descriptor: STDOUT_FILENO))
            for name in names {
                let files = try loader.lintFiles(name)
                if fix { try write(linter.fixed(files, before: before)) }
                report.add(try linter.findings(try loader.lintFiles(name), before: before), of: files)
            }
            StandardOutput.write(Array(report.text(format).utf8))
            return report.findings.isEmpty ? .fine : .findings
        }
        if status != .fine { throw status }
    }

    private var names: [String] {
        let isPack = FileManager.default.fileExists(atPath: "pack.lua")
        return packs.isEmpty ? [isPack ? "." : PackLoader.defaultName] : packs
    }

    private func write(_ files: [(path: String, bytes: [UInt8])]) throws {
        for file in files {
            try Data(file.bytes).write(to: URL(filePath: file.path), options: .atomic)
            printError("mended \(file.path)")
        }
    }
}
