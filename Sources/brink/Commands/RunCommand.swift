// `brink run`: plain Lua scripts, each in a VM of its own.
import ArgumentParser
import EventModel
import Feeds
import Foundation
import LuaRuntime
import Rendering

/// Runs scripts in turn.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run Lua scripts, each in a fresh VM.",
        discussion: """
            Globals of one script are never seen by the next. With --sandbox a script is a stranger's: it is held to
            64 MiB of memory, one second and 1 MiB of output unless the options say otherwise.

              brink run report.lua
              brink run --sandbox --deadline 200ms --format jsonl downloaded/*.lua
            """
    )

    @Argument(help: "Lua files, or '-' for standard input.")
    var files: [String] = []

    @Flag(help: "Hold the scripts to limits.")
    var sandbox = false

    @Option(help: ArgumentHelp("The most memory, such as 64MiB.", valueName: "size"))
    var memory: ByteSize?

    @Option(help: ArgumentHelp("The most time, such as 1s or 200ms.", valueName: "time"))
    var deadline: TimeSpan?

    @Option(help: ArgumentHelp("The most VM instructions.", valueName: "n"))
    var instructions: Int?

    @Option(help: ArgumentHelp("The most bytes printed, such as 1MiB.", valueName: "size"))
    var output: ByteSize?

    @Option(help: ArgumentHelp("Print each outcome as table, json, jsonl or csv.", valueName: "format"))
    var format: OutputFormat?

    func validate() throws {
        if files.isEmpty { throw ValidationError("brink run needs Lua files") }
        if let instructions, instructions <= 0 { throw ValidationError("--instructions is a count above 0") }
    }

    func run() throws {
        let running = RunningVM()
        running.interruptOnControlC()
        var status = ExitStatus.fine
        var results: [Record] = []
        for file in files {
            let result: ScriptResult
            do throws(Failure) {
                result = run(try FileBytes.read(file), file, running)
            } catch {
                printError("error: \(error)")
                status.rise(to: .badInput)
                continue
            }
            if let format, format == .jsonl {
                StandardOutput.write(Array(RecordWriter.text([result.record], .jsonl).utf8))
            } else {
                results.append(result.record)
            }
            if let error = result.error, format == nil { printError("error: \(error)") }
            if result.outcome != .ok { status.rise(to: .scriptFailed) }
            if running.isInterrupted {
                status.rise(to: .interrupted)
                break
            }
        }
        if let format, format != .jsonl {
            StandardOutput.write(Array(RecordWriter.text(results, format, width: Terminal.width ?? 100).utf8))
        }
        if status != .fine { throw status }
    }

    private func run(_ bytes: [UInt8], _ file: String, _ running: RunningVM) -> ScriptResult {
        // Where outcomes are printed as records, what scripts print goes elsewhere, so that every line is a record.
        let printsRecords = format != nil
        let sink = { @Sendable (bytes: [UInt8]) in
            if printsRecords { StandardError.write(bytes) } else { StandardOutput.write(bytes) }
        }
        let runner = ScriptRunner(limits: limits, output: sink)
        return runner.run(bytes: bytes, script: file) { running.vm = $0 }
    }

    private var limits: Limits {
        let stranger = Limits(memory: 64 << 20, deadline: .seconds(1), output: 1 << 20)
        var limits = sandbox ? stranger : Limits()
        if let memory { limits.memory = memory.bytes }
        if let deadline { limits.deadline = deadline.duration }
        if let instructions { limits.instructions = instructions }
        if let output { limits.output = output.bytes }
        return limits
    }
}
