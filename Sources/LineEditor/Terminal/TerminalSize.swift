// How much room a terminal has.

/// The size of a terminal in columns and rows.
public struct TerminalSize: Sendable, Hashable {
    /// The columns.
    public var columns: Int
    /// The rows.
    public var rows: Int

    /// A size in columns and rows.
    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}
