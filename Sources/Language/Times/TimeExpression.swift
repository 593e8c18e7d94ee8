// A time that the text names, with its value as TIMEX3 writes it and the days that it stands for.

import Chronology

/// A time expression of the text.
public struct TimeExpression: Sendable, Equatable {
    /// The types of TIMEX3.
    public enum Kind: String, Sendable {
        case date = "DATE"
        case time = "TIME"
        case duration = "DURATION"
        case set = "SET"
    }

    /// How the words before it tie it to what happened.
    public enum Link: String, Sendable {
        /// "on Tuesday", "Tuesday".
        case at
        /// "since Tuesday": from then up to the article's date.
        case since
        /// "from Tuesday".
        case from
        /// "until Tuesday", "by Tuesday", "to Tuesday".
        case until
        /// "before Tuesday".
        case before
        /// "after Tuesday".
        case after
    }

    /// The tokens it covers.
    public var tokens: Range<Int>
    /// Half-open Unicode scalar offsets into the text.
    public var span: Range<Int>
    /// Its words as they stand in the text.
    public var text: String
    /// The TIMEX3 type.
    public var kind: Kind
    /// The TIMEX3 value: `2024-01-23`, `2024-01-23TNI`, `2024-W04`, `P2D`, `PAST_REF`.
    public var value: String
    /// The days it denotes, or nil where it denotes none that can be named ("two days", "every Friday").
    public var days: DaySpan?
    /// How the words before it tie it to what happened.
    public var link: Link = .at
    /// Whether the days were counted from the article's date or from another date of the text.
    public var isRelative = false
    /// Whether the days are only about right ("in recent months", "a few days ago").
    public var isVague = false

    /// The days in which something happened of which the text says this time; "since" runs up to the article's date.
    public func days(publication: Day?) -> DaySpan? {
        guard let days else { return nil }
        guard link == .since, let publication, publication > days.start else { return days }
        return DaySpan(days.start, publication)
    }
}
