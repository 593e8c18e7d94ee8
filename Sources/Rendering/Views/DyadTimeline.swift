// What two actors did to each other over time: cooperation up, conflict down, by Goldstein weight.
import Chronology
import EventModel
import TextWidth

/// The timeline of a dyad, one chart for each direction on one scale.
public struct DyadTimeline: EventView {
    struct Side: Sendable {
        let label: String
        let eventCount: Int
        /// Sums of the Goldstein values above 0, by period.
        let cooperation: [Double]
        /// Sums of the Goldstein values below 0, as positive numbers.
        let conflict: [Double]
    }

    let axis: TimeAxis?
    let sides: [Side]
    /// What it shows.
    public let title: String
    /// How to read it.
    public let legend: String

    /// The timeline of two actors, each known by any level: id, name, family, backer, country.
    public init(_ query: Query, _ one: String, _ other: String) throws(QueryError) {
        let between = query.between(.known(as: one), .known(as: other))
        axis = TimeAxis(between)
        var sides: [Side] = []
        for (source, target) in [(one, other), (other, one)] {
            let events = query.where(try Filter(["source": .text(source), "target": .text(target)]))
            let up = events.where(try Filter(["goldstein": .table(["min": .number(0)])]))
            let down = events.where(try Filter(["goldstein": .table(["max": .number(0)])]))
            sides.append(
                Side(
                    label: "\(source) → \(target)",
                    eventCount: events.count,
                    cooperation: axis?.values(up, sum: .goldstein) ?? [],
                    conflict: (axis?.values(down, sum: .goldstein) ?? []).map { abs($0) }
                )
            )
        }
        self.sides = sides
        title = "\(one) and \(other)"
        let period = axis?.period.rawValue ?? "period"
        legend = "sums of Goldstein values per \(period): cooperation up, conflict down\(axis?.note ?? "")"
    }

    private var most: Double { sides.flatMap { $0.cooperation + $0.conflict }.max() ?? 0 }

    /// Both charts, one above the other.
    public func lines(width: Int, style: Style) -> [String] {
        guard let axis, most > 0 else { return ["no events with a date and a Goldstein value between them"] }
        let room = max(8, width - Self.marginWidth)
        var lines: [String] = []
        for side in sides {
            lines.append("\(VisibleText.line(side.label)), \(side.eventCount) event\(side.eventCount == 1 ? "" : "s")")
            lines += chart(side, room: room, style: style)
        }
        let size = Bins.size(axis.starts.count, countMax: room)
        let columns = (axis.starts.count + size - 1) / size * Self.cellWidth(axis.starts.count, room)
        let margin = String(repeating: " ", count: Self.marginWidth)
        lines.append(margin + style.paint(axis.labels(width: columns, room: room), .faint))
        return lines
    }

    private static let marginWidth = 9
    private static let rowCount = 3

    private static func cellWidth(_ count: Int, _ room: Int) -> Int { max(1, min(4, room / max(1, count))) }

    private func chart(_ side: Side, room: Int, style: Style) -> [String] {
        let up = Bins.sums(side.cooperation, countMax: room)
        let down = Bins.sums(side.conflict, countMax: room)
        let size = Bins.size(side.conflict.count, countMax: room)
        let most =
            sides.flatMap { Bins.sums($0.cooperation, countMax: room) + Bins.sums($0.conflict, countMax: room) }
            .max() ?? 1
        let cell = size > 1 ? 1 : Self.cellWidth(side.conflict.count, room)
        func row(_ values: [Double], _ glyph: (Double) -> Character, _ role: Style.Role) -> String {
            var text = values.map { value in
                let glyph = glyph(value / most * Double(Self.rowCount))
                return String(repeating: glyph, count: max(1, cell - (cell > 1 ? 1 : 0))) + (cell > 1 ? " " : "")
            }.joined()
            while text.last == " " { text.removeLast() }
            return style.paint(text, role)
        }
        func margin(_ label: String) -> String {
            style.paint(label.padded(to: Self.marginWidth - 2, right: true), .faint) + " "
        }
        var lines: [String] = []
        for index in (0..<Self.rowCount).reversed() {
            let label = index == Self.rowCount - 1 ? "+\(Self.number(most))" : ""
            lines.append(margin(label) + "│" + row(up, { Sparkline.bar(min(1, $0 - Double(index))) }, .calm))
        }
        lines.append(margin("0") + "┼" + String(repeating: "─", count: up.count * cell))
        for index in 0..<Self.rowCount {
            let label = index == Self.rowCount - 1 ? "-\(Self.number(most))" : ""
            lines.append(margin(label) + "│" + row(down, { Self.hanging($0 - Double(index)) }, .danger))
        }
        return lines
    }

    // Blocks that hang from the top of a cell come in three sizes only.
    private static func hanging(_ share: Double) -> Character {
        share >= 0.75 ? "█" : share >= 0.25 ? "▀" : share > 0 ? "▔" : " "
    }

    static func number(_ value: Double) -> String {
        let rounded = (value * 10).rounded() / 10
        return Int(exactly: rounded).map { String($0) } ?? String(rounded)
    }

    /// Both charts as bars.
    public var drawing: Drawing {
        let (width, chartHeight, left) = (860.0, 150.0, 60.0)
        var drawing = Drawing(width: width, height: 2 * (chartHeight + 40) + 30)
        guard let axis, most > 0 else { return drawing }
        let step = (width - left - 10) / Double(max(1, axis.starts.count))
        for (index, side) in sides.enumerated() {
            let top = Double(index) * (chartHeight + 40) + 24
            let zero = top + chartHeight / 2
            drawing.text("\(side.label), \(side.eventCount) events", x: left, y: top - 8)
            drawing.text("+\(Self.number(most))", x: left - 6, y: top + 10, role: .faint, anchor: .end)
            drawing.text("-\(Self.number(most))", x: left - 6, y: top + chartHeight, role: .faint, anchor: .end)
            drawing.line(x1: left, y1: zero, x2: width - 10, y2: zero)
            for (place, start) in axis.starts.enumerated() {
                let x = left + Double(place) * step
                let up = side.cooperation[place] / most * chartHeight / 2
                let down = side.conflict[place] / most * chartHeight / 2
                let bar = max(0.5, step - 1)
                let (good, bad) = (Self.number(side.cooperation[place]), Self.number(side.conflict[place]))
                drawing.rectangle(
                    x: x,
                    y: zero - up,
                    width: bar,
                    height: up,
                    role: .cooperation,
                    title: "\(start): +\(good)"
                )
                drawing.rectangle(x: x, y: zero, width: bar, height: down, role: .conflict, title: "\(start): -\(bad)")
            }
        }
        let y = drawing.height - 12
        drawing.text("\(axis.first)", x: left, y: y, role: .faint)
        drawing.text("\(axis.last)", x: width - 10, y: y, role: .faint, anchor: .end)
        return drawing
    }
}
