// Comma-separated values by RFC 4180: a header, lines ended by CR LF, cells in quotes where they need them.

/// Writes rows as CSV; the columns are those of the first row.
public struct CSVFormat: RecordFormat {
    private var header: [String]?
    private var headerWithoutRows: [String] = []

    /// CSV with a header.
    public init() {}

    /// Takes note of the columns, should no row tell them.
    public mutating func begin(_ rows: any RecordConvertible.Type, to output: inout [UInt8]) {
        headerWithoutRows = rows.flatHeader
    }

    /// Adds a row, under the columns of the first one.
    public mutating func write(_ row: some RecordConvertible, to output: inout [UInt8]) {
        let members = row.flatRecord.members
        guard let header else {
            let keys = members.map(\.key)
            header = keys
            Self.append(keys, to: &output)
            Self.append(members.map(\.value.cell), to: &output)
            return
        }
        let isSameShape = members.count == header.count && zip(members, header).allSatisfy { $0.key == $1 }
        guard !isSameShape else { return Self.append(members.map(\.value.cell), to: &output) }
        let record = row.flatRecord
        Self.append(header.map { record[$0]?.cell ?? "" }, to: &output)
    }

    /// Adds the header where there was no row.
    public mutating func finish(to output: inout [UInt8]) {
        if header == nil, !headerWithoutRows.isEmpty { Self.append(headerWithoutRows, to: &output) }
    }

    private static func append(_ cells: [String], to output: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            let mustQuote = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
            guard mustQuote else {
                output.append(contentsOf: cell.utf8)
                continue
            }
            output.append(0x22)
            for byte in cell.utf8 {
                if byte == 0x22 { output.append(0x22) }
                output.append(byte)
            }
            output.append(0x22)
        }
        output.append(contentsOf: [0x0D, 0x0A])
    }
}
