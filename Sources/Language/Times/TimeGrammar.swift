// The grammar of time expressions: what can stand at a atom of a sentence, and what it means there.

import Chronology

/// The grammar over the atoms of one sentence, with the days that the expressions are counted from.
struct TimeGrammar {
    let words: AtomCursor
    /// The article's date, or a day that stands in for it.
    let today: Day
    /// The last day named in the text before this sentence or in it.
    var reference: Day?
    /// The last quarter named.
    var quarter: CalendarPeriod?
    /// The last year or other long period named.
    var period: CalendarPeriod?
    /// Which way the verb points for the atom at an index.
    let direction: (Int) -> TimeDirection

    /// The longest expression that begins at an index.
    func match(at index: Int) -> TimeMatch? {
        guard let core = core(at: index), core.end > index else { return nil }
        return extended(core)
    }

    /// An expression without what may follow it.
    func core(at index: Int) -> TimeMatch? {
        if words.number(index) != nil || words.isMark(index, "'") {
            return numericDate(index) ?? clock(index) ?? yearOrDecade(index) ?? amount(index)
        }
        let atom = words.items[index]
        guard atom.word != 0 else { return nil }
        if words.has(index, .month), let match = month(index) { return match }
        if words.has(index, .weekday) || words.has(index, .weekdays), let match = weekday(index) { return match }
        if let match = frame(index) ?? staged(index) ?? ordinalPeriod(index) { return match }
        if let match = feast(index) ?? clock(index) ?? wordedYear(index) ?? amount(index) ?? shifted(index) {
            return match
        }
        return simple(index)
    }

    // MARK: What may follow

    /// Takes in what follows: "two years *ago*", "Friday *night*", "this year*'s third quarter*".
    private func extended(_ core: TimeMatch) -> TimeMatch {
        var match = core
        if let moved = moved(match) { match = moved }
        if let parted = withPartOfDay(match) { match = parted }
        if let quarter = possessedQuarter(match) { match = quarter }
        if words.is(match.end, .or), words.is(match.end + 1, .so) { match.end += 2 }
        return match
    }

    /// "ago", "earlier", "later", "before", "after" behind a duration.
    private func moved(_ match: TimeMatch) -> TimeMatch? {
        guard case .duration(let amount, let unit) = match.meaning else { return nil }
        var end = match.end
        if words.is(end, .or), words.is(end + 1, .so) { end += 2 }
        let past = words.isAny(end, .ago, .earlier, .before)
        let fromNow = words.is(end, .from) && words.is(end + 1, .now)
        guard past || fromNow || words.isAny(end, .later, .hence, .after) else { return nil }
        let isAgo = words.is(end, .ago) || fromNow || words.is(end, .hence)
        // "two weeks before the vote": a duration whose end is not known, unless a date follows.
        if words.isAny(end, .before, .after) {
            return anchored(match, amount, unit, at: end, sign: past ? -1 : 1)
        }
        let base = isAgo ? today : (reference ?? today)
        var moved = match
        moved.end = end + (fromNow ? 2 : 1)
        moved.isRelative = true
        moved.isVague = amount == nil
        guard let amount else {
            moved.meaning = isAgo ? .vague(past ? "PAST_REF" : "FUTURE_REF") : match.meaning
            return moved
        }
        if unit == .year, amount == 1, past, let quarter {
            moved.meaning = .period(quarter.advanced(by: -4))
            moved.isBackward = true
            return moved
        }
        guard let shifted = shift(base, by: past ? -amount : amount, unit) else { return nil }
        moved.meaning = shifted
        return moved
    }

    /// "three days after October 7": counted from the date that follows.
    private func anchored(
        _ match: TimeMatch,
        _ amount: Double?,
        _ unit: CalendarUnit,
        at end: Int,
        sign: Double
    ) -> TimeMatch? {
        guard let amount else { return nil }
        for index in (end + 1)..<max(end + 2, min(end + 5, words.range.upperBound)) {
            guard let anchor = words.range.contains(index) ? core(at: index) : nil, let day = anchor.meaning.day,
                let shifted = shift(day, by: sign * amount, unit)
            else { continue }
            var moved = match
            moved.end = end
            moved.meaning = shifted
            moved.isRelative = true
            return moved
        }
        return nil
    }

    /// A day so many units away, as precise as the unit.
    func shift(_ base: Day, by amount: Double, _ unit: CalendarUnit) -> TimeMeaning? {
        guard amount.magnitude < 100_000 else { return nil }
        switch unit {
        case .second, .minute, .hour:
            return .period(.day(base.advanced(by: Int((amount * unit.days).rounded(.toNearestOrAwayFromZero)))))
        case .day: return .period(.day(base.advanced(by: Int(amount))))
        case .week: return .period(.day(base.advanced(by: Int(amount * 7))))
        case .weekend, .period: return nil
        case .month, .quarter, .year, .decade, .century, .millennium:
            let factor: Double =
                switch unit {
                case .decade: 10
                case .century: 100
                case .millennium: 1000
                default: 1
                }
            let container = factor > 1 ? CalendarUnit.year : unit
            return CalendarPeriod(container, of: base).map { .period($0.advanced(by: Int(amount * factor))) }
        }
    }

    /// "Friday night", "yesterday morning", "Friday at noon", "October 7 in the morning".
    private func withPartOfDay(_ match: TimeMatch) -> TimeMatch? {
        guard case .period(.day(let day)) = match.meaning else { return nil }
        var index = match.end
        while words.isAny(index, .in, .the) || words.has(index, .stage) || words.isMark(index, "-") { index += 1 }
        guard let part = words.text(index, .part), !words.has(index, .clock) || index == match.end else { return nil }
        guard index - match.end <= 2 else { return nil }
        var parted = match
        parted.end = index + 1
        parted.meaning = .part(day, part)
        return parted
    }

    /// "this year's third quarter", "last year's quarter".
    private func possessedQuarter(_ match: TimeMatch) -> TimeMatch? {
        guard case .period(.year(let year)) = match.meaning, words.isMark(match.end, "'"),
            words.is(match.end + 1, .s), let (number, end) = ordinalQuarter(match.end + 2)
        else { return nil }
        var match = match
        match.end = end
        match.meaning = .period(.quarter(year: year, quarter: number))
        return match
    }

    /// The number of a quarter that begins at an index ("third quarter", "third-quarter") and the atom after it.
    func ordinalQuarter(_ index: Int) -> (quarter: Int, end: Int)? {
        guard let number = words.value(index, .ordinal) ?? ordinalDigits(index), (1...4).contains(number) else {
            return nil
        }
        var end = index + (words.number(index) == nil ? 1 : 2)
        if words.isMark(end, "-") { end += 1 }
        guard let (unit, plural) = words.unit(end), unit == .quarter, !plural else { return nil }
        return (number, end + 1)
    }

    /// The number of "20th".
    func ordinalDigits(_ index: Int) -> Int? {
        guard let number = words.digits(index, 1...2), words.isGlued(index + 1),
            words.isAny(index + 1, .st, .nd, .rd, .th)
        else { return nil }
        return number
    }
}
