// JSON lines: an object a line, nothing before and nothing after.

/// Writes rows as JSON objects, one a line.
public struct JSONLinesFormat: RecordFormat {
    /// JSON lines.
    public init() {}

    /// Adds nothing.
    public mutating func begin(_ rows: any RecordConvertible.Type, to output: inout [UInt8]) {}

    /// Adds a row as one line.
    public mutating func write(_ row: some RecordConvertible, to output: inout [UInt8]) {
        JSONText.append(row.record, to: &output)
        output.append(0x0A)
    }

    /// Adds nothing.
    public mutating func finish(to output: inout [UInt8]) {}
}
