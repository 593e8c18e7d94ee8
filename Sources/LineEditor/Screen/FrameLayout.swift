// From the state of an entry to rows on a screen: prompts, wrapped lines, the list of candidates.
import TextWidth

/// Lays out an entry for a terminal.
struct FrameLayout {
    /// The terminal's size.
    let size: TerminalSize
    /// What stands before the first line; escape sequences in it take no room.
    let prompt: String
    /// What stands before the other lines.
    let continuation: String

    /// The picture of a session.
    func frame(of session: EditingSession) -> Frame {
        let first = session.search.map(searchPrompt) ?? prompt
        let looks = Looks(session.highlights, count: session.buffer.characters.count)
        var frame = text(session.buffer, prompt: first, looks: looks, ghost: session.suggestion ?? "")
        let room = size.rows - frame.rows.count
        if let menu = session.menu, room > 0 {
            frame.rows += CandidateList(menu: menu, columns: size.columns).rows(countMax: room)
        }
        return window(frame)
    }

    private func searchPrompt(_ search: HistorySearch) -> String {
        (search.isFailing ? "not found '" : "search '") + search.query + "': "
    }

    private func text(_ buffer: EditBuffer, prompt: String, looks: Looks, ghost: String) -> Frame {
        var frame = Frame()
        var row = self.row(prompt)
        var look = ""
        func change(to next: String) {
            guard next != look else { return }
            if !look.isEmpty { row.text += "\u{1B}[0m" }
            if !next.isEmpty { row.text += "\u{1B}[\(next)m" }
            look = next
        }
        func breakRow(next: Frame.Row) {
            // A look ends with its row, so that a row can be drawn by itself.
            change(to: "")
            frame.rows.append(row)
            row = next
        }
        func append(_ character: Character, look: String) {
            let (shown, width) = Self.shown(character)
            change(to: look)
            row.text += shown
            row.width += width
        }
        for (index, character) in buffer.characters.enumerated() {
            if !character.isNewline, row.width + Self.shown(character).width > size.columns { breakRow(next: .init()) }
            if index == buffer.cursor { (frame.cursorRow, frame.cursorColumn) = (frame.rows.count, row.width) }
            if character.isNewline {
                breakRow(next: self.row(continuation))
            } else {
                append(character, look: looks[index])
            }
        }
        if buffer.cursor == buffer.characters.count {
            if row.width >= size.columns { breakRow(next: .init()) }
            (frame.cursorRow, frame.cursorColumn) = (frame.rows.count, row.width)
        }
        // What is suggested stays on its row: the rest can be had without being seen.
        for character in ghost.prefix(while: { !$0.isNewline })
        where row.width + Self.shown(character).width < size.columns { append(character, look: "2") }
        if ghost.contains(where: \.isNewline), row.width + 1 < size.columns { append("…", look: "2") }
        change(to: "")
        frame.rows.append(row)
        frame.cursorColumn = min(frame.cursorColumn, size.columns - 1)
        return frame
    }

    /// A row that begins with a prompt; one too wide for the terminal is cut.
    private func row(_ prompt: String) -> Frame.Row {
        let bare = Self.withoutSequences(prompt)
        let width = bare.displayWidth
        let room = max(0, size.columns - 4)
        return width <= room
            ? Frame.Row(text: prompt, width: width) : Frame.Row(text: bare.prefix(columns: room), width: room)
    }

    /// The character as it can be shown, and its columns.
    private static func shown(_ character: Character) -> (text: String, width: Int) {
        if character == "\t" { return ("    ", 4) }
        if let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1, scalar.value < 0x20 {
            return (String(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"), 1)
        }
        let width = character.displayWidth
        // What takes no room by itself is made visible, so that the cursor has a place to stand.
        return width > 0 ? (String(character), width) : ("\u{FFFD}", 1)
    }

    static func withoutSequences(_ text: String) -> String {
        text.replacing(/\u{1B}\[[0-9;?]*[ -\/]*[@-~]/, with: "")
    }

    /// The rows around the cursor that the terminal has room for.
    private func window(_ frame: Frame) -> Frame {
        guard frame.rows.count > size.rows else { return frame }
        let top = max(0, frame.cursorRow - size.rows + 1)
        var frame = frame
        frame.rows = Array(frame.rows[top..<min(frame.rows.count, top + size.rows)])
        frame.cursorRow -= top
        return frame
    }
}
