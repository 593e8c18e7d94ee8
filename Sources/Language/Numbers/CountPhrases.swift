// Finds the counted noun phrases of a sentence.

/// The reader of counted noun phrases: qualifier, number, what is counted.
struct CountPhraseReader {
    let words: AtomCursor
    let document: Document

    /// The counted noun phrases of the sentence, in order.
    func phrases() -> [CountPhrase] {
        var found: [CountPhrase] = []
        var index = words.range.lowerBound
        while index < words.range.upperBound {
            guard let phrase = phrase(at: index) else {
                index += 1
                continue
            }
            found.append(phrase)
            index = max(phrase.range.upperBound, index + 1)
        }
        return found
    }

    /// The counted phrase that begins here, or nil.
    func phrase(at start: Int) -> CountPhrase? {
        let (qualifier, number) = qualifier(start)
        if let cardinal = words.cardinal(number) {
            if let range = upTo(cardinal, start), let phrase = counted(start, number, range, qualifier) {
                return phrase
            }
            if let phrase = counted(start, number, cardinal, qualifier) { return phrase }
        }
        return number == start ? single(start) : nil
    }

    /// "between 50 and 60 others", "20 to 30 soldiers": one range; "from 12 to 18" is a rise.
    private func upTo(_ first: Cardinal, _ start: Int) -> Cardinal? {
        let isRange =
            words.is(start - 1, .between) && words.is(first.end, .and)
            || words.is(first.end, .to) && !words.is(start - 1, .from)
        guard isRange, first.vague == nil, let second = words.cardinal(first.end + 1), second.vague == nil,
            second.low > first.low
        else { return nil }
        var range = first
        range.high = second.high
        range.end = second.end
        return range
    }

    /// What the words at an index say of the number behind them, and where the number begins.
    private func qualifier(_ start: Int) -> (Quantity.Qualifier, Int) {
        var index = start
        var qualifier = Quantity.Qualifier.exact
        var isMoving = true
        while isMoving {
            isMoving = false
            if words.is(index, .at), words.isAny(index + 1, .least) {
                (qualifier, index, isMoving) = (.atLeast, index + 2, true)
            }
            if words.is(index, .at), words.isAny(index + 1, .most) {
                (qualifier, index, isMoving) = (.atMost, index + 2, true)
            }
            if words.is(index, .more), words.is(index + 1, .than) {
                (qualifier, index, isMoving) = (.moreThan, index + 2, true)
            }
            if words.isAny(index, .fewer, .less), words.is(index + 1, .than) {
                (qualifier, index, isMoving) = (.lessThan, index + 2, true)
            }
            if words.is(index, .no), words.isAny(index + 1, .fewer, .less), words.is(index + 2, .than) {
                (qualifier, index, isMoving) = (.atLeast, index + 3, true)
            }
            if words.is(index, .up), words.is(index + 1, .to) {
                (qualifier, index, isMoving) = (.atMost, index + 2, true)
            }
            if words.is(index, .as), words.isAny(index + 1, .many, .few), words.is(index + 2, .as) {
                (qualifier, index, isMoving) = (.atMost, index + 3, true)
            }
            if words.isAny(index, .a), words.isAny(index + 1, .total, .minimum, .maximum), words.is(index + 2, .of) {
                if words.is(index + 1, .minimum) { qualifier = .atLeast }
                if words.is(index + 1, .maximum) { qualifier = .atMost }
                (index, isMoving) = (index + 3, true)
            }
            if words.isAny(index, .a, .an, .another), words.isAny(index + 1, .further, .additional, .estimated) {
                if words.is(index + 1, .estimated) { qualifier = .about }
                (index, isMoving) = (index + 2, true)
            }
            if words.isAny(index, .another, .all, .the), words.cardinal(index + 1) != nil,
                !words.isAny(index + 1, .a, .an)
            {
                (index, isMoving) = (index + 1, true)
            }
            if index + 1 < words.range.upperBound, words.cardinal(index + 1) != nil {
                if words.has(index, .near) { (qualifier, index, isMoving) = (.about, index + 1, true) }
                if words.has(index, .moreThan) { (qualifier, index, isMoving) = (.moreThan, index + 1, true) }
                if words.has(index, .lessThan) { (qualifier, index, isMoving) = (.lessThan, index + 1, true) }
            }
        }
        return (qualifier, index)
    }

    /// A number with the noun that it counts; nil where it counts years, money or things.
    private func counted(_ start: Int, _ number: Int, _ cardinal: Cardinal, _ qualifier: Quantity.Qualifier)
        -> CountPhrase?
    {
        if words.isMark(number - 1, "$") || words.isGluedMark(number - 1, ".")
            || words.isGlued(number) && words.number(number) != nil && words.isMark(number - 1, "-")
        {
            return nil
        }
        if words.has(number - 1, .month), words.isCapital(number - 1) { return nil }
        if words.isMark(cardinal.end, "%") || isAgeOrUnit(cardinal.end) || words.isGluedMark(cardinal.end, ":") {
            return nil
        }
        if words.has(cardinal.end, .month)
            || words.isGlued(cardinal.end) && words.isAny(cardinal.end, .st, .nd, .rd, .th, .s)
        {
            return nil
        }
        if words.is(number, .one), words.isAny(cardinal.end, .of), isOneOf(cardinal.end + 1) { return nil }
        let end = endOfNoun(cardinal.end)
        // "Jane Doe, 32, …" is an age.
        if end == cardinal.end, words.isMark(number - 1, ","), words.isMark(end, ","), words.isCapital(number - 2) {
            return nil
        }
        guard end > cardinal.end || cardinal.vague != nil || isBareNumber(cardinal, number) else { return nil }
        if end > cardinal.end, !words.isGlued(cardinal.end), isUncounted(cardinal.end..<end) { return nil }
        return CountPhrase(
            range: start..<end,
            number: number,
            low: cardinal.low,
            high: cardinal.high,
            qualifier: qualifier,
            vague: cardinal.vague,
            isPart: isPart(start)
        )
    }

    /// "one of two soldiers", "one of the men": the whole is counted, not the one.
    private func isOneOf(_ index: Int) -> Bool { words.cardinal(index) != nil }

    /// Whether a number without a noun can count people: no year, no list number.
    private func isBareNumber(_ cardinal: Cardinal, _ number: Int) -> Bool {
        guard let value = cardinal.value, value == value.rounded() else { return false }
        return words.digits(number, 4...4) == nil || value < 1800 || value > 2100 || words.items[number].digits == 0
    }

    private func isAgeOrUnit(_ index: Int) -> Bool {
        let next = words.isMark(index, "-") ? index + 1 : index
        if words.unit(next) != nil { return true }
        return words.isGlued(index) && words.isMark(index, "/") || words.has(next, .meridiem)
    }

    /// Whether the phrase behind the number is about things or times: its last noun tells.
    private func isUncounted(_ range: Range<Int>) -> Bool {
        for index in range.reversed() where words.items[index].kind == .word { return words.has(index, .uncounted) }
        return false
    }

    private func isPart(_ start: Int) -> Bool {
        words.isAny(start - 1, .including, .among) || (words.is(start - 1, .them) && words.is(start - 2, .among))
            || (words.is(start - 1, .but) && words.is(start - 2, .all))
    }

    /// One person by an article: "a 15-year-old boy", "another man", "the gunman", "his mother".
    private func single(_ start: Int) -> CountPhrase? {
        let isDefinite = words.isAny(start, .the, .his, .her, .their, .whose)
        guard isDefinite || words.isAny(start, .a, .an, .another, .one) else { return nil }
        var index = start + 1
        var last: Int?
        var isAge = false
        while index < min(start + 14, words.range.upperBound),
            words.items[index].kind != .mark || words.isMark(index, "-")
        {
            if words.isAny(index, .old), words.isMark(index - 1, "-") {
                last = index
                isAge = true
            }
            if words.has(index, .person) { last = index }
            if isBreak(index) || words.isAny(index, .of, .the, .a, .an), !words.has(index, .person) { break }
            if words.has(index, .harmed) || words.has(index, .state), last != nil { break }
            index += 1
        }
        guard let last else { return nil }
        // "a police officer's home" is about the home.
        if words.isMark(last + 1, "'"), words.isGlued(last + 2) || words.plural(last), words.isGlued(last + 1) {
            return nil
        }
        if !isAge, last + 1 < words.range.upperBound, isNounAfter(last + 1) { return nil }
        let end = endOfName(last + 1)
        return CountPhrase(
            range: start..<end,
            number: start,
            low: 1,
            high: 1,
            qualifier: .exact,
            isPart: isPart(start),
            isSingle: true,
            isDefinite: isDefinite
        )
    }

    /// The end of a name that follows a word for a person: "whose son Ahmed".
    private func endOfName(_ start: Int) -> Int {
        var end = start
        while words.isCapital(end), !words.has(end, .weekday), !words.has(end, .month), !words.isGlued(end) { end += 1 }
        return end
    }

    /// Whether the noun goes on behind a word for a person: "a police officer shooting", "a soldier group".
    private func isNounAfter(_ index: Int) -> Bool {
        let token = document.tokens[Int(words.items[index].token)]
        guard !token.tag.isEmpty else { return false }
        return token.tag == "NN" || token.tag == "NNS"
    }

    /// Whether no noun phrase goes on over the word at an index.
    func isBreak(_ index: Int) -> Bool {
        let atom = words.items[index]
        if atom.kind == .mark {
            return !(atom.mark == UInt8(ascii: "-") || (atom.mark == UInt8(ascii: "'") && atom.isGlued))
        }
        if words.is(index, .of) { return false }
        if words.has(index, .breaks) || words.has(index, .weekday) { return true }
        let token = document.tokens[Int(atom.token)]
        if !token.tag.isEmpty {
            if token.upos == .verb || token.upos == .aux || token.upos == .sconj || token.upos == .cconj { return true }
            return token.upos == .adp && token.tag != "NN"
        }
        return false
    }

    /// The end of the noun behind a number; "of" and an article may stand between ("dozens of the villagers").
    private func endOfNoun(_ start: Int) -> Int {
        var index = start
        while index < min(start + 9, words.range.upperBound) {
            if words.has(index, .harmed) || words.has(index, .state) && index > start { break }
            if words.has(index, .harmed) || words.has(index, .suffer) || words.has(index, .state)
                || words.has(index, .toll)
            {
                break
            }
            if isBreak(index) { break }
            index += 1
        }
        // A dash with spaces ends a phrase, a hyphen does not.
        var end = index
        for at in start..<max(start, index) where words.isMark(at, "-") && !words.isGlued(at) { return at }
        while end > start, words.items[end - 1].kind == .mark { end -= 1 }
        return end
    }
}
