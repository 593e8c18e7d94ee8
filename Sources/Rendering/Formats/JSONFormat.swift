// One JSON array, a row a line, so that it can be read by programs and compared by people.

/// Writes rows as one JSON array.
public struct JSONFormat: RecordFormat {
    private var isEmpty = true

    /// A JSON array.
    public init() {}

    /// Adds nothing yet: whether the array is empty decides how it looks.
    public mutating func begin(_ rows: any RecordConvertible.Type, to output: inout [UInt8]) {}

    /// Adds a row as one line.
    public mutating func write(_ row: some RecordConvertible, to output: inout [UInt8]) {
        output.append(contentsOf: (isEmpty ? "[\n" : ",\n").utf8)
        isEmpty = false
        JSONText.append(row.record, to: &output)
    }

    /// Closes the array.
    public mutating func finish(to output: inout [UInt8]) {
        output.append(contentsOf: (isEmpty ? "[]\n" : "\n]\n").utf8)
    }
}
