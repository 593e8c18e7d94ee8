// What the screen should show: rows of text and the place of the cursor.

/// A picture of the entry, laid out for a terminal of a certain width.
struct Frame: Equatable {
    /// A row and how many columns it takes.
    struct Row: Equatable {
        var text = ""
        var width = 0
    }

    var rows: [Row] = []
    /// The cursor's row, from 0.
    var cursorRow = 0
    /// The cursor's column, from 0.
    var cursorColumn = 0
}
