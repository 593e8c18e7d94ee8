// How a word is cut at hyphens, slashes, apostrophes and numbers.

extension TokenScanner {
    /// Cuts the word of a chunk, which neither begins nor ends with a mark of its own.
    mutating func cutCore(_ low: Int, _ high: Int) {
        var start = low
        var at = low
        while at < high {
            let (scalar, width) = scalar(at)
            let kind = ScalarClass(scalar)
            let next = at + width
            if kind == .letter || kind == .digit || kind == .joiner || at == low && kind != .hyphen && kind != .dash {
                at = next
                continue
            }
            if let end = clitic(at, high, kind), !isDecade(start, at, next, high) {
                addWord(start, at)
                add(at, end, .word)
                start = end
                at = end
                continue
            }
            if next >= high && kind == .terminal && isAbbreviation(start, high) { break }
            if next >= high && (kind == .currency || kind == .slash) { break }
            if keepsTogether(start, at, next, high, kind) {
                at = next
                continue
            }
            if kind == .currency {
                // "US$5": the sign stays with the letters before it.
                addWord(start, next)
                start = next
                at = next
                continue
            }
            addWord(start, at)
            let markEnd = min(markEnd(at, high), high)
            addMark(at, markEnd)
            start = markEnd
            at = markEnd
        }
        addWord(start, high)
    }

    /// Whether a mark inside a word belongs to it.
    private func keepsTogether(_ start: Int, _ at: Int, _ next: Int, _ high: Int, _ kind: ScalarClass) -> Bool {
        guard next < high, at > start else { return false }
        let previous = self.kind(before(at, notBefore: start))
        let following = self.kind(next)
        let digits = previous == .digit && following == .digit
        let letters = previous == .letter && following == .letter
        switch kind {
        case .hyphen:
            if following == .letter || following == .digit, words.kind(of: bytes, start, next) == .prefix {
                return !isAcronym(start, at, next)
            }
            return digits && isNumberGroup(start, next, high)
        case .slash: return digits || (at - start == 1 && high - next == 1)
        case .separator: return digits && bytes[at] != 0x3B
        case .apostrophe: return letters || following == .digit || isDecade(start, at, next, high)
        case .terminal:
            guard bytes[at] == 0x2E else { return false }
            if following == .hyphen || following == .apostrophe, isDotted(start, next) { return true }
            if digits || (previous == .digit && following == .letter) { return true }
            if letters { return !endsSentenceInside(start, at, next, high) }
            return previous == .letter && following == .digit
        default: return false
        }
    }

    /// The "UN" of "UN-backed", which is no prefix: all capitals before a small letter.
    private func isAcronym(_ start: Int, _ at: Int, _ next: Int) -> Bool {
        at - start >= 2 && bytes[start..<at].allSatisfy { (0x41...0x5A).contains($0) }
            && (0x61...0x7A).contains(bytes[next])
    }

    /// "80's", which is whole.
    private func isDecade(_ start: Int, _ at: Int, _ next: Int, _ high: Int) -> Bool {
        guard next + 1 == high, bytes[next] | 0x20 == 0x73, at - start == 2 || at - start == 4 else { return false }
        return (start..<at).allSatisfy { (0x30...0x39).contains(bytes[$0]) } && bytes[at - 1] == 0x30
    }

    /// A missing space: a small letter, a full stop and a capital, as in "over.The"; names of sites have none.
    private func endsSentenceInside(_ start: Int, _ at: Int, _ next: Int, _ high: Int) -> Bool {
        guard at - start > 1, next + 1 < high else { return false }
        return (0x61...0x7A).contains(bytes[at - 1]) && (0x41...0x5A).contains(bytes[next])
            && (0x61...0x7A).contains(bytes[next + 1])
    }

    /// Groups of digits as in telephone numbers and ISO dates, which stay whole; ranges and scores are cut.
    private func isNumberGroup(_ start: Int, _ next: Int, _ high: Int) -> Bool {
        var groups = 1
        var length = 0
        var longest = 0
        for at in start..<high {
            let byte = bytes[at]
            if byte == 0x2D {
                groups += 1
                longest = max(longest, length)
                length = 0
            } else if (0x30...0x39).contains(byte) {
                length += 1
            } else if byte != 0x2F {
                return false
            }
        }
        if groups > 2 { return true }
        return groups == 2 && longest <= 3 && length == 4
    }

    /// The end of a clitic such as `'s` or `'ll` that begins at an apostrophe, or nil.
    private func clitic(_ at: Int, _ high: Int, _ kind: ScalarClass) -> Int? {
        guard kind == .apostrophe else { return nil }
        var end = at + scalar(at).1
        let letters = end
        while end < high, self.kind(end) == .letter { end += scalar(end).1 }
        guard end == high || self.kind(end) == .hyphen || self.kind(end) == .slash else { return nil }
        let small = (letters..<end).map { bytes[$0] | 0x20 }
        switch small.count {
        case 1: return [0x73, 0x6D, 0x64].contains(small[0]) ? end : nil  // 's 'm 'd
        case 2: return [[0x6C, 0x6C], [0x76, 0x65], [0x72, 0x65]].contains(small) ? end : nil  // 'll 've 're
        default: return nil
        }
    }

    /// Adds a word without marks to cut at, after cutting `n't`, `can|not` and `5|km`.
    private mutating func addWord(_ start: Int, _ end: Int) {
        guard start < end else { return }
        if let cut = negation(start, end) ?? words.cut(of: bytes, start, end).map({ start + $0 }) ?? unit(start, end) {
            add(start, cut, kind(start) == .digit ? .number : .word)
            add(cut, end, .word)
            return
        }
        if bytes[end - 1] == 0x2E {
            let entry = words.kind(of: bytes, start, end)
            add(start, end, .abbreviation, entry: entry)
        } else {
            add(start, end, kind(start) == .digit ? .number : .word)
        }
    }

    /// Where `n't` begins in a word that ends with it.
    private func negation(_ start: Int, _ end: Int) -> Int? {
        guard end - start > 3, bytes[end - 1] | 0x20 == 0x74 else { return nil }
        let mark = before(end - 1, notBefore: start)
        guard mark > start + 1, kind(mark) == .apostrophe, bytes[mark - 1] | 0x20 == 0x6E else { return nil }
        return mark - 1
    }

    /// Where a listed unit begins that is glued to a number.
    private func unit(_ start: Int, _ end: Int) -> Int? {
        guard (0x30...0x39).contains(bytes[start]) else { return nil }
        var at = start
        while at < end, !(0x41...0x7A).contains(bytes[at]) {
            if bytes[at] >= 0x80 { return nil }
            at += 1
        }
        return at < end && words.kind(of: bytes, at, end) == .unit ? at : nil
    }

    // MARK: Addresses and emoticons

    /// The end of a web or mail address that begins at a byte, or nil.
    func addressEnd(_ low: Int, _ high: Int) -> Int? {
        guard high - low > 5 else { return nil }
        var hasAt = false
        var hasDot = false
        var isLink = false
        for at in low..<high {
            switch bytes[at] {
            case 0x40: hasAt = true
            case 0x2E: hasDot = true
            case 0x3A: isLink = isLink || (at + 2 < high && bytes[at + 1] == 0x2F && bytes[at + 2] == 0x2F)
            default: break
            }
        }
        let isName = hasDot && isFileOrSite(low, high)
        let www = bytes[low] | 0x20 == 0x77 && bytes[low + 1] | 0x20 == 0x77 && bytes[low + 2] | 0x20 == 0x77
        guard isLink || (hasAt && hasDot) || isName || (www && bytes[low + 3] == 0x2E) else { return nil }
        var end = high
        while end > low + 1 {
            let last = before(end, notBefore: low)
            switch kind(last) {
            case .terminal, .separator, .quote, .apostrophe, .openBracket, .closeBracket: end = last
            default: return end
            }
        }
        return nil
    }

    /// Whether letters, digits and joining marks end in a listed ending such as `.doc` or `.com`.
    private func isFileOrSite(_ low: Int, _ high: Int) -> Bool {
        var end = high
        while end > low + 1, ScalarClass.ascii(bytes[end - 1]) != .letter, bytes[end - 1] < 0x80 { end -= 1 }
        guard let dot = (low..<end).last(where: { bytes[$0] == 0x2E }), dot > low, dot + 1 < end,
            words.kind(of: bytes, dot + 1, end) == .ending
        else { return false }
        return (low..<dot).allSatisfy { at in
            let kind = ScalarClass.ascii(bytes[at])
            return kind == .letter || kind == .digit || kind == .hyphen || bytes[at] == 0x2E || bytes[at] == 0x5F
                || bytes[at] == 0x23
        }
    }

    /// Whether a chunk is one of the common faces, `:)` or `;-D`.
    func isEmoticon(_ low: Int, _ high: Int) -> Bool {
        guard high - low == 2 || high - low == 3 else { return false }
        guard bytes[low] == 0x3A || bytes[low] == 0x3B || bytes[low] == 0x3D else { return false }
        if high - low == 3, bytes[low + 1] != 0x2D { return false }
        switch bytes[high - 1] {
        case 0x28, 0x29, 0x44, 0x50, 0x70, 0x2F, 0x7C: return true  // ( ) D P p / |
        default: return false
        }
    }
}
