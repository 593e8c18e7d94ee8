// When something happened: one day, or from one day to another.

/// A span of days, both ends included; one day where they are the same.
public struct DaySpan: Hashable, Sendable {
    /// The first day.
    public let start: Day
    /// The last day, never before the first.
    public let end: Day

    /// The span of these two days, in whichever order they come.
    public init(_ start: Day, _ end: Day) {
        self.start = min(start, end)
        self.end = max(start, end)
    }

    /// The span of one day.
    public init(_ day: Day) {
        self.init(day, day)
    }

    /// The span written `YYYY-MM-DD` or `YYYY-MM-DD/YYYY-MM-DD`, or nil where the text is anything else.
    public init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let start = Day(iso: first) else { return nil }
        guard parts.count == 2 else {
            self.init(start)
            return
        }
        guard let end = Day(iso: parts[1]), end >= start else { return nil }
        self.init(start, end)
    }

    /// Whether it is one day.
    public var isPoint: Bool { start == end }

    /// Whether the two share a day.
    public func overlaps(_ other: DaySpan) -> Bool {
        start <= other.end && other.start <= end
    }

    /// Days from the end of `earlier` to the start of this span, 0 where they overlap, negative where this one ends first.
    public func days(since earlier: DaySpan) -> Int {
        if overlaps(earlier) { return 0 }
        return start > earlier.end ? start - earlier.end : end - earlier.start
    }
}

extension DaySpan: CustomStringConvertible {
    /// The ISO form: `YYYY-MM-DD`, or `YYYY-MM-DD/YYYY-MM-DD`.
    public var description: String { isPoint ? "\(start)" : "\(start)/\(end)" }
}
