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
        var frame = text(session.buffer, prompt: first)
        let room = size.rows - frame.rows.count
        if !session.listed.isEmpty, room > 0 {
            frame.rows += list(session.listed.map(\.label), rowCountMax: room)
        }
        return window(frame)
    }

    private func searchPrompt(_ search: HistorySearch) -> String {
        (search.isFailing ? "not found '" : "search '") + search.query + "': "
    }

    private func text(_ buffer: EditBuffer, prompt: String) -> Frame {
        var frame = Frame()
        var row = self.row(prompt)
        for (index, character) in buffer.characters.enumerated() {
            let (shown, width) = Self.shown(character)
            if !character.isNewline, row.width + width > size.columns {
                frame.rows.append(row)
                row = Frame.Row()
            }
            if index == buffer.cursor { (frame.cursorRow, frame.cursorColumn) = (frame.rows.count, row.width) }
            if character.isNewline {
                frame.rows.append(row)
                row = self.row(continuation)
            } else {
                row.text += shown
                row.width += width
            }
        }
        if buffer.cursor == buffer.characters.count {
            if row.width >= size.columns {
                frame.rows.append(row)
                row = Frame.Row()
            }
            (frame.cursorRow, frame.cursorColumn) = (frame.rows.count, row.width)
        }
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

    private static func withoutSequences(_ text: String) -> String {
        text.replacing(/\u{1B}\[[0-9;?]*[ -\/]*[@-~]/, with: "")
    }

    /// Candidates in columns, read downwards; what does not fit is counted.
    private func list(_ labels: [String], rowCountMax: Int) -> [Frame.Row] {
        let labels = labels.map { $0.prefix(columns: size.columns) }
        let widest = labels.map(\.displayWidth).max() ?? 0
        let columnCount = max(1, (size.columns + 2) / (widest + 2))
        let rowCount = (labels.count + columnCount - 1) / columnCount
        let shownRowCount = rowCount <= rowCountMax ? rowCount : rowCountMax - 1
        var rows: [Frame.Row] = []
        for index in 0..<shownRowCount {
            let cells = stride(from: index, to: labels.count, by: rowCount).map { labels[$0] }
            let text = cells.dropLast().map { $0.padded(to: widest + 2) }.joined() + (cells.last ?? "")
            rows.append(Frame.Row(text: text, width: text.displayWidth))
        }
        if shownRowCount < rowCount {
            let hiddenCount = (shownRowCount..<rowCount).reduce(0) {
                $0 + (labels.count - $1 + rowCount - 1) / rowCount
            }
            let text = "… and \(hiddenCount) more".prefix(columns: size.columns)
            rows.append(Frame.Row(text: text, width: text.displayWidth))
        }
        return rows
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
