// Rows to bytes to wherever they go.

/// Writes rows of one type in one format to a sink, and keeps none of them.
public struct RecordWriter<Row: RecordConvertible> {
    private var format: any RecordFormat
    private let sink: ([UInt8]) throws -> Void
    private var buffer: [UInt8] = []
    private let flushByteCount: Int

    /// A writer in a format; the sink is handed what is written in pieces of about `flushByteCount` bytes.
    public init(
        _ format: OutputFormat,
        width: Int = 80,
        style: Style = .plain,
        flushByteCount: Int = 1 << 15,
        sink: @escaping ([UInt8]) throws -> Void
    ) {
        self.init(format.writer(width: width, style: style), flushByteCount: flushByteCount, sink: sink)
    }

    /// A writer in a format of one's own.
    public init(_ format: any RecordFormat, flushByteCount: Int = 1 << 15, sink: @escaping ([UInt8]) throws -> Void) {
        self.format = format
        self.sink = sink
        self.flushByteCount = flushByteCount
        self.format.begin(Row.self, to: &buffer)
    }

    /// Writes a row; throws what the sink throws.
    public mutating func write(_ row: Row) throws {
        format.write(row, to: &buffer)
        if buffer.count >= flushByteCount { try flush() }
    }

    /// Hands on what is written so far; a table keeps its first rows back until it knows its widths.
    public mutating func flush() throws {
        guard !buffer.isEmpty else { return }
        let bytes = buffer
        buffer.removeAll(keepingCapacity: true)
        try sink(bytes)
    }

    /// Writes what comes after the last row, and hands on all of it.
    public mutating func finish() throws {
        format.finish(to: &buffer)
        try flush()
    }

    /// All the rows as one text.
    public static func text(
        _ rows: some Sequence<Row>,
        _ format: OutputFormat,
        width: Int = 80,
        style: Style = .plain
    ) -> String {
        var format = format.writer(width: width, style: style)
        var output: [UInt8] = []
        format.begin(Row.self, to: &output)
        for row in rows { format.write(row, to: &output) }
        format.finish(to: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
