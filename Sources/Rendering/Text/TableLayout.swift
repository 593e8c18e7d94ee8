// The widths of a table's columns, and rows laid out in them.
import TextWidth

/// A table whose columns are as wide as they will be.
struct TableLayout {
    private struct Column {
        let name: String
        var width: Int
        let isNumeric: Bool
        let isProse: Bool
    }

    private var columns: [Column] = []
    /// The columns of the terminal that the table leaves free, into which a later and longer row may run.
    private var slack = 0
    private let style: Style

    private static let gap = 2
    /// No column is elided below this, in terminal columns.
    private static let widthMin = 8
    /// The widest column that is taken for single words, in terminal columns.
    private static let wordWidthMax = 24

    /// Fits the columns to a width: prose gives way first, the widest first; then single words such as dates and ids.
    init(header: [String], rows: [[String]], width: Int, style: Style) {
        self.style = style
        for (index, name) in header.enumerated() {
            let cells = rows.map { index < $0.count ? VisibleText.line($0[index]) : "" }
            let widest = max(cells.map(\.displayWidth).max() ?? 0, name.displayWidth)
            let filled = cells.filter { !$0.isEmpty }
            columns.append(
                Column(
                    name: name,
                    width: widest,
                    isNumeric: !filled.isEmpty && filled.allSatisfy { Double($0) != nil },
                    isProse: widest > Self.wordWidthMax || filled.contains { $0.contains(" ") }
                )
            )
        }
        let room = width - Self.gap * (columns.count - 1)
        fit(columns.indices.filter { columns[$0].isProse }, room: room)
        fit(Array(columns.indices), room: room)
        slack = max(0, room - columns.reduce(0) { $0 + $1.width })
    }

    private mutating func fit(_ flexible: [Int], room: Int) {
        while columns.reduce(0, { $0 + $1.width }) > room {
            let excess = columns.reduce(0) { $0 + $1.width } - room
            let widest = flexible.map { columns[$0].width }.max() ?? 0
            guard widest > Self.widthMin else { return }
            let wide = flexible.filter { columns[$0].width == widest }
            let next = flexible.map { columns[$0].width }.filter { $0 < widest }.max() ?? 0
            let step = min(widest - max(next, Self.widthMin), (excess + wide.count - 1) / wide.count)
            // The last ones give way first, so that what is left over goes to those that are read first.
            var left = excess
            for index in wide.reversed() where left > 0 {
                let cut = min(step, left)
                columns[index].width -= cut
                left -= cut
            }
        }
    }

    /// Adds the header, and a rule under it where there is no colour to tell it by.
    func appendHeader(to output: inout [UInt8]) {
        append(cells: columns.map { $0.name.elidedAtEnd(to: $0.width) }, paint: .header, to: &output)
        guard !style.isColored else { return }
        let rules = columns.map { String(repeating: "─", count: $0.width) }
        output.append(contentsOf: rules.joined(separator: String(repeating: " ", count: Self.gap)).utf8)
        output.append(0x0A)
    }

    /// Adds a row.
    func append(_ row: [String], to output: inout [UInt8]) {
        var slack = slack
        let cells = columns.indices.map { index in
            guard index < row.count else { return "" }
            let cell = VisibleText.line(row[index])
            let excess = cell.displayWidth - columns[index].width
            guard excess > slack else {
                slack -= max(0, excess)
                return cell
            }
            return cell.elidedInMiddle(to: columns[index].width)
        }
        append(cells: cells, paint: nil, to: &output)
    }

    private func append(cells: [String], paint: Style.Role?, to output: inout [UInt8]) {
        let filledCount = (cells.lastIndex { !$0.isEmpty } ?? -1) + 1
        for (index, cell) in cells.prefix(filledCount).enumerated() {
            let column = columns[index]
            let isLast = index == filledCount - 1
            let text = isLast && !column.isNumeric ? cell : cell.padded(to: column.width, right: column.isNumeric)
            output.append(contentsOf: (paint.map { style.paint(text, $0) } ?? text).utf8)
            if !isLast { output.append(contentsOf: repeatElement(0x20, count: Self.gap)) }
        }
        output.append(0x0A)
    }
}
