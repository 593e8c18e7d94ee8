// The formats that `--format` knows.

/// A format of output; raw values are the names of `--format`.
public enum OutputFormat: String, Sendable, CaseIterable {
    /// Columns for people.
    case table
    /// One JSON array.
    case json
    /// A JSON object a line.
    case jsonl
    /// RFC 4180.
    case csv

    /// A writer of the format; width and style count for tables only.
    public func writer(width: Int, style: Style) -> any RecordFormat {
        switch self {
        case .table: TableFormat(width: width, style: style)
        case .json: JSONFormat()
        case .jsonl: JSONLinesFormat()
        case .csv: CSVFormat()
        }
    }
}
