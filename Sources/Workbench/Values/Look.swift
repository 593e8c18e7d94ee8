// How a session's answers are laid out.
import Rendering

/// The width and colours of a session's answers.
public struct Look: Sendable {
    /// Terminal columns.
    public var width: Int
    /// Colour or none.
    public var style: Style
    /// The most rows of a table that an expression prints by itself.
    public var rowCountMax: Int

    /// The columns of tables that nobody's terminal limits, in files and pipes.
    public static let fileWidth = 160

    /// The most rows of a table there: a table is for people, and `.mode csv` or `jsonl` gives every row.
    public static let fileRowCountMax = 1_000

    /// A look; 20 rows fit most terminals together with the entry.
    public init(width: Int = 80, style: Style = .plain, rowCountMax: Int = 20) {
        self.width = width
        self.style = style
        self.rowCountMax = rowCountMax
    }
}
