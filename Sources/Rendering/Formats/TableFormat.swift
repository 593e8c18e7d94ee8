// Columns for people, fitted to the width of the terminal.
import TextWidth

/// Writes rows as a table; the first rows set the widths, so that a table of any length takes the same memory.
public struct TableFormat: RecordFormat {
    private let width: Int
    private let style: Style
    private var header: [String] = []
    private var headerWithoutRows: [String] = []
    private var wideColumns: Set<String> = []
    private var sample: [[String]] = []
    private var layout: TableLayout?

    /// How many rows are looked at before the widths are set.
    public static let sampleCount = 1_000
    /// The narrowest table that shows the columns kept for wide ones.
    public static let wideWidthMin = 110

    /// A table no wider than so many columns, where that can be done.
    public init(width: Int, style: Style) {
        self.width = width
        self.style = style
    }

    /// Takes note of the columns.
    public mutating func begin(_ rows: any RecordConvertible.Type, to output: inout [UInt8]) {
        if width < Self.wideWidthMin { wideColumns = rows.wideTableColumns }
        headerWithoutRows = rows.tableHeader.filter { !wideColumns.contains($0) }
    }

    /// Adds a row, or keeps it until the widths are known.
    public mutating func write(_ row: some RecordConvertible, to output: inout [UInt8]) {
        let record = row.tableRecord
        if header.isEmpty { header = record.members.map(\.key).filter { !wideColumns.contains($0) } }
        let cells = header.map { record[$0]?.cell ?? "" }
        if let layout {
            layout.append(cells, to: &output)
            return
        }
        sample.append(cells)
        if sample.count >= Self.sampleCount { lay(to: &output) }
    }

    /// Adds the rows that were kept.
    public mutating func finish(to output: inout [UInt8]) {
        if header.isEmpty { header = headerWithoutRows }
        if layout == nil, !header.isEmpty { lay(to: &output) }
    }

    private mutating func lay(to output: inout [UInt8]) {
        let layout = TableLayout(header: header, rows: sample, width: width, style: style)
        layout.appendHeader(to: &output)
        for row in sample { layout.append(row, to: &output) }
        sample = []
        self.layout = layout
    }
}
