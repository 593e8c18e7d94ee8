// A number as it is written, in digits, in words or as "dozens".

/// A number that begins at some atom of a sentence.
struct Cardinal {
    /// The least and the greatest that it can stand for; the same where it is exact.
    var low: Double
    var high: Double
    /// The atom after it.
    var end: Int
    /// The atom that names the amount, where it is a word such as "dozens" or "several".
    var vague: Int?

    /// The exact value, or nil.
    var value: Double? { vague == nil ? low : nil }
}

extension AtomCursor {
    /// The number that begins at an index: "2.5 million", "two hundred and six", "a dozen", "dozens", "several".
    func cardinal(_ start: Int) -> Cardinal? {
        if let number = number(start) { return scaled(number, start + 1) }
        if let words = numberWords(start) { return words }
        if isAny(start, .a, .an) {
            if let scale = value(start + 1, .scale) { return scaled(Double(scale), start + 2) }
            if let range = vagueRange(start + 1, .vague) {
                let end = self.is(start + 2, .of) ? start + 3 : start + 2
                return Cardinal(low: range.0, high: range.1, end: end, vague: range.0 == range.1 ? nil : start + 1)
            }
            return nil
        }
        if has(start, .fraction), isAny(start + 1, .a, .an), let scale = value(start + 2, .scale) {
            return scaled(Double(scale) / 2, start + 3)
        }
        return plural(start)
    }

    /// "dozens", "tens of thousands", "several hundred", "many".
    private func plural(_ start: Int) -> Cardinal? {
        if let range = vagueRange(start, .scales) {
            if self.is(start + 1, .of), let outer = vagueRange(start + 2, .scales) {
                return Cardinal(low: range.0 * outer.0 / 2, high: range.1 * outer.0 / 2, end: start + 3, vague: start)
            }
            return Cardinal(low: range.0, high: range.1, end: start + 1, vague: start)
        }
        guard let range = vagueRange(start, .vague) else { return nil }
        if let scale = value(start + 1, .scale).map(Double.init) {
            return Cardinal(low: range.0 * scale, high: range.1 * scale, end: start + 2, vague: start)
        }
        return Cardinal(low: range.0, high: range.1, end: start + 1, vague: start)
    }

    private func vagueRange(_ index: Int, _ role: WordRole) -> (Double, Double)? {
        guard let text = text(index, role) else { return nil }
        let ends = text.split(separator: "-").compactMap { Double($0) }
        return ends.count == 2 ? (ends[0], ends[1]) : nil
    }

    private func scaled(_ number: Double, _ next: Int) -> Cardinal {
        var number = number
        var end = next
        if let half = mixedHalf(end) {
            number += 0.5
            end = half
        }
        while let scale = value(end, .scale) {
            number *= Double(scale)
            end += 1
        }
        return Cardinal(low: number, high: number, end: end)
    }

    /// The atom after the "1/2" of "2 1/2".
    private func mixedHalf(_ index: Int) -> Int? {
        guard digits(index, 1...1) == 1, isMark(index + 1, "/"), digits(index + 2, 1...1) == 2 else { return nil }
        return index + 3
    }

    /// A number in words; parts are joined by "and" or a hyphen.
    private func numberWords(_ start: Int) -> Cardinal? {
        var total = 0.0
        var current = 0.0
        var seen = false
        var index = start
        var wasTens = false
        while true {
            if let tens = value(index, .tens), !seen || current.truncatingRemainder(dividingBy: 100) == 0 {
                current += Double(tens)
                wasTens = true
            } else if let digit = value(index, .digit), accepts(digit, current, seen, wasTens) {
                current += Double(digit)
                wasTens = false
            } else if seen, let scale = value(index, .scale).map(Double.init) {
                if scale >= 1000 {
                    total += max(current, 1) * scale
                    current = 0
                } else {
                    current = max(current, 1) * scale
                }
                wasTens = false
            } else {
                break
            }
            seen = true
            index += 1
            if continues(index, current, wasTens) { index += 1 }
        }
        guard seen else { return nil }
        return Cardinal(low: total + current, high: total + current, end: index)
    }

    private func accepts(_ digit: Int, _ current: Double, _ seen: Bool, _ wasTens: Bool) -> Bool {
        if !seen { return true }
        if wasTens { return digit > 0 && digit < 10 }
        return current == 0 || current.truncatingRemainder(dividingBy: 100) == 0
    }

    /// Whether the hyphen or the "and" at an index joins two parts of a number.
    private func continues(_ index: Int, _ current: Double, _ wasTens: Bool) -> Bool {
        if wasTens, isMark(index, "-"), let digit = value(index + 1, .digit) { return digit < 10 }
        if self.is(index, .and), current >= 100 || (current == 0 && value(index - 1, .scale) != nil) {
            return has(index + 1, .digit) || has(index + 1, .tens)
        }
        return false
    }
}
