// A stretch of the calendar that has a name of its own: a day, a week, a quarter, a decade.

import Chronology

/// A named stretch of the calendar.
enum CalendarPeriod: Equatable {
    case day(Day)
    /// The week that begins on this Monday.
    case week(Day)
    /// The weekend that begins on this Saturday.
    case weekend(Day)
    case month(year: Int, month: Int)
    case quarter(year: Int, quarter: Int)
    case half(year: Int, half: Int)
    case season(year: Int, season: Season)
    case year(Int)
    /// The decade by its first three digits: 199 for the 1990s.
    case decade(Int)
    /// The century by its first two digits: 19 for the 20th.
    case century(Int)

    enum Season: String {
        case spring = "SP"
        case summer = "SU"
        case autumn = "FA"
        case winter = "WI"
    }

    /// The period of a unit that a day lies in, or nil for units that have no such period.
    init?(_ unit: CalendarUnit, of day: Day) {
        let (year, month, _) = day.civil
        switch unit {
        case .second, .minute, .hour, .day: self = .day(day)
        case .week: self = .week(day.advanced(by: 1 - day.weekday))
        case .weekend: self = .weekend(day.advanced(by: 6 - day.weekday))
        case .month: self = .month(year: year, month: month)
        case .quarter: self = .quarter(year: year, quarter: (month + 2) / 3)
        case .year: self = .year(year)
        case .decade: self = .decade(year / 10)
        case .century: self = .century(year / 100)
        case .millennium, .period: return nil
        }
    }

    /// The value as TIMEX3 writes it.
    var iso: String {
        switch self {
        case .day(let day): day.description
        case .week(let monday): Self.week(monday)
        case .weekend(let saturday): Self.week(saturday.advanced(by: -5)) + "-WE"
        case .month(let year, let month): "\(Self.padded(year, 4))-\(Self.padded(month, 2))"
        case .quarter(let year, let quarter): "\(Self.padded(year, 4))-Q\(quarter)"
        case .half(let year, let half): "\(Self.padded(year, 4))-H\(half)"
        case .season(let year, let season): "\(Self.padded(year, 4))-\(season.rawValue)"
        case .year(let year): Self.padded(year, 4)
        case .decade(let decade): Self.padded(decade, 3)
        case .century(let century): Self.padded(century, 2)
        }
    }

    /// The days it covers, or nil outside of the years 1 to 9999.
    var days: DaySpan? {
        switch self {
        case .day(let day): DaySpan(day)
        case .week(let monday): DaySpan(monday, monday.advanced(by: 6))
        case .weekend(let saturday): DaySpan(saturday, saturday.advanced(by: 1))
        case .month(let year, let month): Self.months(year, month, 1)
        case .quarter(let year, let quarter): Self.months(year, quarter * 3 - 2, 3)
        case .half(let year, let half): Self.months(year, half * 6 - 5, 6)
        case .season(let year, let season): Self.months(year, Self.firstMonth(season), 3)
        case .year(let year): Self.months(year, 1, 12)
        case .decade(let decade): Self.months(decade * 10, 1, 120)
        case .century(let century): Self.months(century * 100, 1, 1200)
        }
    }

    /// The same kind of period so many later.
    func advanced(by count: Int) -> CalendarPeriod {
        switch self {
        case .day(let day): return .day(day.advanced(by: count))
        case .week(let monday): return .week(monday.advanced(by: 7 * count))
        case .weekend(let saturday): return .weekend(saturday.advanced(by: 7 * count))
        case .month(let year, let month):
            let index = year * 12 + month - 1 + count
            return .month(year: Self.floor(index, 12), month: index - Self.floor(index, 12) * 12 + 1)
        case .quarter(let year, let quarter):
            let index = year * 4 + quarter - 1 + count
            return .quarter(year: Self.floor(index, 4), quarter: index - Self.floor(index, 4) * 4 + 1)
        case .half(let year, let half):
            let index = year * 2 + half - 1 + count
            return .half(year: Self.floor(index, 2), half: index - Self.floor(index, 2) * 2 + 1)
        case .season(let year, let season): return .season(year: year + count, season: season)
        case .year(let year): return .year(year + count)
        case .decade(let decade): return .decade(decade + count)
        case .century(let century): return .century(century + count)
        }
    }

    private static func floor(_ value: Int, _ by: Int) -> Int {
        value >= 0 ? value / by : -((-value + by - 1) / by)
    }

    private static func firstMonth(_ season: Season) -> Int {
        switch season {
        case .spring: 3
        case .summer: 6
        case .autumn: 9
        case .winter: 12
        }
    }

    private static func months(_ year: Int, _ month: Int, _ count: Int) -> DaySpan? {
        guard let start = Day(year: year, month: month, day: 1) else { return nil }
        return DaySpan(start, start.advanced(byMonths: count).advanced(by: -1))
    }

    /// The ISO 8601 week: the year is the one that its Thursday lies in.
    private static func week(_ monday: Day) -> String {
        let thursday = monday.advanced(by: 3)
        let year = thursday.civil.year
        let first = Day(year: year, month: 1, day: 1) ?? thursday
        return "\(padded(year, 4))-W\(padded((thursday - first) / 7 + 1, 2))"
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
