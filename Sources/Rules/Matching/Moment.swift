// When events happened, for comparing: the rules of precedence and of the days between two events.

/// The days of an event and its place in the order of events.
struct Moment: Hashable {
    /// Days since 1970-01-01, `unknownFigure` where unknown.
    let start: Int32
    /// The last day.
    let end: Int32
    /// The row, which follows the text where days are the same.
    let row: Int

    /// Whether it has a date.
    var isDated: Bool { start != unknownFigure }

    /// Days from the end of `earlier` to the start of this one, 0 where they overlap, negative where this one ends
    /// first; nil where one of them has no date.
    func days(since earlier: Moment) -> Int? {
        guard isDated, earlier.isDated else { return nil }
        if start > earlier.end { return Int(start) - Int(earlier.end) }
        return end < earlier.start ? Int(end) - Int(earlier.start) : 0
    }
}

/// Whether one event comes before another: it starts no later.
///
/// Where both start on the same day, what is answered comes before its answer, else the order of the text decides.
/// Without dates only an answer tells the order.
func precedes(_ first: Moment, _ second: Moment, answers: (_ row: Int, _ other: Int) -> Bool) -> Bool {
    guard first.isDated, second.isDated else { return answers(second.row, first.row) }
    if first.start != second.start { return first.start < second.start }
    if answers(second.row, first.row) { return true }
    if answers(first.row, second.row) { return false }
    return first.row < second.row
}
