// How far up the ladder events went, period by period.
import Chronology
import EventModel
import TextWidth

/// Events by hostility level and period.
public struct HostilityLadder: EventView {
    let axis: TimeAxis?
    /// Counts for each level, 1 to 5.
    let levels: [[Double]]
    /// What it shows.
    public let title: String
    /// How to read it.
    public let legend: String

    // The words of the Militarized Interstate Disputes data.
    private static let names = ["none", "threat", "display", "use of force", "war"]

    /// The ladder of a query.
    public init(_ query: Query) throws(QueryError) {
        let axis = TimeAxis(query)
        self.axis = axis
        var levels: [[Double]] = []
        for level in 1...5 {
            let events = query.where(try Filter(["hostility": .number(Double(level))]))
            levels.append(axis?.values(events) ?? [])
        }
        self.levels = levels
        legend = "events at each MID hostility level; + is ten or more\(axis?.note ?? "")"
        title = "Hostility by \(axis?.period.rawValue ?? "period")"
    }

    /// A row for each level, the highest on top.
    public func lines(width: Int, style: Style) -> [String] {
        guard let axis else { return ["no events with a date"] }
        let margin = 15
        let room = max(8, width - margin - 1)
        let binned = levels.map { Bins.sums($0, countMax: room) }
        let columnCount = binned[0].count
        let tops = (0..<columnCount).map { column in (0..<5).last { binned[$0][column] > 0 } ?? -1 }
        var lines = (0..<5).reversed().map { level in
            let cells = (0..<columnCount).map { column in
                let value = Int(binned[level][column])
                let sign = value == 0 ? " " : value > 9 ? "+" : String(value)
                let role: Style.Role = level >= 3 ? .danger : level >= 1 ? .caution : .calm
                return style.paint(sign, tops[column] == level ? role : .faint)
            }.joined()
            let row = "\(level + 1) \(Self.names[level])".padded(to: margin) + "│" + cells
            return style.isColored ? row : row.trimmingTrailingSpaces
        }
        lines.append(
            String(repeating: " ", count: margin + 1) + style.paint(axis.labels(width: columnCount, room: room), .faint)
        )
        return lines
    }

    /// The same as squares whose size tells the count.
    public var drawing: Drawing {
        let (width, rowHeight, left) = (860.0, 34.0, 120.0)
        var drawing = Drawing(width: width, height: 5 * rowHeight + 30)
        guard let axis else { return drawing }
        let step = (width - left - 10) / Double(max(1, axis.starts.count))
        let most = levels.flatMap { $0 }.max() ?? 1
        for level in 0..<5 {
            let base = Double(5 - level) * rowHeight
            drawing.text("\(level + 1) \(Self.names[level])", x: left - 10, y: base - 8, anchor: .end)
            drawing.line(x1: left, y1: base, x2: width - 10, y2: base)
            for (place, value) in levels[level].enumerated() where value > 0 {
                let height = max(2, (value / most).squareRoot() * (rowHeight - 4))
                drawing.rectangle(
                    x: left + Double(place) * step,
                    y: base - height,
                    width: max(0.5, step - 1),
                    height: height,
                    role: level == 0 ? .cooperation : .conflict,
                    title: "\(axis.starts[place]): \(Int(value))"
                )
            }
        }
        let y = drawing.height - 10
        drawing.text("\(axis.first)", x: left, y: y, role: .faint)
        drawing.text("\(axis.last)", x: width - 10, y: y, role: .faint, anchor: .end)
        return drawing
    }
}
