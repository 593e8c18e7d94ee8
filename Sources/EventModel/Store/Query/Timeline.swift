// Events over time: counts and sums for each day, week or month.
import CColumns
import Chronology

/// The dated events of a query by the period of their first day; those without a date are left out.
public struct Timeline: Sendable {
    /// The events.
    public let query: Query
    /// The length of the periods.
    public let period: Period

    /// How many events fall in each period.
    ///
    /// The series runs from the first event to the last, and on to the bounds that `since` and `until` set.
    public func counts() -> Series { series(sum: nil) }

    /// The sum of a number over the events of each period, which runs as far as `counts`.
    public func sums(_ number: NumberField) -> Series { series(sum: .field(number)) }

    /// The sum of a number, or of weights, over the events of each period, which runs as far as `counts`.
    public func sums(_ figure: Figure) -> Series { series(sum: figure) }

    /// How many different values a field has in each period, which runs as far as `counts`.
    public func distinct(_ field: GroupField) -> Series {
        let rows = query.rows()
        guard let periods = periods(rows) else { return Series(period: period, first: 0, values: []) }
        let start: UnsafePointer<Int32> = query.snapshot.columns.start
        var byPeriod = [[Int]](repeating: [], count: periods.count)
        for row in rows where start[Int(row)] != .unknown {
            byPeriod[period.number(Day(number: start[Int(row)])) - periods.lowerBound].append(Int(row))
        }
        let values = byPeriod.map { Double(query.snapshot.distinct(field, $0)) }
        return Series(period: period, first: periods.lowerBound, values: values)
    }

    private func series(sum figure: Figure?) -> Series {
        let rows = query.rows()
        guard let periods = periods(rows) else { return Series(period: period, first: 0, values: []) }
        return series(rows, over: periods, sum: figure)
    }

    /// The numbers of the periods that the query's series run over, nil where no event has a date.
    func periods() -> ClosedRange<Int>? { periods(query.rows()) }

    private func periods(_ rows: [UInt32]) -> ClosedRange<Int>? {
        let start: UnsafePointer<Int32> = query.snapshot.columns.start
        var low = Int32.max
        var high = Int32.unknown
        for row in rows where start[Int(row)] != .unknown {
            low = min(low, start[Int(row)])
            high = max(high, start[Int(row)])
        }
        let bounds = query.dayBounds
        if let from = bounds.from, low <= high || bounds.until != nil { low = min(low, from.number) }
        if let until = bounds.until, low <= high || bounds.from != nil { high = max(high, until.number) }
        guard low <= high else { return nil }
        return period.number(Day(number: low))...period.number(Day(number: high))
    }

    /// The series of some rows over given periods.
    func series(_ rows: [UInt32], over periods: ClosedRange<Int>, sum number: Figure?) -> Series {
        let start: UnsafePointer<Int32> = query.snapshot.columns.start
        let column = number.map { NumberColumn($0, query.snapshot) }
        var values = [Double](repeating: 0, count: periods.count)
        // Most rows share their day with the one before, and a month is costly to work out.
        var lastDay = Int32.unknown
        var place = 0
        for row in rows where start[Int(row)] != .unknown {
            if start[Int(row)] != lastDay {
                lastDay = start[Int(row)]
                place = period.number(Day(number: lastDay)) - periods.lowerBound
            }
            values[place] += column.map { $0[Int(row)] ?? 0 } ?? 1
        }
        return Series(period: period, first: periods.lowerBound, values: values)
    }
}
