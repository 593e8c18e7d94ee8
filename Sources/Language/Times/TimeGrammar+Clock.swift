// Clock times, years, decades and centuries.

import Chronology

extension TimeGrammar {
    /// "10:30 pm Wednesday", "7pm", "1500 GMT", "noon", "midnight Friday", "4 in the morning".
    func clock(_ index: Int) -> TimeMatch? {
        guard let (time, next) = clockTime(index) else { return nil }
        var end = next
        if words.has(end, .zone) { end += 1 }
        var day: Day?
        var at = end
        if words.isMark(at, ",") || words.is(at, .on) { at += 1 }
        if words.is(at, .on) { at += 1 }
        if let date = dayExpression(at), let found = date.meaning.day {
            day = found
            end = date.end
        }
        return TimeMatch(start: index, end: end, meaning: .clock(day ?? reference ?? today, time), isRelative: true)
    }

    /// A weekday, a date or "today" that begins at an index.
    private func dayExpression(_ index: Int) -> TimeMatch? {
        guard words.range.contains(index) else { return nil }
        if words.has(index, .month) { return month(index) }
        if words.has(index, .weekday) { return weekday(index) }
        if words.text(index, .deictic)?.hasPrefix("D") == true { return simple(index) }
        return nil
    }

    private func clockTime(_ index: Int) -> (String, Int)? {
        if let text = words.text(index, .clock) { return (text, index + 1) }
        guard let hour = words.digits(index, 1...4) else { return nil }
        if hour < 25, words.isGluedMark(index + 1, ":") || words.isGluedMark(index + 1, "."),
            let minute = words.digits(index + 2, 2...2), minute < 60, words.isGlued(index + 2)
        {
            var end = index + 3
            if words.isGluedMark(end, ":"), words.digits(end + 1, 2...2) != nil { end += 2 }
            if let half = words.value(end, .meridiem) { return (time(hour, minute, half), end + 1) }
            guard words.isMark(index + 1, ":"), !words.isGluedMark(end, ":") else { return nil }
            return (time(hour, minute, nil), end)
        }
        if (1...12).contains(hour), let half = words.value(index + 1, .meridiem) {
            return (time(hour, 0, half), index + 2)
        }
        if (1...12).contains(hour),
            words.is(index + 1, .oclock) || (words.is(index + 1, .o) && words.is(index + 3, .clock))
        {
            return (time(hour, 0, nil), words.is(index + 1, .oclock) ? index + 2 : index + 4)
        }
        if (1...12).contains(hour), words.is(index + 1, .in), words.is(index + 2, .the),
            let part = words.text(index + 3, .part)
        {
            return (time(hour, 0, part == "MO" ? 0 : 12), index + 4)
        }
        if words.digits(index, 4...4) != nil, words.has(index + 1, .zone), hour < 2400, hour % 100 < 60 {
            return (time(hour / 100, hour % 100, nil), index + 1)
        }
        return nil
    }

    private func time(_ hour: Int, _ minute: Int, _ half: Int?) -> String {
        var hour = hour
        if let half { hour = hour % 12 + half }
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(two(hour)):\(two(minute))"
    }

    /// "1998", "the 1990s", "'80s", "1989-90", "20th century" in digits.
    func yearOrDecade(_ index: Int) -> TimeMatch? {
        if words.isMark(index, "'") {
            guard let number = words.digits(index + 1, 2...2), words.isGlued(index + 1), words.isGlued(index + 2),
                words.is(index + 2, .s)
            else { return nil }
            return TimeMatch(start: index, end: index + 3, meaning: .period(.decade(190 + number / 10)))
        }
        if let number = ordinalDigits(index), words.unit(index + 2)?.unit == .century {
            return TimeMatch(start: index, end: index + 3, meaning: .period(.century(number - 1)))
        }
        if let match = ordinalPeriod(index) { return match }
        guard let year = words.digits(index, 4...4), (1000...2200).contains(year) else { return nil }
        if words.isGlued(index + 1), words.is(index + 1, .s) {
            return TimeMatch(start: index, end: index + 2, meaning: .period(.decade(year / 10)))
        }
        guard isYear(year, index) else { return nil }
        if let (quarter, end) = ordinalQuarter(index + 1) {
            return TimeMatch(start: index, end: end, meaning: .period(.quarter(year: year, quarter: quarter)))
        }
        if let (unit, plural) = words.unit(index + 1), !plural, unit == .quarter || unit == .period {
            return TimeMatch(
                start: index,
                end: index + 2,
                meaning: .period(quarter.map { sameQuarter($0, year) } ?? .year(year))
            )
        }
        return TimeMatch(start: index, end: index + 1, meaning: .period(.year(year)))
    }

    /// The quarter of another year.
    func sameQuarter(_ quarter: CalendarPeriod, _ year: Int) -> CalendarPeriod {
        guard case .quarter(_, let number) = quarter else { return .year(year) }
        return .quarter(year: year, quarter: number)
    }

    /// Whether four digits are a year and not an amount.
    private func isYear(_ year: Int, _ index: Int) -> Bool {
        if words.isMark(index - 1, "$") || words.isGluedMark(index + 1, "%")
            || words.isAny(index + 1, .percent, .people, .dollars)
        {
            return false
        }
        if words.isGlued(index) && !words.isMark(index - 1, "-") && !words.isMark(index - 1, "(")
            && !words.isMark(index - 1, "/")
            && !words.isMark(index - 1, "\"")
        {
            return false
        }
        if words.isGluedMark(index + 1, "/") || words.isGluedMark(index + 1, ":") { return false }
        if words.isGluedMark(index + 1, "-"), words.isGlued(index + 2), words.number(index + 2) == nil { return false }
        let introduced =
            words.isAny(
                index - 1,
                .in,
                .since,
                .from,
                .of,
                .by,
                .until,
                .till,
                .between,
                .during,
                .year,
                .fiscal,
                .before,
                .after,
                .the
            )
            || words.has(index - 1, .stage) || words.has(index - 1, .month) || words.isMark(index - 1, "-")
        guard (1800...2100).contains(year) else {
            return introduced && !words.is(index - 1, .of) && year > 1000 && year < 2100 && !words.plural(index + 1)
        }
        if introduced { return !words.is(index - 1, .of) || !(isPlainPlural(index + 1)) }
        return !isPlainPlural(index + 1) && words.unit(index + 1) == nil
            && !words.isAny(index - 1, .about, .nearly, .some, .than, .least)
    }

    private func isPlainPlural(_ index: Int) -> Bool {
        words.range.contains(index) && words.items[index].kind == .word && !words.isCapital(index)
            && words.items[index].word == 0
            && words.plural(index)
    }

    /// "nineteen ninety-six", "the year two thousand".
    func wordedYear(_ index: Int) -> TimeMatch? {
        guard let (year, end) = spelledYear(index) else { return nil }
        return TimeMatch(start: index, end: end, meaning: .period(.year(year)))
    }

    /// A year in words that begins at an index, and the atom after it.
    func spelledYear(_ index: Int) -> (year: Int, end: Int)? {
        guard let century = words.value(index, .digit) ?? words.value(index, .tens), (17...20).contains(century),
            let rest = words.value(index + 1, .tens) ?? words.value(index + 1, .digit), rest >= 10
        else {
            let afterYear = words.is(index - 1, .year) || words.has(index - 1, .month)
            if afterYear, let number = words.cardinal(index), let value = number.value, (1000...2100).contains(value) {
                return (Int(value), number.end)
            }
            return nil
        }
        var year = century * 100 + rest
        var end = index + 2
        let digit = words.isMark(end, "-") ? end + 1 : end
        if rest >= 20, let one = words.value(digit, .digit), one < 10 {
            year += one
            end = digit + 1
        }
        return (year, end)
    }

    /// "third quarter", "second half of 1989", "20th century", "first nine months", "third-quarter".
    func ordinalPeriod(_ index: Int) -> TimeMatch? {
        if words.is(index, .q), let number = words.digits(index + 1, 1...1), words.isGlued(index + 1),
            (1...4).contains(number)
        {
            return yearOfQuarter(index, number, index + 2)
        }
        if let (number, end) = ordinalQuarter(index) { return yearOfQuarter(index, number, end) }
        guard let number = words.value(index, .ordinal) ?? ordinalDigits(index) ?? (words.is(index, .last) ? 2 : nil)
        else { return nil }
        let next = index + (words.number(index) == nil ? 1 : 2)
        if words.unit(next)?.unit == .century, !words.is(index, .last) {
            return TimeMatch(start: index, end: next + 1, meaning: .period(.century(number - 1)))
        }
        if number <= 2, words.is(next, .half) {
            var end = next + 1
            guard let year = yearOf(&end) else { return nil }
            guard case .year(let number_) = year else {
                return TimeMatch(start: index, end: end, meaning: .period(year))
            }
            return TimeMatch(start: index, end: end, meaning: .period(.half(year: number_, half: number)))
        }
        if words.is(index, .first), let amount = words.cardinal(next), words.unit(amount.end) != nil {
            return self.amount(next)
        }
        return nil
    }

    private func yearOfQuarter(_ index: Int, _ number: Int, _ next: Int) -> TimeMatch {
        var end = next
        if case .year(let year)? = yearOf(&end) {
            return TimeMatch(start: index, end: end, meaning: .period(.quarter(year: year, quarter: number)))
        }
        let (year, month, _) = today.civil
        let isAhead = number * 3 - 2 > month
        let chosen = isAhead && direction(index) != .future && number - (month + 2) / 3 > 1 ? year - 1 : year
        return TimeMatch(
            start: index,
            end: next,
            meaning: .period(.quarter(year: chosen, quarter: number)),
            isRelative: true
        )
    }

    /// "of 1989", "of last year", "1989".
    private func yearOf(_ end: inout Int) -> CalendarPeriod? {
        var index = end
        if words.is(index, .of) { index += 1 }
        if words.is(index, .the) { index += 1 }
        if words.is(index, .fiscal) { index += 1 }
        if let year = words.digits(index, 4...4), (1000...2200).contains(year) {
            end = index + 1
            return .year(year)
        }
        if words.isGluedMark(index, "'"), let decade = yearOrDecade(index), case .period(let period) = decade.meaning {
            end = decade.end
            return period
        }
        if let shift = words.value(index, .shift), let (unit, plural) = words.unit(index + 1), unit == .year, !plural {
            end = index + 2
            return .year(today.civil.year + shift)
        }
        if words.is(index - 1, .the), let (unit, plural) = words.unit(index), unit == .year, !plural {
            end = index + 1
            return .year(today.civil.year)
        }
        return nil
    }
}
