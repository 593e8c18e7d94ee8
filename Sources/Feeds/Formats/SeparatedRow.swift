// One row of a table of separated values: CSV (RFC 4180) or TSV.

/// A row cut into its cells.
struct SeparatedRow {
    /// A cell and where it stands.
    struct Cell {
        var text: String
        /// The index of its first byte in the bytes of the row.
        var index: Int
    }

    let cells: [Cell]

    /// Cuts a row; quotes count in CSV only.
    init(_ bytes: ArraySlice<UInt8>, format: InputFormat) {
        let bytes = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
        guard format == .csv else {
            cells = bytes.split(separator: 0x09, omittingEmptySubsequences: false).map {
                Cell(text: String(decoding: $0, as: UTF8.self), index: $0.startIndex)
            }
            return
        }
        var cells: [Cell] = []
        var position = bytes.startIndex
        while true {
            let start = position
            var content: [UInt8] = []
            if position < bytes.endIndex, bytes[position] == UInt8(ascii: "\"") {
                position = Self.quoted(bytes, from: position + 1, into: &content)
            }
            while position < bytes.endIndex, bytes[position] != UInt8(ascii: ",") {
                content.append(bytes[position])
                position += 1
            }
            cells.append(Cell(text: String(decoding: content, as: UTF8.self), index: start))
            guard position < bytes.endIndex else { break }
            position += 1
        }
        self.cells = cells
    }

    private static func quoted(_ bytes: ArraySlice<UInt8>, from start: Int, into content: inout [UInt8]) -> Int {
        var position = start
        while position < bytes.endIndex {
            if bytes[position] == UInt8(ascii: "\"") {
                position += 1
                guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "\"") else { return position }
            }
            content.append(bytes[position])
            position += 1
        }
        return position
    }

    /// Whether the quotes of a line do not pair up, and so a cell goes on in the next line or ends in this one.
    static func isOpen(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.count { $0 == UInt8(ascii: "\"") } % 2 == 1
    }
}
