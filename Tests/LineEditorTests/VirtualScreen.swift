// A terminal of the tests' own: just enough of a VT100 to see what a person would see.
import TextWidth

/// A screen of cells that text and escape sequences change.
struct VirtualScreen {
    private(set) var cells: [[String]]
    private(set) var row = 0
    private(set) var column = 0
    private(set) var bellCount = 0
    /// What was scrolled off the top.
    private(set) var scrolled: [String] = []
    private(set) var columns: Int
    /// Whether the last column was filled and the next character goes to the next row.
    private var wrapsNext = false

    init(columns: Int, rows: Int) {
        self.columns = columns
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    /// The rows without blanks at their ends, and without blank rows at the end.
    var rows: [String] {
        var rows = cells.map(Self.text)
        while rows.last == "" { rows.removeLast() }
        return rows
    }

    private static func text(_ cells: [String]) -> String {
        var text = cells.joined()
        while text.last == " " { text.removeLast() }
        return text
    }

    /// Narrows or widens the screen as terminals do that wrap rows anew.
    mutating func resize(columns new: Int) {
        var reflowed: [[String]] = []
        var place = (row: 0, column: 0)
        let end = max(row, cells.lastIndex { !Self.text($0).isEmpty } ?? 0)
        for (index, line) in cells[...end].enumerated() {
            var rest = Array(line.prefix((line.lastIndex { $0 != " " } ?? -1) + 1))
            if index == row { place = (reflowed.count + column / new, column % new) }
            repeat {
                let part = Array(rest.prefix(new))
                reflowed.append(part + Array(repeating: " ", count: new - part.count))
                rest = Array(rest.dropFirst(new))
            } while !rest.isEmpty
        }
        let height = cells.count
        let excess = max(0, reflowed.count - height)
        scrolled += reflowed.prefix(excess).map(Self.text)
        reflowed = Array(reflowed.dropFirst(excess))
        while reflowed.count < height { reflowed.append(Array(repeating: " ", count: new)) }
        (cells, columns, row, column) = (reflowed, new, max(0, place.row - excess), place.column)
        wrapsNext = false
    }

    mutating func write(_ text: String) {
        var rest = Array(text)[...]
        while let character = rest.popFirst() {
            switch character {
            case "\u{1B}": control(&rest)
            case "\r\n":
                (column, wrapsNext) = (0, false)
                lineFeed()
            case "\r": (column, wrapsNext) = (0, false)
            case "\n": lineFeed()
            case "\u{7}": bellCount += 1
            default: put(character)
            }
        }
    }

    private mutating func put(_ character: Character) {
        let width = character.displayWidth
        guard width > 0 else { return }
        if wrapsNext || column + width > columns {
            (column, wrapsNext) = (0, false)
            lineFeed()
        }
        cells[row][column] = String(character)
        if width == 2 { cells[row][column + 1] = "" }
        column += width
        if column >= columns { (column, wrapsNext) = (columns - 1, true) }
    }

    private mutating func lineFeed() {
        guard row == cells.count - 1 else {
            row += 1
            return
        }
        scrolled.append(Self.text(cells.removeFirst()))
        cells.append(Array(repeating: " ", count: columns))
    }

    private mutating func control(_ rest: inout ArraySlice<Character>) {
        guard rest.popFirst() == "[" else { return }
        var parameters = ""
        while let character = rest.popFirst() {
            guard character.isLetter else {
                parameters.append(character)
                continue
            }
            wrapsNext = character == "m" || character == "h" || character == "l" ? wrapsNext : false
            let count = max(1, Int(parameters) ?? 1)
            switch character {
            case "A": row = max(0, row - count)
            case "B": row = min(cells.count - 1, row + count)
            case "C": column = min(columns - 1, column + count)
            case "H": (row, column) = (0, 0)
            case "J":
                if parameters != "2" {
                    for index in column..<columns { cells[row][index] = " " }
                }
                let first = parameters == "2" ? 0 : row + 1
                for index in first..<max(first, cells.count) { cells[index] = Array(repeating: " ", count: columns) }
            default: break
            }
            return
        }
    }
}
