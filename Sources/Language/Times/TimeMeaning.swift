// What a time expression means before it is written down as a value.

import Chronology

/// A meaning of a time expression.
enum TimeMeaning {
    /// A stretch of the calendar.
    case period(CalendarPeriod)
    /// A part of a day (`MO`, `NI` …).
    case part(Day, String)
    /// A clock time, `10:30`, on a day.
    case clock(Day, String)
    /// So many units; nil where nobody says how many.
    case duration(Double?, CalendarUnit)
    /// The last (negative) or next so many units, counted from the article's date.
    case window(Double?, CalendarUnit, past: Bool)
    /// How often, as TIMEX3 writes it.
    case set(String)
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
    case vague(String)

    /// The TIMEX3 type.
    var kind: TimeExpression.Kind {
        switch self {
        case .period, .vague: .date
        case .part, .clock: .time
        case .duration, .window: .duration
        case .set: .set
        }
    }

    /// The TIMEX3 value.
    var value: String {
        switch self {
        case .period(let period): period.iso
        case .part(let day, let part): "\(day)T\(part)"
        case .clock(let day, let time): "\(day)T\(time)"
        case .duration(let amount, let unit), .window(let amount, let unit, _): unit.duration(amount)
        case .set(let value), .vague(let value): value
        }
    }

    /// The days that it stands for, seen from the article's date.
    func days(publication: Day) -> DaySpan? {
        switch self {
        case .period(let period): return period.days
        case .part(let day, _), .clock(let day, _): return DaySpan(day)
        case .vague(let value): return value == "PRESENT_REF" ? DaySpan(publication) : nil
        case .window(let amount, let unit, let past):
            // "in recent months" names no number: three is what the word is read as.
            let length = Int(((amount ?? 3) * unit.days).rounded(.up))
            guard length < 1_000_000 else { return nil }
            return DaySpan(publication.advanced(by: past ? -length : length), publication)
        case .duration, .set: return nil
        }
    }

    /// The day that it stands for, where it is one.
    var day: Day? {
        switch self {
        case .period(.day(let day)), .part(let day, _), .clock(let day, _): day
        default: nil
        }
    }
}
