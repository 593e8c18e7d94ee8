// Rows to standard output in the format that the user asked for.
import Rendering

/// Prints rows of one type.
struct RowPrinter<Row: RecordConvertible> {
    private var writer: RecordWriter<Row>

    /// A printer as the arguments say; a table where they say nothing.
    init(_ output: OutputArguments) {
        writer = RecordWriter(output.format ?? .table, width: output.width, style: output.style) { bytes in
            StandardOutput.write(bytes)
        }
    }

    /// Prints a row.
    mutating func write(_ row: Row) throws { try writer.write(row) }

    /// Prints what comes after the last row.
    mutating func finish() throws { try writer.finish() }
}
