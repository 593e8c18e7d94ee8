// Who was in conflict when: a row for each actor, a cell for each period.
import Chronology
import EventModel
import TextWidth

/// Conflict events by actor and period.
public struct HeatRows: EventView {
    struct Row: Sendable {
        let name: String
        let total: Int
        let values: [Double]
    }

    let axis: TimeAxis?
    let rows: [Row]
    /// What it shows.
    public let title: String
    /// How to read it.
    public let legend: String

    /// The busiest actors of a query, rolled up to a level.
    public init(_ query: Query, level: RollUp = .id, actorCountMax: Int = 15) throws(QueryError) {
        let conflict = query.where(
            try Filter(["quad": .list([.text("verbal_conflict"), .text("material_conflict")])])
        )
        let axis = TimeAxis(conflict)
        self.axis = axis
        var rows: [Row] = []
        if let axis {
            for group in conflict.by(.actor(level)).counts().prefix(actorCountMax) {
                let snapshot = query.snapshot
                let name = snapshot.key(group.key[0]).map(snapshot.name)
                let events = conflict.where(try Filter(["actor": .text(group.key[0])]))
                let row = Row(name: name ?? group.key[0], total: Int(group.value), values: axis.values(events))
                rows.append(row)
            }
        }
        self.rows = rows
        title = "Conflict by actor and \(axis?.period.rawValue ?? "period")"
        let most = rows.flatMap(\.values).max() ?? 0
        legend = "conflict events on either side; ░ few to █ \(Int(most))\(axis?.note ?? "")"
    }

    private static let shades = Array(" ░▒▓█")

    // Square roots: a few large weeks would leave all others the same.
    private static func share(_ value: Double, _ most: Double) -> Double { most > 0 ? (value / most).squareRoot() : 0 }

    /// A row of shades for each actor.
    public func lines(width: Int, style: Style) -> [String] {
        guard let axis, !rows.isEmpty else { return ["no conflict events with a date"] }
        let nameWidth = min(rows.map(\.name.displayWidth).max() ?? 0, max(8, width / 3))
        let room = max(8, width - nameWidth - 9)
        let binned = rows.map { Bins.sums($0.values, countMax: room) }
        let most = binned.flatMap { $0 }.max() ?? 0
        let cellWidth = max(1, min(3, room / max(1, binned.first?.count ?? 1)))
        var lines = zip(rows, binned).map { row, values in
            let cells = values.map { value in
                let share = Self.share(value, most)
                let place = value > 0 ? max(1, min(4, Int((share * 4).rounded(.up)))) : 0
                let role: Style.Role = place >= 4 ? .danger : place >= 3 ? .caution : .faint
                return style.paint(String(repeating: Self.shades[place], count: cellWidth), role)
            }.joined()
            let name = VisibleText.line(row.name).elidedInMiddle(to: nameWidth).padded(to: nameWidth)
            let line = "\(name) \(String(row.total).padded(to: 6, right: true)) │\(cells)"
            return style.isColored ? line : line.trimmingTrailingSpaces
        }
        let columns = (binned.first?.count ?? 0) * cellWidth
        let margin = String(repeating: " ", count: nameWidth + 9)
        lines.append(margin + style.paint(axis.labels(width: columns, room: room), .faint))
        return lines
    }

    /// The same as squares.
    public var drawing: Drawing {
        let (width, rowHeight, left) = (860.0, 22.0, 210.0)
        var drawing = Drawing(width: width, height: Double(rows.count) * rowHeight + 30)
        guard let axis, !rows.isEmpty else { return drawing }
        let most = rows.flatMap(\.values).max() ?? 0
        let step = (width - left - 10) / Double(max(1, axis.starts.count))
        for (index, row) in rows.enumerated() {
            let y = Double(index) * rowHeight
            drawing.text(row.name, x: left - 50, y: y + 15, anchor: .end)
            drawing.text("\(row.total)", x: left - 8, y: y + 15, role: .faint, anchor: .end)
            for (place, value) in row.values.enumerated() where value > 0 {
                drawing.rectangle(
                    x: left + Double(place) * step,
                    y: y + 2,
                    width: max(0.5, step - 1),
                    height: rowHeight - 4,
                    role: .heat,
                    opacity: 0.15 + 0.85 * Self.share(value, most),
                    title: "\(row.name), \(axis.starts[place]): \(Int(value))"
                )
            }
        }
        let y = drawing.height - 10
        drawing.text("\(axis.first)", x: left, y: y, role: .faint)
        drawing.text("\(axis.last)", x: width - 10, y: y, role: .faint, anchor: .end)
        return drawing
    }
}
