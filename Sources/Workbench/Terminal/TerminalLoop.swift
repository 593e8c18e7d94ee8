// A session in a terminal: read an entry, answer, read the next.
import Foundation
import LineEditor
import LuaRuntime

/// Runs a session in a terminal until the user leaves.
public struct TerminalLoop {
    private let session: Session
    private let historyPath: String?

    /// A loop; entries are kept in a file where a path is given.
    public init(_ session: Session, historyPath: String?) {
        self.session = session
        self.historyPath = historyPath
    }

    /// Reads and answers until the end of input; `greeting` is printed first.
    public func run(greeting: String) {
        let style = session.look.style
        let completer = Completer(session: session)
        let editor = LineEditor(
            terminal: SystemTerminal(),
            history: historyPath.map { History(path: $0) } ?? History(),
            prompt: style.paint("brink> ", .strong),
            continuationPrompt: style.paint("   ..> ", .faint),
            isComplete: session.isComplete,
            complete: completer.complete
        )
        write(greeting)
        if let failure = editor.history.failure { write(style.paint("no history: \(failure)", .caution)) }
        while true {
            switch editor.readEntry() {
            case .interrupted: continue
            case .endOfInput: return
            case .text(let entry):
                let reply = session.enter(entry)
                if reply.isEnd { return }
                if !reply.text.isEmpty { write(reply.isError ? style.paint(reply.text, .danger) : reply.text) }
            }
        }
    }

    private func write(_ text: String) { standardOutput(Array((text + "\n").utf8)) }
}
