// The one wall between rows and formats: a new format is a file that conforms to this, and a case of `OutputFormat`.

/// Writes rows in one format.
public protocol RecordFormat {
    /// Takes note of what the rows are, and adds what comes before them.
    mutating func begin(_ rows: any RecordConvertible.Type, to output: inout [UInt8])
    /// Adds a row.
    mutating func write(_ row: some RecordConvertible, to output: inout [UInt8])
    /// Adds what comes after the last row.
    mutating func finish(to output: inout [UInt8])
}
