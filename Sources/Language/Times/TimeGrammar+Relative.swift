// Expressions by their distance from the article: "last week", "the past two months", "every Friday".

import Chronology

extension TimeGrammar {
    // MARK: Determiners

    /// What "the", "this", "that", "each", "a" and the like begin.
    func frame(_ index: Int) -> TimeMatch? {
        if words.isAny(index, .each, .every) { return everySet(index) }
        if words.isAny(index, .that, .same, .those), let match = anaphoric(index) { return match }
        if words.is(index, .these), let (unit, plural) = words.unit(index + 1), unit == .day, plural {
            return TimeMatch(start: index, end: index + 2, meaning: .vague("PRESENT_REF"))
        }
        if words.is(index, .this) { return thisOne(index) }
        if words.is(index, .the) { return definite(index) }
        if words.isAny(index, .a, .an) {
            var next = index + 1
            if words.isAny(next, .additional, .further) { next += 1 }
            if let (unit, plural) = words.unit(next), !plural, unit != .second, unit != .period,
                unit != .quarter || words.isAny(next + 1, .ago, .earlier, .later)
            {
                return duration(index, 1, unit, next + 1)
            }
            return nil
        }
        if words.is(index, .fiscal) { return fiscal(index) }
        return nil
    }

    /// "every Friday", "each year", "every July", "each of the past three years".
    private func everySet(_ index: Int) -> TimeMatch? {
        let next = index + 1
        if let (unit, plural) = words.unit(next), !plural, unit != .second {
            return TimeMatch(start: index, end: next + 1, meaning: .set(unit.duration(1)))
        }
        if let weekday = words.value(next, .weekday) {
            let part = words.text(next + 1, .part)
            let value = "XXXX-WXX-\(weekday)" + (part.map { "T\($0)" } ?? "")
            return TimeMatch(start: index, end: next + (part == nil ? 1 : 2), meaning: .set(value))
        }
        if let month = words.value(next, .month), words.isCapital(next) {
            return TimeMatch(start: index, end: next + 1, meaning: .set("XXXX-\(month < 10 ? "0" : "")\(month)"))
        }
        if let season = words.text(next, .season) {
            return TimeMatch(start: index, end: next + 1, meaning: .set("XXXX-\(season)"))
        }
        if let part = words.text(next, .part) {
            return TimeMatch(start: index, end: next + 1, meaning: .set("XXXX-XX-XXT\(part)"))
        }
        if let amount = words.cardinal(next), let (unit, _) = words.unit(amount.end) {
            return TimeMatch(start: index, end: amount.end + 1, meaning: .set(unit.duration(amount.value)))
        }
        return nil
    }

    /// "that day", "the same week", "that year": the one last named.
    private func anaphoric(_ index: Int) -> TimeMatch? {
        let next = words.is(index + 1, .same) ? index + 2 : index + 1
        if let (unit, plural) = words.unit(next), !plural, unit != .second, unit != .period, !unit.isClock {
            if unit == .quarter, let quarter {
                return TimeMatch(start: index, end: next + 1, meaning: .period(quarter), isRelative: true)
            }
            if unit == .year, case .year? = period, let period {
                return TimeMatch(start: index, end: next + 1, meaning: .period(period), isRelative: true)
            }
            guard let named = CalendarPeriod(unit, of: reference ?? today) else { return nil }
            return TimeMatch(start: index, end: next + 1, meaning: .period(named), isRelative: true)
        }
        if let part = words.text(next, .part), !words.has(next, .clock) {
            return TimeMatch(start: index, end: next + 1, meaning: .part(reference ?? today, part), isRelative: true)
        }
        return nil
    }

    /// "this week", "this morning", "this coming Sunday", "this September", "this past spring".
    private func thisOne(_ index: Int) -> TimeMatch? {
        let next = index + 1
        if let part = words.text(next, .part), !words.has(next, .clock) {
            return TimeMatch(start: index, end: next + 1, meaning: .part(today, part), isRelative: true)
        }
        if words.has(next, .shift), var match = shifted(next) {
            match.start = index
            return match
        }
        return calendarWord(index, next, shift: 0)
    }

    /// "the third quarter", "the past two months", "the weekend", "the 1990s", "the year-earlier period".
    private func definite(_ index: Int) -> TimeMatch? {
        let next = index + 1
        if words.is(next, .same), var match = anaphoric(next) {
            match.start = index
            return match
        }
        if let match = staged(next) ?? yearAgo(next) ?? shifted(next) ?? ordinalPeriod(next) ?? latest(next) {
            return from(index, match)
        }
        if words.isAny(next, .fiscal), let match = fiscal(next) { return from(index, match) }
        if let match = named(next) ?? (words.number(next) != nil || words.isMark(next, "'") ? yearOrDecade(next) : nil)
        {
            return from(index, match)
        }
        if let text = words.text(next, .years) {
            return TimeMatch(start: index, end: next + 1, meaning: .period(decade(text)))
        }
        if let season = words.text(next, .season) { return self.season(index, next + 1, season, 0, isDefinite: true) }
        if let part = words.text(next, .part), !words.has(next, .clock) {
            return TimeMatch(start: index, end: next + 1, meaning: .part(reference ?? today, part), isRelative: true)
        }
        if words.isAny(next, .past), !words.isCapital(next + 1) {
            return TimeMatch(start: index, end: next + 1, meaning: .vague("PAST_REF"))
        }
        if words.text(next, .deictic) == "FUTURE_REF", !words.has(next + 1, .unit) {
            return TimeMatch(start: index, end: next + 1, meaning: .vague("FUTURE_REF"))
        }
        if let match = amount(next) { return from(index, match) }
        return nil
    }

    /// The expression with its article or adverb.
    func from(_ index: Int, _ match: TimeMatch) -> TimeMatch {
        var match = match
        match.start = index
        return match
    }

    /// "the day", "the week", "the weekend", "the quarter", "the year 2000" behind its article.
    private func named(_ next: Int) -> TimeMatch? {
        guard let (unit, plural) = words.unit(next), !plural, !unit.isClock, unit != .period, unit != .second else {
            return nil
        }
        let end = next + 1
        switch unit {
        case .weekend:
            let saturday = weekend(direction(next))
            return TimeMatch(start: next, end: end, meaning: .period(.weekend(saturday)), isRelative: true)
        case .quarter:
            let lastOne = CalendarPeriod(.quarter, of: today)?.advanced(by: -1)
            guard let chosen = quarter ?? lastOne else { return nil }
            return TimeMatch(start: next, end: end, meaning: .period(chosen), isRelative: true)
        case .year:
            if let year = words.digits(end, 4...4) {
                return TimeMatch(start: next, end: end + 1, meaning: .period(.year(year)))
            }
            if let spelled = spelledYear(end) {
                return TimeMatch(start: next, end: spelled.end, meaning: .period(.year(spelled.year)))
            }
            return TimeMatch(start: next, end: end, meaning: .duration(1, .year))
        case .day:
            return TimeMatch(start: next, end: end, meaning: .period(.day(reference ?? today)), isRelative: true)
        case .week:
            if words.is(end, .of), words.has(end + 1, .month), let date = month(end + 1), let day = date.meaning.day {
                return CalendarPeriod(.week, of: day).map {
                    TimeMatch(start: next, end: date.end, meaning: .period($0))
                }
            }
            return CalendarPeriod(.week, of: today).map {
                TimeMatch(start: next, end: end, meaning: .period($0), isRelative: true)
            }
        case .month:
            return CalendarPeriod(.month, of: reference ?? today).map {
                TimeMatch(start: next, end: end, meaning: .period($0), isRelative: true)
            }
        default: return nil
        }
    }

    /// The Saturday of the weekend that is meant.
    private func weekend(_ direction: TimeDirection) -> Day {
        let last = today.advanced(by: -((today.weekday + 1) % 7))
        return direction == .future && today.weekday < 6 ? last.advanced(by: 7) : last
    }

    private func decade(_ text: String) -> CalendarPeriod { .decade(Int(text.prefix(3)) ?? 199) }

    /// "the latest quarter", "the latest period", "the latest nine months".
    private func latest(_ index: Int) -> TimeMatch? {
        guard words.is(index, .latest) else { return nil }
        let next = words.is(index + 1, .fiscal) ? index + 2 : index + 1
        if let (unit, plural) = words.unit(next), !plural, unit == .quarter || unit == .period {
            guard let chosen = quarter ?? CalendarPeriod(.quarter, of: today)?.advanced(by: -1) else { return nil }
            return TimeMatch(start: index, end: next + 1, meaning: .period(chosen), isRelative: true)
        }
        if let (unit, plural) = words.unit(next), !plural, !unit.isClock {
            return CalendarPeriod(unit, of: today).map {
                TimeMatch(start: index, end: next + 1, meaning: .period($0.advanced(by: -1)), isRelative: true)
            }
        }
        guard let amount = words.cardinal(next), let (unit, _) = words.unit(amount.end) else { return nil }
        return TimeMatch(start: index, end: amount.end + 1, meaning: .window(amount.value, unit, past: true))
    }

    /// "year-earlier period", "year-ago quarter", "year-earlier third quarter".
    func yearAgo(_ index: Int) -> TimeMatch? {
        guard words.is(index, .year), words.isMark(index + 1, "-"), words.isAny(index + 2, .earlier, .ago) else {
            return nil
        }
        let end = index + 3
        if let (number, after) = ordinalQuarter(end) {
            return TimeMatch(
                start: index,
                end: after,
                meaning: .period(.quarter(year: today.civil.year - 1, quarter: number)),
                isRelative: true,
                isBackward: true
            )
        }
        let past = quarter?.advanced(by: -4) ?? .year(today.civil.year - 1)
        if let (unit, plural) = words.unit(end), !plural, unit == .quarter || unit == .period {
            return TimeMatch(start: index, end: end + 1, meaning: .period(past), isRelative: true, isBackward: true)
        }
        return TimeMatch(start: index, end: end, meaning: .period(past), isRelative: true, isBackward: true)
    }

    private func fiscal(_ index: Int) -> TimeMatch? {
        guard words.is(index, .fiscal) else { return nil }
        var next = index + 1
        if words.isMark(next, "-") { next += 1 }
        if let match = ordinalPeriod(next) { return from(index, match) }
        if words.is(next, .year), words.digits(next + 1, 4...4) != nil { next += 1 }
        if let year = words.digits(next, 4...4) {
            return TimeMatch(start: index, end: next + 1, meaning: .period(.year(year)))
        }
        guard words.is(next, .year) else { return nil }
        return TimeMatch(start: index, end: next + 1, meaning: .duration(1, .year))
    }

    // MARK: Shifts

    /// "last week", "next month", "past two years", "coming days", "last Friday", "last October", "previous day".
    func shifted(_ index: Int) -> TimeMatch? {
        guard let shift = words.value(index, .shift) else { return recent(index) }
        var next = index + 1
        if words.isAny(next, .fiscal) { next += 1 }
        if words.has(next, .shift), !words.has(next, .deictic) { next += 1 }
        if let match = calendarWord(index, next, shift: shift) { return match }
        if words.isMark(next, "-") { return nil }
        if let amount = words.cardinal(next) {
            let half = words.isMark(amount.end, "-") ? amount.end + 1 : amount.end
            guard let (unit, _) = words.unit(half), shift != 0 else { return nil }
            if unit == .quarter, let number = amount.value {
                return TimeMatch(start: index, end: half + 1, meaning: .window(number * 3, .month, past: shift < 0))
            }
            return TimeMatch(
                start: index,
                end: half + 1,
                meaning: .window(amount.value, unit, past: shift < 0),
                isRelative: true
            )
        }
        if let (unit, plural) = words.unit(next), plural, shift != 0 {
            return TimeMatch(
                start: index,
                end: next + 1,
                meaning: .window(nil, unit, past: shift < 0),
                isRelative: true,
                isVague: true
            )
        }
        return nil
    }

    /// "recent weeks", "recent weeks and months".
    private func recent(_ index: Int) -> TimeMatch? {
        guard words.is(index, .recent), let (unit, plural) = words.unit(index + 1), plural else { return nil }
        var end = index + 2
        if words.isAny(end, .and, .or), words.unit(end + 1)?.plural == true { end += 2 }
        return TimeMatch(
            start: index,
            end: end,
            meaning: .window(nil, unit, past: true),
            isRelative: true,
            isVague: true
        )
    }

    /// A unit, weekday, month, season or part of day that "this", "last" or "next" stands before.
    private func calendarWord(_ start: Int, _ next: Int, shift: Int) -> TimeMatch? {
        if let (unit, plural) = words.unit(next), !plural, !unit.isClock, unit != .period, unit != .second {
            return shiftedUnit(start, next, unit, shift)
        }
        if let weekday = words.value(next, .weekday), words.isCapital(next), let plain = self.weekday(next) {
            guard plain.end == next + 1 else { return from(start, plain) }
            return TimeMatch(
                start: start,
                end: next + 1,
                meaning: .period(.day(shiftedWeekday(weekday, shift, next))),
                isRelative: true
            )
        }
        if words.isCapital(next), let month = words.value(next, .month) {
            let (year, now, _) = today.civil
            let chosen =
                switch shift {
                case ..<0: month < now ? year : year - 1
                case 0: year
                default: month > now ? year : year + 1
                }
            if words.digits(next + 1, 1...2) != nil, let day = self.month(next) { return from(start, day) }
            return TimeMatch(
                start: start,
                end: next + 1,
                meaning: .period(.month(year: chosen, month: month)),
                isRelative: true
            )
        }
        if let season = words.text(next, .season) {
            return self.season(start, next + 1, season, shift, isDefinite: false)
        }
        if let part = words.text(next, .part), !words.has(next, .clock) {
            let base = shift != 0 && words.is(start, .last) ? today : (reference ?? today)
            return TimeMatch(
                start: start,
                end: next + 1,
                meaning: .part(base.advanced(by: shift), part),
                isRelative: true
            )
        }
        if let match = feast(next), let day = match.meaning.day, shift < 0 {
            let earlier = day > today ? day.advanced(byMonths: -12) : day
            return TimeMatch(start: start, end: match.end, meaning: .period(.day(earlier)), isRelative: true)
        }
        return nil
    }

    private func shiftedWeekday(_ weekday: Int, _ shift: Int, _ index: Int) -> Day {
        let back = (today.weekday - weekday + 7) % 7
        switch shift {
        case ..<0: return today.advanced(by: back == 0 ? -7 : -back)
        case 0:
            // "this Friday" is the one of this week, before or behind.
            return direction(index) == .past ? today.advanced(by: -back) : today.advanced(by: back == 0 ? 0 : 7 - back)
        default: return today.advanced(by: 7 - back)
        }
    }

    private func shiftedUnit(_ start: Int, _ next: Int, _ unit: CalendarUnit, _ shift: Int) -> TimeMatch? {
        let textual =
            words.isAny(start, .following, .previous) || words.isAny(start - 1, .the) && words.isAny(start, .next)
        let base = textual ? (reference ?? today) : today
        if unit == .weekend {
            let saturday = weekend(.past)
            let ahead = today.weekday >= 6 ? saturday : saturday.advanced(by: 7)
            let chosen =
                switch shift {
                case ..<0: today.weekday >= 6 ? saturday.advanced(by: -7) : saturday
                case 0: direction(next) == .past ? saturday : ahead
                default: today.weekday >= 6 ? saturday.advanced(by: 7) : ahead
                }
            return TimeMatch(start: start, end: next + 1, meaning: .period(.weekend(chosen)), isRelative: true)
        }
        if unit == .quarter, shift == 0, let quarter, !words.is(start, .current) {
            return TimeMatch(start: start, end: next + 1, meaning: .period(quarter), isRelative: true)
        }
        guard let period = CalendarPeriod(unit, of: base) else { return nil }
        return TimeMatch(start: start, end: next + 1, meaning: .period(period.advanced(by: shift)), isRelative: true)
    }

    private func season(_ start: Int, _ next: Int, _ text: String, _ shift: Int, isDefinite: Bool) -> TimeMatch? {
        guard let season = CalendarPeriod.Season(rawValue: text) else { return nil }
        var end = next
        if words.is(end, .of) || words.number(end) != nil {
            let at = words.is(end, .of) ? end + 1 : end
            let year = words.digits(at, 4...4).map { ($0, at + 1) } ?? spelledYear(at).map { ($0.year, $0.end) }
            if let year {
                end = year.1
                return TimeMatch(start: start, end: end, meaning: .period(.season(year: year.0, season: season)))
            }
        }
        let year = today.civil.year
        guard let begins = CalendarPeriod.season(year: year, season: season).days?.start else { return nil }
        var chosen = year
        switch shift {
        case ..<0: chosen = begins.advanced(byMonths: 3) <= today ? year : year - 1
        case 0:
            if isDefinite || direction(start) == .past {
                chosen = begins > today && direction(start) != .future ? year - 1 : year
            }
        default: chosen = begins > today ? year : year + 1
        }
        return TimeMatch(
            start: start,
            end: end,
            meaning: .period(.season(year: chosen, season: season)),
            isRelative: true
        )
    }
}
