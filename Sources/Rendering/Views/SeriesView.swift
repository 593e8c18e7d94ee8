// A series over time as a sparkline.
import EventModel

/// A value for each period, drawn as bars.
public struct SeriesView: EventView {
    private let series: Series
    /// What it shows.
    public let title: String
    /// How to read it.
    public let legend: String

    /// A series and what it counts.
    public init(_ series: Series, title: String) { self.init(series, title: title, note: "") }

    private init(_ series: Series, title: String, note: String) {
        self.series = series
        self.title = title
        let most = series.values.max() ?? 0
        legend =
            "per \(series.period.rawValue), at most \(DyadTimeline.number(most)), "
            + "\(DyadTimeline.number(series.total)) in all\(note)"
    }

    /// The number of events of a query for each day, week or month, whichever suits how long they span; a few events far
    /// off are left out, and the legend says so.
    public init(_ events: Query, title: String) {
        guard let axis = TimeAxis(events) else {
            self.init(events.per(.day).counts(), title: title)
            return
        }
        let shown = events.since(axis.first).until(axis.last).per(axis.period).counts()
        self.init(shown, title: title, note: axis.note)
    }

    /// One row of bars and the days at its ends.
    public func lines(width: Int, style: Style) -> [String] {
        guard series.count > 0 else { return ["nothing with a date"] }
        let bars = Sparkline.text(series.values, width: width)
        let (left, right) = ("\(series.start(0))", "\(series.start(series.count - 1))")
        let gap = bars.count - left.count - right.count
        let days = series.count == 1 ? left : left + (gap > 0 ? String(repeating: " ", count: gap) : " … ") + right
        return [bars, style.paint(days, .faint)]
    }

    /// The same as bars.
    public var drawing: Drawing {
        let (width, height) = (860.0, 120.0)
        var drawing = Drawing(width: width, height: height + 24)
        guard let most = series.values.max(), most > 0 else { return drawing }
        let step = (width - 20) / Double(series.count)
        for (place, value) in series.values.enumerated() {
            let bar = value / most * height
            drawing.rectangle(
                x: 10 + Double(place) * step,
                y: height - bar,
                width: max(0.5, step - 1),
                height: bar,
                role: .conflict,
                title: "\(series.start(place)): \(DyadTimeline.number(value))"
            )
        }
        drawing.text("\(series.start(0))", x: 10, y: height + 18, role: .faint)
        drawing.text("\(series.start(series.count - 1))", x: width - 10, y: height + 18, role: .faint, anchor: .end)
        return drawing
    }
}
