// `brink` and `brink repl`: the interactive session, and scripts in its place.
import ArgumentParser
import EventModel
import Feeds
import Foundation
import LuaRuntime
import Workbench

/// Starts a session.
struct ReplCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repl",
        abstract: "Explore news interactively in Lua.",
        discussion: """
            With -c, -f or a script on standard input it runs that instead and leaves.

              brink repl news/
              brink repl events.jsonl -c 'events:where{ type = "ASSAULT" }:by("source"):count()'
            """
    )

    @OptionGroup var input: InputArguments

    @Option(name: .customShort("c"), help: ArgumentHelp("Evaluate an entry and leave.", valueName: "code"))
    var code: [String] = []

    @Option(name: .customShort("f"), help: ArgumentHelp("Run a script and leave.", valueName: "file"))
    var file: [String] = []

    @Flag(help: "Leave at the first entry that fails, where entries come from a pipe.")
    var bail = false

    @Option(help: ArgumentHelp("Use colour: auto, always or never.", valueName: "when"))
    var color = ColorChoice.auto

    func run() throws {
        let status = try Failure.reported {
            let rooms = try Rooms()
            let options = FeedOptions(inputFormat: input.inputFormat, date: input.date)
            let session = try Session(
                newsroom: try CommandNewsroom(rooms, options: options),
                vocabulary: FieldVocabulary(ontology: try rooms.ontology()),
                look: Look(width: Terminal.width ?? 100, style: color.style(descriptor: STDOUT_FILENO))
            )
            let interruption = SessionInterruption(session)
            defer { interruption.end() }
            return try run(session)
        }
        if status != .fine { throw status }
    }

    private func run(_ session: Session) throws -> ExitStatus {
        let isInteractive = code.isEmpty && file.isEmpty && isatty(STDIN_FILENO) == 1
        var status = ExitStatus.fine
        var greeting = "Brink \(Version.current). .help lists the commands, Ctrl-D leaves."
        if !input.paths.isEmpty {
            let reply = session.enter(".load " + input.paths.map { "\"\($0)\"" }.joined(separator: " "))
            if reply.isError { status.rise(to: .badInput) }
            if isInteractive { greeting += "\n" + reply.text } else if reply.isError { printError(reply.text) }
        }
        if isInteractive, let start = UserFolders.start, let text = try? String(contentsOfFile: start, encoding: .utf8)
        {
            do throws(LuaError) { try session.run(text, chunk: start) } catch { printError("error: \(error)") }
        }
        guard !isInteractive else {
            TerminalLoop(session, historyPath: UserFolders.history).run(greeting: greeting)
            return .fine
        }
        for path in file {
            let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
            do throws(LuaError) {
                try session.run(text, chunk: path)
            } catch {
                printError("error: \(error)")
                status.rise(to: error.kind == .interrupted ? .interrupted : .scriptFailed)
            }
        }
        var entries = code[...]
        var reader = EntryReader(
            code.isEmpty && file.isEmpty ? String(decoding: try FileBytes.read("-"), as: UTF8.self) : ""
        )
        while let entry = entries.popFirst() ?? reader.next(session) {
            let reply = session.enter(entry)
            if reply.isEnd { break }
            if reply.isError {
                printError(reply.text)
                status.rise(to: reply.text == "interrupted" ? .interrupted : .scriptFailed)
                if bail || status == .interrupted { break }
            } else if !reply.text.isEmpty {
                StandardOutput.write(Array((reply.text + "\n").utf8))
            }
        }
        return status
    }
}
