// Dates by day, month and year, weekdays, feasts and clock times.

import Chronology

extension TimeGrammar {
    // MARK: Digits

    /// "2024-01-23", "1/23/2024", "23 January", "7th of October".
    func numericDate(_ index: Int) -> TimeMatch? {
        if let year = words.digits(index, 4...4), let separator = dateMark(index + 1),
            let month = words.digits(index + 2, 1...2),
            words.isGluedMark(index + 3, separator), let number = words.digits(index + 4, 1...2),
            words.isGlued(index + 4),
            let day = Day(year: year, month: month, day: number)
        {
            return TimeMatch(start: index, end: index + 5, meaning: .period(.day(day)))
        }
        if let first = words.digits(index, 1...2), let separator = dateMark(index + 1),
            let second = words.digits(index + 2, 1...2),
            words.isGlued(index + 2), words.isGluedMark(index + 3, separator),
            let written = words.digits(index + 4, 2...4),
            words.isGlued(index + 4)
        {
            let year = written < 100 ? nearestCentury(written) : written
            // American order unless it cannot be; with points the day comes first.
            let american = separator == "." ? nil : Day(year: year, month: first, day: second)
            guard let day = american ?? Day(year: year, month: second, day: first) else { return nil }
            return TimeMatch(start: index, end: index + 5, meaning: .period(.day(day)))
        }
        return dayBeforeMonth(index)
    }

    private func dateMark(_ index: Int) -> Character? {
        for mark in ["-", "/", "."] as [Character] where words.isGluedMark(index, mark) { return mark }
        return nil
    }

    private func nearestCentury(_ twoDigits: Int) -> Int {
        let year = today.civil.year / 100 * 100 + twoDigits
        return year > today.civil.year + 20 ? year - 100 : year
    }

    /// "7 October 2023", "7th of October".
    private func dayBeforeMonth(_ index: Int) -> TimeMatch? {
        guard let number = words.digits(index, 1...2), (1...31).contains(number) else { return nil }
        var end = index + 1
        if words.isGlued(end), words.isAny(end, .st, .nd, .rd, .th) { end += 1 }
        if words.is(end, .of) { end += 1 }
        guard words.isCapital(end), let month = words.value(end, .month) else { return nil }
        end += 1
        if words.isMark(end, ".") { end += 1 }
        let year = yearAfter(&end)
        guard let day = resolvedDay(month, number, year, index) else { return nil }
        return TimeMatch(start: index, end: end, meaning: .period(.day(day)), isRelative: year == nil)
    }

    /// The year that follows a month or a day, with a comma or "of" or "this" before it.
    private func yearAfter(_ end: inout Int) -> Int? {
        var index = end
        if words.isMark(index, ",") || words.is(index, .of) { index += 1 }
        if let year = words.digits(index, 4...4), (1000...2200).contains(year),
            words.number(index + 2) == nil || !words.isGluedMark(index + 1, ":")
        {
            end = index + 1
            return year
        }
        if words.isMark(index, "'"), let year = words.digits(index + 1, 2...2), words.isGlued(index + 1) {
            end = index + 2
            return nearestCentury(year)
        }
        if let shift = words.value(index, .shift), let (unit, plural) = words.unit(index + 1), unit == .year, !plural {
            end = index + 2
            return today.civil.year + shift
        }
        if let spelled = spelledYear(index) {
            end = spelled.end
            return spelled.year
        }
        return nil
    }

    /// The day of a month in the year given, or in the year that the tense makes likely.
    func resolvedDay(_ month: Int, _ number: Int, _ year: Int?, _ index: Int) -> Day? {
        if let year { return Day(year: year, month: month, day: number) }
        let this = today.civil.year
        let candidates = [this - 1, this, this + 1].compactMap { Day(year: $0, month: month, day: number) }
        let behind = candidates.last { $0 <= today }
        // A date that is almost upon us is more likely to come than to be a year old, whatever the tense.
        if let ahead = candidates.first(where: { $0 > today }), ahead - today <= 60,
            direction(index) != .past || ahead - today <= 45
        {
            return ahead
        }
        if direction(index) == .future { return candidates.first { $0 >= today } ?? candidates.last }
        return behind ?? candidates.first
    }

    // MARK: Months

    /// "October 7", "October 2023", "October", "October 7-9".
    func month(_ index: Int) -> TimeMatch? {
        guard words.isCapital(index), let month = words.value(index, .month) else { return nil }
        var end = index + 1
        let abbreviated = words.isGluedMark(end, ".")
        if abbreviated { end += 1 }
        if let match = dayOfMonth(month, index, end) { return match }
        var after = end
        if let year = yearAfter(&after) {
            return TimeMatch(start: index, end: after, meaning: .period(.month(year: year, month: month)))
        }
        guard !abbreviated || words.items[index].upper - words.items[index].lower > 2, isMonthName(index, end) else {
            return nil
        }
        let period = resolvedMonth(month, index)
        return TimeMatch(
            start: index,
            end: abbreviated && end < words.range.upperBound ? end : index + 1,
            meaning: .period(period),
            isRelative: true
        )
    }

    private func dayOfMonth(_ month: Int, _ index: Int, _ first: Int) -> TimeMatch? {
        var end = first
        if words.is(end, .the) { end += 1 }
        var number = words.digits(end, 1...2)
        if number != nil {
            end += 1
            if words.isGlued(end), words.isAny(end, .st, .nd, .rd, .th) { end += 1 }
            if words.isGluedMark(end, ":") || words.has(end, .meridiem) { return nil }
        } else if let ordinal = spelledOrdinal(end) {
            number = ordinal.number
            end = ordinal.end
        }
        guard let number, (1...31).contains(number) else { return nil }
        let year = yearAfter(&end)
        guard let day = resolvedDay(month, number, year, index) else { return nil }
        return TimeMatch(start: index, end: end, meaning: .period(.day(day)), isRelative: year == nil)
    }

    /// "eighth", "twenty-first".
    private func spelledOrdinal(_ index: Int) -> (number: Int, end: Int)? {
        if let number = words.value(index, .ordinal) { return (number, index + 1) }
        if let tens = words.value(index, .tens), words.isMark(index + 1, "-"),
            let one = words.value(index + 2, .ordinal), one < 10
        {
            return (tens + one, index + 3)
        }
        return nil
    }

    /// Whether a bare month name is one: "May" and "March" are verbs too, "April" and "June" are people.
    private func isMonthName(_ index: Int, _ end: Int) -> Bool {
        let ambiguous = words.isAny(index, .may, .march) || words.items[index].upper - words.items[index].lower <= 3
        let introduced =
            words.isAny(
                index - 1,
                .in,
                .of,
                .since,
                .from,
                .to,
                .by,
                .until,
                .till,
                .between,
                .and,
                .during,
                .through,
                .last,
                .next
            )
            || words.isAny(index - 1, .this, .each, .every, .before, .after, .late, .per)
            || words.has(index - 1, .stage)
        if ambiguous { return introduced && !words.is(index - 1, .and) }
        if introduced { return true }
        let nextIsName = words.isCapital(end) && !words.vocabulary.hasRole(words.items[end].word)
        let previousIsName = words.isCapital(index - 1) && words.items[index - 1].word == 0
        return !nextIsName && !previousIsName
    }

    /// A month without a year: the last one, or the next one where the verb looks ahead.
    func resolvedMonth(_ month: Int, _ index: Int) -> CalendarPeriod {
        let (year, now, _) = today.civil
        switch direction(index) {
        case .future: return .month(year: month >= now ? year : year + 1, month: month)
        case .past, .unknown: return .month(year: month <= now ? year : year - 1, month: month)
        }
    }

    // MARK: Weekdays

    /// "Tuesday", "Friday, October 13", "Tuesdays", "Tuesday nights".
    func weekday(_ index: Int) -> TimeMatch? {
        guard words.isCapital(index) else { return nil }
        if let many = words.value(index, .weekdays) { return weekdaySet(many, index + 1, index) }
        guard let weekday = words.value(index, .weekday) else { return nil }
        let short = words.items[index].upper - words.items[index].lower <= 3
        var end = index + 1
        if short {
            guard words.isGluedMark(end, ".") || words.has(end, .part) else { return nil }
            if words.isGluedMark(end, ".") { end += 1 }
        }
        let dated = words.isMark(end, ",") ? end + 1 : end
        if let date = words.has(dated, .month) ? month(dated) : dayBeforeMonth(dated), date.meaning.day != nil {
            return TimeMatch(start: index, end: date.end, meaning: date.meaning, isRelative: date.isRelative)
        }
        if words.text(end, .part) != nil, isPluralPart(end) { return weekdaySet(weekday, end, index) }
        var day = resolvedWeekday(weekday, direction(index))
        if let (shift, after) = shiftedWeek(end) {
            let monday = today.advanced(by: 1 - today.weekday + 7 * shift)
            day = monday.advanced(by: weekday - 1)
            end = after
        }
        return TimeMatch(start: index, end: end, meaning: .period(.day(day)), isRelative: true)
    }

    /// "Tuesday last week", "Friday of next week".
    private func shiftedWeek(_ index: Int) -> (Int, Int)? {
        let at = words.is(index, .of) ? index + 1 : index
        guard let shift = words.value(at, .shift), let (unit, plural) = words.unit(at + 1), unit == .week, !plural
        else { return nil }
        return (shift, at + 2)
    }

    private func isPluralPart(_ index: Int) -> Bool {
        let atom = words.items[index]
        return atom.upper - atom.lower > 5 && words.plural(index)
    }

    private func weekdaySet(_ weekday: Int, _ end: Int, _ index: Int) -> TimeMatch {
        let part = words.text(end, .part)
        return TimeMatch(
            start: index,
            end: part == nil ? end : end + 1,
            meaning: .set("XXXX-WXX-\(weekday)" + (part.map { "T\($0)" } ?? ""))
        )
    }

    /// The last such weekday on or before the article's date; the next one where the verb looks ahead.
    func resolvedWeekday(_ weekday: Int, _ direction: TimeDirection) -> Day {
        let back = (today.weekday - weekday + 7) % 7
        guard direction == .future else { return today.advanced(by: -back) }
        return today.advanced(by: back == 0 ? 0 : 7 - back)
    }

    // MARK: Feasts

    /// "Christmas Day", "Thanksgiving", "New Year's Eve".
    func feast(_ index: Int) -> TimeMatch? {
        guard words.isCapital(index) else { return nil }
        var end = index + 1
        var name: (month: Int, day: Int)?
        if words.is(index, .new), words.is(end, .year), words.isMark(end + 1, "'"), words.is(end + 2, .s),
            words.isAny(end + 3, .eve, .day)
        {
            name = words.is(end + 3, .eve) ? (12, 31) : (1, 1)
            end += 4
        } else if let text = words.text(index, .fixed) {
            let numbers = text.split(separator: "-").compactMap { Int($0) }
            if numbers.count == 2 { name = (numbers[0], numbers[1]) }
            if words.is(end, .eve), let found = name { name = (found.month, found.day - 1) }
            if words.isAny(end, .eve, .day) { end += 1 }
        } else if let text = words.text(index, .nth) {
            let numbers = text.split(separator: "-").compactMap { Int($0) }
            guard numbers.count == 3 else { return nil }
            if words.is(end, .day) { end += 1 }
            let years = [today.civil.year - 1, today.civil.year, today.civil.year + 1]
            let days = years.compactMap { nth(numbers[1], numbers[2], numbers[0], $0) }
            let day = direction(index) == .future ? days.first { $0 >= today } : days.last { $0 <= today }
            return day.map { TimeMatch(start: index, end: end, meaning: .period(.day($0)), isRelative: true) }
        }
        guard let name, let day = resolvedDay(name.month, name.day, nil, index) else { return nil }
        return TimeMatch(start: index, end: end, meaning: .period(.day(day)), isRelative: true)
    }

    private func nth(_ weekday: Int, _ count: Int, _ month: Int, _ year: Int) -> Day? {
        guard let first = Day(year: year, month: month, day: 1) else { return nil }
        return first.advanced(by: (weekday - first.weekday + 7) % 7 + 7 * (count - 1))
    }
}

extension AtomCursor {
    /// Whether the word at an index ends in `s`.
    func plural(_ index: Int) -> Bool {
        range.contains(index) && lastByte(items[index]) | 0x20 == UInt8(ascii: "s")
    }

    private func lastByte(_ atom: Atom) -> UInt8 { bytes[Int(atom.upper) - 1] }
}
