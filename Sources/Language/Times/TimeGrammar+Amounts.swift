// Durations, single words such as "daily", and what stands before an expression: "late", "nearly", "the end of".

import Chronology

extension TimeGrammar {
    // MARK: Durations

    /// "two weeks", "five-year", "several months", "a couple of years", "12 to 18 months", "decades".
    func amount(_ index: Int) -> TimeMatch? {
        if let (unit, plural) = words.unit(index), plural {
            guard !isAge(index + 1), !words.isGluedMark(index - 1, "-") else { return nil }
            return TimeMatch(start: index, end: orOther(index + 1), meaning: .duration(nil, unit), isVague: true)
        }
        if let half = halfUnit(index) { return half }
        guard let number = words.cardinal(index) else { return nil }
        var end = number.end
        var value = number.value
        if words.isAny(end, .to, .or) || words.isMark(end, "-"), let other = words.cardinal(end + 1),
            words.unit(other.end) != nil
        {
            end = other.end
            value = nil
        }
        if words.isAny(end, .more, .additional, .full, .whole) { end += 1 }
        let hyphened = words.isMark(end, "-")
        if hyphened { end += 1 }
        if words.is(end, .trading) || words.is(end, .business) { end += 1 }
        guard let (unit, plural) = words.unit(end), unit != .weekend, unit != .period else { return nil }
        if unit == .second, !plural, value != 1, !hyphened { return nil }
        if unit == .quarter, !plural || hyphened { return nil }
        end += 1
        guard !isAge(end) else { return nil }
        return duration(index, value, unit, end)
    }

    /// "weeks or months", "months and years".
    private func orOther(_ index: Int) -> Int {
        words.isAny(index, .or, .and) && words.unit(index + 1)?.plural == true ? index + 2 : index
    }

    /// "half an hour", "half a year", "half a day".
    private func halfUnit(_ index: Int) -> TimeMatch? {
        guard words.has(index, .fraction), words.isAny(index + 1, .a, .an), let (unit, plural) = words.unit(index + 2),
            !plural
        else { return nil }
        return TimeMatch(start: index, end: index + 3, meaning: .duration(0.5, unit))
    }

    /// Whether "old" or "of age" follows, so that the years are a person's.
    private func isAge(_ index: Int) -> Bool {
        let next = words.isMark(index, "-") ? index + 1 : index
        return words.isAny(next, .old, .olds) || (words.is(next, .of) && words.is(next + 1, .age))
    }

    /// A duration with "and a half" behind it.
    func duration(_ start: Int, _ amount: Double?, _ unit: CalendarUnit, _ next: Int) -> TimeMatch? {
        var end = next
        var amount = amount
        if words.is(end, .and), words.isAny(end + 1, .a), words.has(end + 2, .fraction), let whole = amount {
            amount = whole + 0.5
            end += 3
        }
        if let whole = amount, words.is(end, .or), words.has(end + 1, .digit), !words.has(end + 2, .unit) {
            // "a year or two"
            amount = whole == 1 ? nil : whole
            end += 2
        }
        return TimeMatch(start: start, end: end, meaning: .duration(amount, unit), isVague: amount == nil)
    }

    // MARK: What stands before

    /// "late November", "earlier this year", "the end of 1994", "mid-1996", "about two years ago", "year-end".
    func staged(_ index: Int) -> TimeMatch? {
        if let match = vagueFuture(index) { return match }
        if words.is(index, .year), let match = yearEnd(index) { return match }
        if let match = yearAgo(index) { return match }
        if words.isAny(index, .more, .less), let match = comparison(index) { return match }
        if words.isAny(index, .at), words.isAny(index + 1, .least, .most) {
            return sub(index, index + 2, durationsOnly: true)
        }
        if words.is(index, .up), words.is(index + 1, .to) { return sub(index, index + 2, durationsOnly: true) }
        if words.has(index, .about), let match = sub(index, index + 1, durationsOnly: false) { return match }
        if words.is(index, .sometime), let match = sub(index, index + 1, durationsOnly: false) { return match }
        guard let stage = words.value(index, .stage) else { return nil }
        var next = index + 1
        if words.isMark(next, "-") { next += 1 }
        if words.is(next, .of) || words.is(next, .in) {
            next += 1
        } else if words.isAny(index, .end, .beginning, .start) {
            return nil
        }
        guard words.range.contains(next) else { return nil }
        if stage != 2, words.isAny(index, .earlier, .later), words.isAny(next, .that, .the),
            words.unit(next + 1)?.unit == .year,
            words.unit(next + 1)?.plural == false, words.is(next, .the)
        {
            return TimeMatch(start: index, end: next + 2, meaning: .period(.year(today.civil.year)), isRelative: true)
        }
        if words.is(next, .the), let (unit, plural) = words.unit(next + 1), !plural,
            [.year, .month, .week].contains(unit),
            let period = CalendarPeriod(unit, of: today)
        {
            return TimeMatch(start: index, end: next + 2, meaning: .period(period), isRelative: true)
        }
        if let part = words.text(next, .part), !words.has(next, .clock),
            words.isMark(next - 1, "-") || stage == 3 || words.isAny(index, .early, .mid)
        {
            var match = TimeMatch(
                start: index,
                end: next + 1,
                meaning: .part(reference ?? today, part),
                isRelative: true
            )
            if let date = words.range.contains(match.end) ? simpleDay(match.end) : nil, let day = date.meaning.day {
                match.end = date.end
                match.meaning = .part(day, part)
            }
            return match
        }
        guard let match = core(at: next) else { return nil }
        switch match.meaning {
        case .duration, .vague, .set, .window: return nil
        default: return from(index, match)
        }
    }

    private func simpleDay(_ index: Int) -> TimeMatch? {
        words.has(index, .weekday)
            ? weekday(index) : words.text(index, .deictic)?.hasPrefix("D") == true ? simple(index) : nil
    }

    /// The expression behind an adverb that belongs to it.
    private func sub(_ index: Int, _ next: Int, durationsOnly: Bool) -> TimeMatch? {
        guard words.range.contains(next), let match = core(at: next) else { return nil }
        switch match.meaning {
        case .duration(let amount, _):
            guard amount != nil || words.cardinal(next) != nil else { return nil }
        case .window: break
        case .clock: if durationsOnly { return nil }
        default: if durationsOnly || !words.isAny(index, .about, .around, .sometime) { return nil }
        }
        return from(index, match)
    }

    /// "more than four hours", "less than a decade".
    private func comparison(_ index: Int) -> TimeMatch? {
        if words.is(index + 1, .recently) {
            return TimeMatch(start: index, end: index + 2, meaning: .vague("PAST_REF"))
        }
        guard words.is(index + 1, .than) else { return nil }
        return sub(index, index + 2, durationsOnly: true)
    }

    /// "near future", "foreseeable future", "near term", "short term" behind its article.
    private func vagueFuture(_ index: Int) -> TimeMatch? {
        guard words.is(index - 1, .the), words.isAny(index, .near, .foreseeable, .short, .long),
            words.isAny(index + 1, .future, .term)
        else { return nil }
        return TimeMatch(start: index, end: index + 2, meaning: .vague("FUTURE_REF"))
    }

    /// "year-end", "year's end", "year end".
    private func yearEnd(_ index: Int) -> TimeMatch? {
        var next = index + 1
        if words.isMark(next, "'"), words.is(next + 1, .s) { next += 2 }
        if words.isMark(next, "-") { next += 1 }
        guard words.is(next, .end) else { return nil }
        return TimeMatch(start: index, end: next + 1, meaning: .period(.year(today.civil.year)), isRelative: true)
    }

    // MARK: Single words

    /// "yesterday", "now", "recently", "daily", "overnight", "summer".
    func simple(_ index: Int) -> TimeMatch? {
        if let value = words.text(index, .set) { return TimeMatch(start: index, end: index + 1, meaning: .set(value)) }
        if words.text(index, .years) != nil { return nil }
        if let value = words.text(index, .deictic) { return deictic(value, index) }
        if words.is(index, .overnight) {
            return TimeMatch(start: index, end: index + 1, meaning: .part(reference ?? today, "NI"), isRelative: true)
        }
        if let text = words.text(index, .season), let season = CalendarPeriod.Season(rawValue: text),
            text == "SU" || text == "WI",
            words.isAny(index - 1, .in, .since, .during, .until, .by), !words.isCapital(index + 1)
        {
            return TimeMatch(
                start: index,
                end: index + 1,
                meaning: .period(.season(year: today.civil.year, season: season)),
                isRelative: true
            )
        }
        return nil
    }

    private func deictic(_ value: String, _ index: Int) -> TimeMatch? {
        if value.hasPrefix("D"), let offset = Int(value.dropFirst()) {
            // "USA Today" is a newspaper.
            if words.isCapital(index), words.isCapital(index - 1) { return nil }
            let day = today.advanced(by: offset)
            if words.is(index, .tonight) {
                return TimeMatch(start: index, end: index + 1, meaning: .part(day, "NI"), isRelative: true)
            }
            return TimeMatch(start: index, end: index + 1, meaning: .period(.day(day)), isRelative: true)
        }
        if words.isAny(index, .past, .future) { return nil }
        if words.is(index, .recent) || words.is(index, .current) {
            return TimeMatch(start: index, end: index + 1, meaning: .vague(value))
        }
        return TimeMatch(start: index, end: index + 1, meaning: .vague(value))
    }
}
