// The one shape of the data files that people edit: an entry a line, tabs between columns, `#` for comments.

/// A parsed data file: rows of columns, each knowing its line, so that mistakes can be shown.
public struct DataTable: Sendable {
    /// A row and where it stands.
    public struct Row: Sendable {
        /// The file's name.
        public let file: String
        /// The line, from 1.
        public let line: Int
        /// The columns; `-` stands for none and is an empty string here.
        public let columns: [String]
        /// The line as it stands.
        public let text: String

        /// An error at a column (from 0) of this row.
        public func error(_ code: String, _ message: String, column: Int, hint: String? = nil) -> DataError {
            let before = text.split(separator: "\t", omittingEmptySubsequences: false).prefix(column)
            let offset = before.reduce(0) { $0 + $1.unicodeScalars.count + 1 }
            let location = SourceLocation(file: file, line: line, column: offset + 1, excerpt: text)
            return DataError(code: code, message: message, location: location, hint: hint)
        }
    }

    /// The rows, in the file's order.
    public let rows: [Row]

    /// The rows of a file; throws `bad_encoding` and `bad_columns` with the line.
    public init(bytes: [UInt8], file: String, columnCount: ClosedRange<Int>) throws(DataError) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw DataError(
                code: "bad_encoding",
                message: "the file is not UTF-8",
                location: SourceLocation(file: file),
                hint: "save it as UTF-8"
            )
        }
        rows = try bytes.withUnsafeBufferPointer { (buffer) throws(DataError) in
            try Self.rows(buffer, file: file, columnCount: columnCount)
        }
    }

    private static func rows(
        _ bytes: UnsafeBufferPointer<UInt8>,
        file: String,
        columnCount: ClosedRange<Int>
    ) throws(DataError) -> [Row] {
        var rows: [Row] = []
        var number = 0
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
            defer { start = end + 1 }
            number += 1
            let last = end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
            let line = UnsafeBufferPointer(rebasing: bytes[start..<last])
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            let columns = line.parts(between: UInt8(ascii: "\t"))
            let row = Row(
                file: file,
                line: number,
                columns: columns.map { $0 == "-" ? "" : $0 },
                text: String(decoding: line, as: UTF8.self)
            )
            guard columnCount.contains(columns.count) else {
                throw row.error(
                    "bad_columns",
                    "\(columns.count) columns, not \(Self.words(columnCount))",
                    column: 0,
                    hint: "columns are separated by one tab each; '-' stands for none"
                )
            }
            rows.append(row)
        }
        return rows
    }

    private static func words(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }
}
