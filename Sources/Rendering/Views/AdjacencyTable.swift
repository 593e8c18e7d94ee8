// Who acts on whom: sources down, targets across, the number of events where they meet.
import EventModel
import TextWidth

/// The network of events as a table.
public struct AdjacencyTable: EventView {
    /// The actors in the order of rows and columns.
    let names: [String]
    /// Counts by source and target.
    let counts: [[Int]]
    /// What it shows.
    public let title: String
    /// How to read it.
    public let legend: String

    /// The busiest actors of a query, rolled up to a level.
    public init(_ query: Query, level: RollUp = .id, actorCountMax: Int = 12) {
        let all = query.by(.actor(level)).counts()
        let keys = all.prefix(actorCountMax).map { $0.key[0] }
        let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
        var counts = [[Int]](repeating: [Int](repeating: 0, count: keys.count), count: keys.count)
        for group in query.by(.dyad(level)).counts() {
            guard let source = places[group.key[0]], let target = places[group.key[1]] else { continue }
            counts[source][target] = Int(group.value)
        }
        self.counts = counts
        let snapshot = query.snapshot
        names = keys.map { key in snapshot.key(key).map(snapshot.name) ?? key }
        title = "Who acts on whom"
        let rest = all.count - keys.count
        legend = "number of events, sources down, targets across" + (rest > 0 ? "; \(rest) more actors" : "")
    }

    /// Rows of sources; columns have the numbers of their rows.
    public func lines(width: Int, style: Style) -> [String] {
        guard !names.isEmpty else { return ["no events with actors"] }
        let cell = max(3, (counts.flatMap { $0 }.max().map { String($0).count } ?? 1) + 1)
        let nameWidth = min(names.map(\.displayWidth).max() ?? 8, max(8, width / 3))
        let shown = max(1, min(names.count, (width - nameWidth - 4) / cell))
        let numbers = (0..<shown).map { String($0 + 1).padded(to: cell, right: true) }.joined()
        let most = counts.flatMap { $0 }.max() ?? 0
        let head = String(repeating: " ", count: nameWidth + 4) + style.paint(numbers, .header)
        return [head]
            + names.enumerated().prefix(shown).map { index, name in
                let cells = counts[index].prefix(shown).enumerated().map { place, count in
                    let text = (count > 0 ? String(count) : place == index ? "·" : "").padded(to: cell, right: true)
                    return style.paint(text, count * 2 > most ? .danger : count * 8 > most ? .caution : .faint)
                }.joined()
                let number = String(index + 1).padded(to: 3, right: true)
                let row =
                    "\(number) \(VisibleText.line(name).elidedInMiddle(to: nameWidth).padded(to: nameWidth))\(cells)"
                return style.isColored ? row : row.trimmingTrailingSpaces
            }
    }

    /// The same as shaded squares.
    public var drawing: Drawing {
        let (size, left, top) = (46.0, 210.0, 30.0)
        let width = left + Double(names.count) * size + 20
        var drawing = Drawing(width: max(320, width), height: top + Double(names.count) * size * 0.6 + 16)
        let most = Double(counts.flatMap { $0 }.max() ?? 0)
        for (row, name) in names.enumerated() {
            let y = top + Double(row) * size * 0.6
            drawing.text("\(name) \(row + 1)", x: left - 8, y: y + 18, anchor: .end)
            drawing.text("\(row + 1)", x: left + (Double(row) + 0.5) * size, y: top - 8, role: .faint, anchor: .middle)
            for (column, count) in counts[row].enumerated() where count > 0 {
                let x = left + Double(column) * size
                drawing.rectangle(
                    x: x,
                    y: y,
                    width: size - 1,
                    height: size * 0.6 - 1,
                    role: .heat,
                    opacity: 0.1 + 0.6 * (Double(count) / most).squareRoot(),
                    title: "\(name) → \(names[column]): \(count)"
                )
                drawing.text("\(count)", x: x + size / 2, y: y + 18, anchor: .middle)
            }
        }
        return drawing
    }
}

extension String {
    /// The text without the spaces at its end.
    var trimmingTrailingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
