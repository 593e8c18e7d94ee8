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

    @OptionGroup var lexiconArguments: LexiconArguments

    @Option(name: .customShort("c"), help: ArgumentHelp("Evaluate an entry and leave.", valueName: "code"))
    var code: [String] = []

    @Option(name: .customShort("f"), help: ArgumentHelp("Run a script and leave.", valueName: "file"))
    var file: [String] = []

    @Option(help: ArgumentHelp("Run a script at the start, in place of the user's own.", valueName: "file"))
    var `init`: String?

    @Flag(help: "Leave at the first entry that fails, where entries come from a pipe.")
    var bail = false

    @Option(help: ArgumentHelp("Use colour: auto, always or never.", valueName: "when"))
    var color = ColorChoice.auto

    func run() throws {
        let status = try Failure.reported {
            let rooms = try Rooms()
            let options = FeedOptions(inputFormat: input.inputFormat, date: input.date)
            let ontology = try rooms.ontology()
            let session = try Session(
                newsroom: try CommandNewsroom(rooms, options: options, lexicon: try lexiconArguments.read(rooms)),
                vocabulary: FieldVocabulary(ontology: ontology),
                glossary: Glossary(ontology: ontology),
                look: look
            )
            let interruption = SessionInterruption(session)
            defer { interruption.end() }
            return isInteractive ? try talk(session) : try runScripts(session)
        }
        if status != .fine { throw status }
    }

    private var isInteractive: Bool { code.isEmpty && file.isEmpty && isatty(STDIN_FILENO) == 1 }

    /// In a terminal tables are elided; what goes to a file or a pipe has many more rows.
    private var look: Look {
        let style = color.style(descriptor: STDOUT_FILENO)
        guard let width = Terminal.width else {
            return Look(width: Look.fileWidth, style: style, rowCountMax: isInteractive ? 20 : Look.fileRowCountMax)
        }
        return Look(width: width, style: style)
    }

    // MARK: - In a terminal

    private func talk(_ session: Session) throws -> ExitStatus {
        var greeting = "Brink \(Version.current). .help lists the commands, Ctrl-D leaves."
        if !input.paths.isEmpty { greeting += "\n" + load(session).text }
        start(session, at: `init` ?? UserFolders.start, isRequired: `init` != nil)
        TerminalLoop(session, historyPath: UserFolders.history).run(greeting: greeting)
        return .fine
    }

    private func load(_ session: Session) -> Session.Reply {
        session.enter(".load " + input.paths.map { "\"\($0)\"" }.joined(separator: " "))
    }

    /// Runs the script that a session begins with; one that is only looked for may be missing.
    @discardableResult
    private func start(_ session: Session, at path: String?, isRequired: Bool) -> ExitStatus {
        guard let path else { return .fine }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            guard isRequired else { return .fine }
            printError("error: \(path) cannot be read")
            return .badInput
        }
        return run(text, path, session)
    }

    // MARK: - Scripts

    private func runScripts(_ session: Session) throws -> ExitStatus {
        var status = ExitStatus.fine
        if !input.paths.isEmpty {
            let reply = load(session)
            if reply.isInterrupted { return .interrupted }
            if reply.isError {
                status.rise(to: .badInput)
                printError(reply.text)
            }
        }
        // A user's own start script is for sessions: a script's outcome must not depend on who runs it.
        status.rise(to: start(session, at: `init`, isRequired: true))
        for path in file where !(bail && status != .fine) {
            status.rise(to: run(String(decoding: try FileBytes.read(path), as: UTF8.self), path, session))
        }
        guard !(bail && status != .fine), status != .interrupted else { return status }
        let isPiped = code.isEmpty && file.isEmpty
        var entries = code[...]
        var reader = EntryReader(isPiped ? String(decoding: try FileBytes.read("-"), as: UTF8.self) : "")
        while let entry = entries.popFirst() ?? reader.next(session) {
            let reply = session.enter(entry)
            if reply.isError {
                printError(reply.text)
                status.rise(to: reply.isInterrupted ? .interrupted : .scriptFailed)
                if bail || reply.isInterrupted { break }
            } else if !reply.text.isEmpty {
                StandardOutput.write(Array((reply.text + "\n").utf8))
            }
            if reply.isEnd { break }
        }
        return status
    }

    private func run(_ text: String, _ path: String, _ session: Session) -> ExitStatus {
        do throws(LuaError) {
            try session.run(text, chunk: path)
            return .fine
        } catch {
            printError(error.kind == .interrupted ? "interrupted" : "error: \(error)")
            return error.kind == .interrupted ? .interrupted : .scriptFailed
        }
    }
}
