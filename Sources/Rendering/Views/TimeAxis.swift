// The days, weeks or months that a picture spans.
import Chronology
import EventModel

/// Periods of one length, chosen so that a picture has neither too few nor too many.
struct TimeAxis: Sendable, Hashable {
    let period: Period
    /// The first day of each period.
    let starts: [Day]
    let first: Day
    let last: Day
    /// How many events lie outside, where a few are so far off that all others would share a column.
    let outsideCount: Int

    /// The share of events that may be left out at either end.
    private static let outlierShare = 0.03

    /// The periods that the dated events of a query span; nil where none has a date.
    init?(_ query: Query) {
        let days = query.per(.day).counts()
        guard days.count > 0 else { return nil }
        let places = Self.span(days.values)
        first = days.start(places.lowerBound)
        last = days.start(places.upperBound)
        outsideCount = Int(days.total - days.values[places].reduce(0, +))
        let length = last - first + 1
        period = length <= 60 ? .day : length <= 1_100 ? .week : .month
        let series = query.since(first).until(last).per(period).counts()
        starts = (0..<series.count).map(series.start)
    }

    /// The days to show: all, or those of the bulk of events where all would be more than three times as many.
    private static func span(_ values: [Double]) -> ClosedRange<Int> {
        let all = 0...(values.count - 1)
        let limit = values.reduce(0, +) * outlierShare
        func start(_ places: some Sequence<Int>) -> Int {
            var sum = 0.0
            for place in places {
                sum += values[place]
                if sum > limit { return place }
            }
            return 0
        }
        let (low, high) = (start(all), start(all.reversed()))
        let length = high - low + 1
        guard low <= high, all.count > 3 * length else { return all }
        // An end that is near the bulk belongs to it.
        return (low > length ? low : 0)...(values.count - 1 - high > length ? high : values.count - 1)
    }

    /// What a legend says of events that are not shown.
    var note: String { outsideCount > 0 ? "; \(outsideCount) outside these days" : "" }

    /// A number for each period; the query's events outside the axis do not count.
    func values(_ query: Query, sum: NumberField? = nil) -> [Double] {
        let timeline = query.since(first).until(last).per(period)
        return (sum.map(timeline.sums) ?? timeline.counts()).values
    }

    /// The days under a row of so many columns: the first at its start, the last at its end or, in what room there is,
    /// beyond it.
    func labels(width: Int, room: Int) -> String {
        guard let first = starts.first, let last = starts.last else { return "" }
        let (left, right) = ("\(first)", "\(last)")
        guard starts.count > 1 else { return left }
        guard width >= left.count + right.count + 1 else {
            let both = "\(left) … \(right)"
            return both.count <= room ? both : left
        }
        return left + String(repeating: " ", count: width - left.count - right.count) + right
    }
}
