// Brings the screen from one frame to the next with the sequences that every terminal since the VT100 knows.

/// Remembers what the terminal shows and writes what has changed.
struct Painter {
    private var shown: Frame?
    private var columns = 0

    /// The bytes that make the screen show a frame, the cursor in its place.
    mutating func paint(_ frame: Frame, columns: Int) -> String {
        defer {
            shown = frame
            self.columns = columns
        }
        guard let shown, self.columns == columns else { return write(frame, from: 0) + place(frame) }
        guard shown.rows != frame.rows else {
            // An idle prompt is looked at twice a second, and must not write to a slow line each time.
            if shown.cursorRow == frame.cursorRow, shown.cursorColumn == frame.cursorColumn { return "" }
            return vertical(from: shown.cursorRow, to: frame.cursorRow) + horizontal(frame)
        }
        let same = zip(shown.rows, frame.rows).prefix { $0 == $1 }.count
        let start = min(same, shown.rows.count - 1, frame.rows.count - 1)
        return vertical(from: shown.cursorRow, to: start) + write(frame, from: start) + place(frame)
    }

    /// The bytes that wipe what is shown and leave the cursor where it began.
    ///
    /// `columns` is the terminal's width by now: terminals wrap rows anew when they become narrower.
    mutating func wipe(columns: Int) -> String {
        guard let shown else { return "" }
        self.shown = nil
        let above = shown.rows[..<shown.cursorRow].reduce(0) { $0 + max(1, ($1.width + columns - 1) / columns) }
        let rowsUp = above + shown.cursorColumn / columns
        return (rowsUp > 0 ? "\u{1B}[\(rowsUp)A" : "") + "\r\u{1B}[J"
    }

    /// The bytes that leave what is shown as it is and go to a line of their own below.
    mutating func leave() -> String {
        guard let shown else { return "" }
        self.shown = nil
        return vertical(from: shown.cursorRow, to: shown.rows.count - 1) + "\r\n"
    }

    /// Forgets what is shown, as after the screen was cleared.
    mutating func forget() { shown = nil }

    private func write(_ frame: Frame, from start: Int) -> String {
        // A full row leaves the cursor on its last column until the carriage return, so no blank row comes between.
        "\r\u{1B}[J" + frame.rows[start...].map(\.text).joined(separator: "\r\n")
    }

    private func place(_ frame: Frame) -> String {
        vertical(from: frame.rows.count - 1, to: frame.cursorRow) + horizontal(frame)
    }

    private func horizontal(_ frame: Frame) -> String {
        "\r" + (frame.cursorColumn > 0 ? "\u{1B}[\(frame.cursorColumn)C" : "")
    }

    private func vertical(from: Int, to: Int) -> String {
        if to < from { return "\u{1B}[\(from - to)A" }
        return to > from ? "\u{1B}[\(to - from)B" : ""
    }
}
