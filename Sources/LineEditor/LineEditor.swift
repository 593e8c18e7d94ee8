// Reads entries from a person or a pipe: the one type of this room that others hold.

/// Reads entries of one or more lines, with editing, history and completion where the terminal allows it.
public final class LineEditor {
    /// What reading an entry came to.
    public enum Entry: Sendable, Hashable {
        /// The text, without the Enter that ended it.
        case text(String)
        /// Ctrl-C: whatever was typed is dropped.
        case interrupted
        /// Ctrl-D on an empty line, or the end of a pipe.
        case endOfInput
    }

    /// What stands before the first line; it may hold escape sequences for colour.
    public var prompt: String
    /// What stands before the lines after the first.
    public var continuationPrompt: String
    /// The earlier entries, to which each new one is added.
    public private(set) var history: History

    private let terminal: any Terminal
    private let assistance: Assistance
    private var kills = KillRing()
    private var decoder = KeyDecoder()
    private var keysAhead: [Key] = []
    private var linesAhead = PlainLines()

    /// How long an Escape may be the beginning of a key's sequence, in milliseconds.
    private static let escapeTimeout_ms = 50
    /// How long no key comes before the caller is asked whether there is news, in milliseconds.
    private static let idleTimeout_ms = 500

    /// An editor with what the caller knows of the language.
    public init(
        terminal: any Terminal,
        history: History = History(),
        prompt: String = "> ",
        continuationPrompt: String = "… ",
        assistance: Assistance
    ) {
        self.terminal = terminal
        self.history = history
        self.prompt = prompt
        self.continuationPrompt = continuationPrompt
        self.assistance = assistance
    }

    /// An editor that only knows where entries end and how they go on.
    public convenience init(
        terminal: any Terminal,
        history: History = History(),
        prompt: String = "> ",
        continuationPrompt: String = "… ",
        isComplete: @escaping (String) -> Bool = { _ in true },
        complete: @escaping (_ text: String, _ cursor: Int) -> Completion = { _, _ in .none }
    ) {
        var assistance = Assistance()
        assistance.isComplete = isComplete
        assistance.complete = complete
        self.init(
            terminal: terminal,
            history: history,
            prompt: prompt,
            continuationPrompt: continuationPrompt,
            assistance: assistance
        )
    }

    /// Reads an entry; in a pipe or a dumb terminal line by line, without editing and history.
    public func readEntry() -> Entry {
        guard terminal.isRich else { return readPlainEntry() }
        terminal.enterRawMode()
        defer { terminal.leaveRawMode() }
        return edit()
    }

    // MARK: - In a terminal

    private func edit() -> Entry {
        let prompts = [prompt, continuationPrompt].map(FrameLayout.withoutSequences)
        var session = EditingSession(history: history.entries, rules: assistance, kills: kills, prompts: prompts)
        var painter = Painter()
        terminal.write(freshLine())
        defer { kills = session.keptKills }
        while true {
            while !keysAhead.isEmpty {
                let outcome = session.handle(keysAhead.removeFirst())
                if outcome == .openEditor {
                    editExternally(&session, &painter)
                    continue
                }
                if let entry = conclude(outcome, session, &painter) { return entry }
            }
            draw(session, &painter)
            let idleTimeout_ms = assistance.idle == nil ? nil : Self.idleTimeout_ms
            switch terminal.read(timeout_ms: decoder.isWaiting ? Self.escapeTimeout_ms : idleTimeout_ms) {
            case .bytes(let bytes): keysAhead = decoder.keys(bytes)
            case .timeout where !decoder.isWaiting: tellNews(&painter)
            case .timeout: keysAhead = decoder.flush()
            case .interrupted: keysAhead = [.control("c")]
            case .resized: terminal.write(painter.wipe(columns: terminal.size.columns))
            case .resumed: painter.forget()
            case .endOfInput:
                terminal.write(painter.leave())
                return .endOfInput
            }
        }
    }

    private func conclude(_ outcome: EditingSession.Outcome, _ session: EditingSession, _ painter: inout Painter)
        -> Entry?
    {
        switch outcome {
        case .edited, .openEditor: return nil
        case .refused:
            terminal.write("\u{7}")
            return nil
        case .clearScreen:
            painter.forget()
            terminal.write("\u{1B}[H\u{1B}[2J")
            return nil
        case .suspend:
            draw(session, &painter)
            terminal.write(painter.leave())
            terminal.suspend()
            return nil
        case .submitted:
            draw(session, &painter)
            terminal.write(painter.leave())
            history.add(session.buffer.text)
            return .text(session.buffer.text)
        case .interrupted:
            draw(session, &painter)
            terminal.write("^C" + painter.leave())
            return .interrupted
        case .endOfInput:
            terminal.write(painter.leave())
            return .endOfInput
        }
    }

    private func tellNews(_ painter: inout Painter) {
        guard let news = assistance.idle?() else { return }
        let lines = news.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        terminal.write(painter.wipe(columns: terminal.size.columns) + lines + "\r\n")
    }

    private func editExternally(_ session: inout EditingSession, _ painter: inout Painter) {
        terminal.write(painter.wipe(columns: terminal.size.columns))
        terminal.leaveRawMode()
        defer { terminal.enterRawMode() }
        if let text = assistance.editExternally?(session.buffer.text) { session.replaceText(text) }
    }

    private func draw(_ session: EditingSession, _ painter: inout Painter) {
        let size = terminal.size
        let layout = FrameLayout(size: size, prompt: prompt, continuation: continuationPrompt)
        terminal.write(painter.paint(layout.frame(of: session), columns: size.columns))
    }

    /// Goes to a new line where output has left the cursor inside one, and marks the line that was left open.
    ///
    /// The mark and as many spaces as fill a row run over into the next row only where the cursor was not at the start.
    private func freshLine() -> String {
        "\u{1B}[2m⏎\u{1B}[0m" + String(repeating: " ", count: terminal.size.columns - 1) + "\r\u{1B}[J"
    }

    // MARK: - In a pipe

    private func readPlainEntry() -> Entry {
        var lines: [String] = []
        while true {
            if terminal.showsPrompt { terminal.write(lines.isEmpty ? prompt : continuationPrompt) }
            switch linesAhead.next(from: terminal) {
            case .line(let line):
                lines.append(line)
                let text = lines.joined(separator: "\n")
                if assistance.isComplete(text) { return .text(text) }
            case .interrupted: return .interrupted
            case .end:
                // What is not complete is handed on all the same: its error says more than silence would.
                return lines.isEmpty ? .endOfInput : .text(lines.joined(separator: "\n"))
            }
        }
    }
}
