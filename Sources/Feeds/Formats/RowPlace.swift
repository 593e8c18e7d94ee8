// Where in a row a mistake is, shown with as much of the row as a screen takes.
import EventModel

/// The bytes of a row of a table or of a line of JSON, and where they stand in their file.
struct RowPlace {
    let file: String
    /// The number of the row's first line, from 1.
    let line: Int
    let bytes: ArraySlice<UInt8>

    private static let scalarCountBefore = 60
    private static let scalarCountAfter = 36

    /// The place of a byte of the row, with the text around it.
    func location(at index: Int) -> SourceLocation {
        let index = min(max(index, bytes.startIndex), bytes.endIndex)
        let before = bytes[..<index]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.startIndex
        let lineNumber = line + before.count { $0 == 0x0A }
        let column = String(decoding: bytes[lineStart..<index], as: UTF8.self).unicodeScalars.count + 1

        // Four bytes are the most that a scalar takes; a scalar cut in two at an edge is cut off with it.
        let cutStart = max(lineStart, index - 4 * Self.scalarCountBefore)
        let lead = Array(String(decoding: bytes[cutStart..<index], as: UTF8.self).unicodeScalars)
        let lineEnd = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
        let tail = Array(
            String(decoding: bytes[index..<lineEnd].prefix(4 * Self.scalarCountAfter), as: UTF8.self).unicodeScalars
        )
        let shownLead = lead.suffix(min(lead.count, Self.scalarCountBefore))
        let isCut = column - 1 > shownLead.count
        let excerptLead = isCut ? Array("…".unicodeScalars) + shownLead.dropFirst() : Array(shownLead)
        let isTailCut = tail.count > Self.scalarCountAfter || lineEnd - index > 4 * Self.scalarCountAfter
        let shownTail = tail.prefix(Self.scalarCountAfter) + (isTailCut ? ["…"] : [])
        return SourceLocation(
            file: file,
            line: lineNumber,
            column: column,
            excerpt: Self.shown(excerptLead + shownTail),
            excerptColumn: column - excerptLead.count
        )
    }

    /// Control characters as pictures, so that no input moves the cursor of a terminal.
    private static func shown(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars where scalar != "\r" {
            switch scalar.value {
            case 0x09: text.append(scalar)
            case 0..<0x20: text.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F..<0xA0: text.append("\u{FFFD}")
            default: text.append(scalar)
            }
        }
        return String(text)
    }
}
