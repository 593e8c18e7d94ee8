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

    /// The periods that the dated events of a query span; nil where none has a date.
    init?(_ query: Query) {
        let days = query.per(.day).counts()
        guard days.count > 0 else { return nil }
        first = days.start(0)
        last = days.start(days.count - 1)
        let length = last - first + 1
        period = length <= 60 ? .day : length <= 1_100 ? .week : .month
        let series = query.per(period).counts()
        starts = (0..<series.count).map(series.start)
    }

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
