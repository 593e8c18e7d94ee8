// Days, weeks and months as the buckets of a series.
import Chronology

/// A period of a series; raw values are the names that queries use.
public enum Period: String, Sendable, CaseIterable {
    case day
    /// From Monday to Sunday (ISO 8601).
    case week
    case month

    /// The number of the period that a day is in; the next period has the next number.
    public func number(_ day: Day) -> Int {
        switch self {
        case .day: return Int(day.number)
        case .week:
            // 1970-01-01 was a Thursday.
            let shifted = Int(day.number) + 3
            return shifted >= 0 ? shifted / 7 : (shifted - 6) / 7
        case .month:
            let (year, month, _) = day.civil
            return year * 12 + month - 1
        }
    }

    /// The first day of a period.
    public func start(_ number: Int) -> Day {
        switch self {
        case .day: Day(number: Int32(clamping: number))
        case .week: Day(number: Int32(clamping: number * 7 - 3))
        case .month: Day(year: number / 12, month: number % 12 + 1, day: 1) ?? Day(number: 0)
        }
    }
}
