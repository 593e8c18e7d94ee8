// `brink test`: the examples of rule packs, run as tests.
import ArgumentParser
import Coding
import EventModel
import Foundation
import Packs
import Rendering
import Rules

/// Runs the `fires` and `silent` examples of packs.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the examples of rule packs as tests.",
        discussion: """
            Every rule must fire on each of its 'fires' and stay silent on each of its 'silent'.

              brink test                          the pack in this folder, or the built-in one
              brink test mine rules/*             several packs
              brink test --coverage --min-coverage 90
              brink test --watch                  again whenever a file of the pack changes
              brink test --update                 keep what the examples find now as snapshots
              brink test --format junit > test.xml
            """
    )

    @Argument(help: "Packs: folders, files, or built-in names.")
    var packs: [String] = []

    @Option(help: ArgumentHelp("Only rules whose name has this in it; may be repeated.", valueName: "text"))
    var only: [String] = []

    @Flag(name: .shortAndLong, help: "Name the examples that passed, too.")
    var verbose = false

    @Flag(help: "Say which rules, steps and predicates the examples cover.")
    var coverage = false

    @Option(help: ArgumentHelp("End with status 1 where less than this share is covered.", valueName: "percent"))
    var minCoverage: Double?

    @Flag(help: "Write what the examples find into 'snapshots' of the pack; later runs compare with it.")
    var update = false

    @Flag(help: "Run again whenever a file of the packs changes, until Ctrl-C.")
    var watch = false

    @Option(help: ArgumentHelp("Print as table, json, jsonl or junit.", valueName: "format"))
    var format = TestFormat.table

    @Option(help: ArgumentHelp("How many examples run at the same time.", valueName: "count"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Flag(help: "Test a .brinkpack that nobody has signed.")
    var allowUnsigned = false

    @Option(help: ArgumentHelp("Use colour: auto, always or never.", valueName: "when"))
    var color = ColorChoice.auto

    func validate() throws {
        if jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
        if let minCoverage, !(0...100).contains(minCoverage) {
            throw ValidationError("--min-coverage must be from 0 to 100")
        }
    }

    func run() throws {
        Interruption.endsProgram()
        let status = try Failure.reported {
            let rooms = try Rooms()
            let tester = try tester(rooms)
            let loader = loader(rooms)
            guard watch else { return try pass(tester, loader) }
            var stamp = FileStamp(try urls(loader))
            while true {
                _ = try Failure.reported { try pass(tester, loader) }
                printError("watching \(Count.of(stamp.fileCount, "file")); Ctrl-C ends")
                stamp.waitForChange { (try? urls(loader)) ?? [] }
            }
        }
        if status != .fine { throw status }
    }

    private var names: [String] {
        let isPack = FileManager.default.fileExists(atPath: "pack.lua")
        return packs.isEmpty ? [isPack ? "." : PackLoader.defaultName] : packs
    }

    private func urls(_ loader: PackLoader) throws -> [URL] { try names.map(loader.url) }

    private func loader(_ rooms: Rooms) -> PackLoader {
        var loader = rooms.packLoader()
        loader.allowsUnsigned = allowUnsigned
        return loader
    }

    private func tester(_ rooms: Rooms) throws -> RuleTester {
        try rooms.tester(try names.map(loader(rooms).pack))
    }

    /// Runs all examples once and prints what came of it.
    private func pass(_ tester: RuleTester, _ loader: PackLoader) throws -> ExitStatus {
        var status = ExitStatus.fine
        var runs: [PackTestRun] = []
        for name in names {
            var run = try PackTestRun(
                try loader.pack(name),
                tester: tester,
                isWanted: { rule in only.isEmpty || only.contains { rule.id.contains($0) } },
                coverage: coverage || minCoverage != nil,
                jobs: jobs,
                load: { try loader.pack(name) }
            )
            try keepOrCompare(&run, try loader.url(name))
            for error in run.errors {
                printError("error: \(error)")
                status.rise(to: .scriptFailed)
            }
            runs.append(run)
        }
        if runs.flatMap(\.results).contains(where: { !$0.passed }) { status.rise(to: .findings) }
        try print(TestReport(runs: runs, style: color.style(descriptor: STDOUT_FILENO)))
        if let minCoverage, runs.flatMap(\.coverage).percent < minCoverage {
            let percent = TestReport.percent(runs.flatMap(\.coverage).percent)
            printError("error: \(percent) covered, less than \(TestReport.percent(minCoverage))")
            status.rise(to: .findings)
        }
        return status
    }

    private func keepOrCompare(_ run: inout PackTestRun, _ url: URL) throws {
        guard let folder = SnapshotFolder(pack: url) else { return }
        guard update else { return run.compare(with: try folder.snapshots()) }
        var snapshots: [String: RuleSnapshot] = [:]
        for (rule, results) in run.byRule { snapshots[rule] = RuleSnapshot(results) }
        let changed = try folder.update(snapshots, keepingOthers: !only.isEmpty)
        printError("\(run.name): \(Count.of(snapshots.count, "snapshot")), \(changed) changed")
    }

    private func print(_ report: TestReport) throws {
        switch format {
        case .table:
            let coverage = coverage || minCoverage != nil ? report.coverageText() : ""
            StandardOutput.write(Array((coverage + report.text(verbose: verbose)).utf8))
        case .json: StandardOutput.write(Array(RecordWriter<Record>.text(report.records, .json).utf8))
        case .jsonl: StandardOutput.write(Array(RecordWriter<Record>.text(report.records, .jsonl).utf8))
        case .junit: StandardOutput.write(Array(report.junit.utf8))
        }
    }
}
