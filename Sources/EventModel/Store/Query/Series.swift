// Values over time: one for each day, week or month, zero where nothing happened.
import Chronology

/// A value for each period from the first to the last.
public struct Series: Sendable, Hashable {
    /// The length of the periods.
    public let period: Period
    /// One value for each period, 0 where no event falls in it.
    public let values: [Double]
    let first: Int

    /// A series of values from the period of this number on.
    init(period: Period, first: Int, values: [Double]) {
        self.period = period
        self.first = first
        self.values = values
    }

    /// The number of periods.
    public var count: Int { values.count }

    /// The first day of a period, counted from 0.
    public func start(_ place: Int) -> Day { period.start(first + place) }

    /// The sum of all values.
    public var total: Double { values.reduce(0, +) }
}
