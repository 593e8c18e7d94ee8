// The table that other rooms are handed to print their rows with.
import EventModel

/// Lays out rows under headers.
public struct TextTable: TableRenderer {
    /// How headers are painted.
    public var style: Style

    /// Tables in a style.
    public init(style: Style = .plain) { self.style = style }

    /// The table as lines of text, each ended by a line feed, no wider than `width` columns where that can be done.
    public func table(header: [String], rows: [[String]], width: Int) -> String {
        let layout = TableLayout(header: header, rows: rows, width: width, style: style)
        var output: [UInt8] = []
        layout.appendHeader(to: &output)
        for row in rows { layout.append(row, to: &output) }
        return String(decoding: output, as: UTF8.self)
    }
}
