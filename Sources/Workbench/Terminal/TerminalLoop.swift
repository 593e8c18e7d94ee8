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
        let editor = LineEditor(
            terminal: SystemTerminal(),
            history: historyPath.map { History(path: $0) } ?? History(),
            prompt: style.paint("brink> ", .strong),
            continuationPrompt: style.paint("   ..> ", .faint),
            assistance: assistance
        )
        session.setEditor(ExternalEditor.edit)
        session.remember(editor.history.entries)
        write(greeting)
        if let failure = editor.history.failure { write(style.paint("no history: \(failure)", .caution)) }
        while true {
            if let news = session.news() { write(news) }
            switch editor.readEntry() {
            case .interrupted: continue
            case .endOfInput: return
            case .text(let entry):
                let reply = session.enter(entry)
                if !reply.text.isEmpty, !(reply.isPaged && Pager.show(reply.text)) { write(reply.text) }
                if reply.isEnd { return }
            }
        }
    }

    private var assistance: Assistance {
        var assistance = Assistance()
        assistance.isComplete = session.isComplete
        assistance.complete = Completer(session: session).complete
        assistance.indentation = LuaIndent.columns
        assistance.editExternally = ExternalEditor.edit
        assistance.idle = session.news
        // Without colours a suggestion could not be told from what is typed.
        if session.look.style.isColored { assistance.highlight = LuaColors.highlights }
        return assistance
    }

    private func write(_ text: String) { standardOutput(Array((text + "\n").utf8)) }
}
