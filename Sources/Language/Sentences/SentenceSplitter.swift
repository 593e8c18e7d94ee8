// Decides after which tokens a sentence ends.

/// Finds the ends of sentences among the tokens of a text.
struct SentenceSplitter {
    let bytes: UnsafeBufferPointer<UInt8>
    let words: WordList
    let pieces: [Piece]
    /// Single newlines mostly stand in the middle of sentences.
    private let isWrapped: Bool
    /// Bytes of the longest line.
    private let longestLine: Int

    init(bytes: UnsafeBufferPointer<UInt8>, words: WordList, pieces: [Piece]) {
        self.bytes = bytes
        self.words = words
        self.pieces = pieces
        var breaks = 0
        var small = 0
        for piece in pieces where piece.newlines == 1 {
            breaks += 1
            if (0x61...0x7A).contains(bytes[piece.start]) { small += 1 }
        }
        isWrapped = small * 4 > breaks
        var longest = 0
        var lineStart = 0
        for piece in pieces {
            if piece.newlines > 0 { lineStart = piece.start }
            longest = max(longest, piece.end - lineStart)
        }
        longestLine = longest
    }

    /// Tokens of the longest sentence; texts that never end one are cut there, so that time and memory stay in bounds.
    static let longest = 1000

    /// The half-open ranges of the pieces that make sentences.
    func sentences() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        var at = 0
        while at < pieces.count {
            var end = at + 1
            if isMark(at), endsSentence(start, at, &end) || end == pieces.count || breaksLine(start, end) {
                found.append(start..<end)
                start = end
            } else if end == pieces.count || end - start >= Self.longest || breaksLine(start, end) {
                found.append(start..<end)
                start = end
            } else {
                end = at + 1
            }
            at = end
        }
        return found
    }

    private func isMark(_ at: Int) -> Bool {
        switch pieces[at].kind {
        case .period, .terminal, .ellipsis, .abbreviation: true
        case .separator: bytes[pieces[at].start] == 0x3A
        default: false
        }
    }

    // MARK: Lines

    /// Whether the white space before a piece ends a sentence by itself.
    private func breaksLine(_ start: Int, _ at: Int) -> Bool {
        let newlines = pieces[at].newlines
        if newlines == 0 { return false }
        if newlines > 1 { return true }
        // A single newline ends a sentence unless lines are wrapped, which shows in small letters
        // after newlines; then only short lines end one.
        if beginsBullet(at) { return true }
        let last = pieces[at - 1]
        if last.kind == .separator && bytes[last.start] == 0x2C { return false }
        let first = ScalarClass(leading(at))
        if first == .letter && isSmall(at) { return false }
        return !isWrapped || lineLength(endingAt: at - 1) < longestLine / 2
    }

    private func lineLength(endingAt last: Int) -> Int {
        var first = last
        while first > 0, pieces[first].newlines == 0, pieces[last].end - pieces[first].start < 200 { first -= 1 }
        return pieces[last].end - pieces[first].start
    }

    private func beginsBullet(_ at: Int) -> Bool {
        switch pieces[at].kind {
        case .dash, .sign: return true
        case .number: return at + 1 < pieces.count && pieces[at + 1].kind == .period
        default: return false
        }
    }

    // MARK: Marks

    /// Whether the sentence that begins at `start` ends with the mark at `at`; `end` moves behind what closes it.
    private func endsSentence(_ start: Int, _ at: Int, _ end: inout Int) -> Bool {
        let mark = pieces[at]
        end = closing(after: at)
        guard end < pieces.count else { return true }
        let next = pieces[end]
        if next.newlines > 1 { return true }
        if mark.kind == .separator { return mark.end > 0 && endsIntroduction(at, end) }
        if !next.spaced && !beginsAfterMissingSpace(end) { return false }
        if mark.kind == .abbreviation { return abbreviationEnds(at, end) }
        if mark.kind == .period && isListNumber(start, at) { return false }
        if isContinuation(end) { return false }
        let quoted = end > at + 1
        if quoted || mark.kind == .terminal, isSaying(end) { return false }
        return true
    }

    /// A colon ends a sentence only where a new line or a quotation of its own follows.
    private func endsIntroduction(_ at: Int, _ end: Int) -> Bool {
        pieces[end].newlines > 0 && end == at + 1 && !isSmall(end)
    }

    /// The index behind the quotes and brackets that close at a mark, and behind further marks.
    private func closing(after at: Int) -> Int {
        var next = at + 1
        closing: while next < pieces.count, !pieces[next].spaced {
            switch pieces[next].kind {
            case .closeBracket, .period, .terminal, .ellipsis: next += 1
            case .quote where !isOpening(next), .apostrophe where !isOpening(next): next += 1
            default: break closing
            }
        }
        // A closing quote or bracket that was set apart by a space, and a face.
        if next < pieces.count, pieces[next].newlines == 0, next + 1 < pieces.count, pieces[next + 1].spaced {
            if pieces[next].kind == .closeBracket || isClosingQuote(next) || isFace(next) { next += 1 }
        }
        while isNoteMark(next) { next += 3 }
        return next
    }

    /// Whether a numbered note's mark stands here: "[12]".
    private func isNoteMark(_ at: Int) -> Bool {
        guard at + 2 < pieces.count, pieces[at].newlines == 0, bytes[pieces[at].start] == 0x5B else { return false }
        let number = pieces[at + 1]
        return number.kind == .number && number.end - number.start < 4 && !number.spaced
            && bytes[pieces[at + 2].start] == 0x5D
    }

    private func isFace(_ at: Int) -> Bool {
        let piece = pieces[at]
        guard piece.kind == .sign, piece.end - piece.start > 1 else { return false }
        return bytes[piece.start] == 0x3A || bytes[piece.start] == 0x3B || bytes[piece.start] == 0x3D
    }

    private func isOpening(_ at: Int) -> Bool {
        let scalar = leading(at)
        if scalar == 0x201C || scalar == 0x2018 || scalar == 0xAB { return true }
        if scalar == 0x201D || scalar == 0x2019 || scalar == 0xBB { return false }
        return at + 1 < pieces.count && !pieces[at + 1].spaced && pieces[at].spaced
    }

    private func isClosingQuote(_ at: Int) -> Bool {
        let scalar = leading(at)
        return pieces[at].kind == .quote && (scalar == 0x201D || scalar == 0x22)
    }

    /// Whether what follows a mark cannot begin a sentence.
    private func isContinuation(_ at: Int) -> Bool {
        switch pieces[at].kind {
        case .word, .abbreviation: isSmall(at)
        case .separator, .period, .terminal, .ellipsis, .closeBracket: true
        case .dash: !beginsWithCapital(at + 1) || isSignature(at + 1)
        case .openBracket: at + 1 < pieces.count && isSmall(at + 1)
        case .quote, .apostrophe: at + 1 < pieces.count && isSmall(at + 1) && !pieces[at + 1].spaced
        case .number, .sign: false
        }
    }

    /// Whether only a few words are left of the paragraph: who is quoted, after a dash.
    private func isSignature(_ from: Int) -> Bool {
        var at = from
        while at < pieces.count, pieces[at].newlines == 0, at < from + 7 {
            if pieces[at].kind == .period { return false }
            at += 1
        }
        return at < from + 7
    }

    /// Whether the words at a place say who spoke: a verb of saying within a name's length of capitals.
    private func isSaying(_ from: Int) -> Bool {
        var at = from
        while at < pieces.count, at < from + 5 {
            let piece = pieces[at]
            guard piece.kind == .word || piece.kind == .abbreviation else { return false }
            if isSmall(at) { return words.kind(of: bytes, piece.start, piece.end) == .saying }
            at += 1
        }
        return false
    }

    private func abbreviationEnds(_ at: Int, _ next: Int) -> Bool {
        let piece = pieces[at]
        if isContinuation(next) { return false }
        if next > at + 1, pieces[next - 1].kind == .terminal || pieces[next - 1].kind == .period { return true }
        let opener = isOpener(next)
        let isInitial = piece.end - piece.start == 2
        if isInitial {
            // "George W. The" and "Plan B. The": only a word that begins no name ends the sentence.
            return opener && pieces[next].end - pieces[next].start > 1 && at > 0
        }
        switch piece.entry {
        case .title, .number: return false
        case .closer: return beginsWithCapital(next) || opener || startsQuotation(next)
        case .calendar: return pieces[next].kind != .number && opener
        default: return opener || startsQuotation(next)
        }
    }

    /// Whether the words at a place begin a sentence rather than go on with a name.
    private func isOpener(_ at: Int) -> Bool {
        var at = at
        if pieces[at].kind == .quote || pieces[at].kind == .openBracket { at += 1 }
        guard at < pieces.count, pieces[at].kind == .word, beginsWithCapital(at) else { return false }
        return words.kind(of: bytes, pieces[at].start, pieces[at].end) == .opener
    }

    private func startsQuotation(_ at: Int) -> Bool {
        pieces[at].kind == .quote && isOpening(at) && beginsWithCapital(at + 1)
    }

    /// Whether a period belongs to the number of a list entry.
    private func isListNumber(_ start: Int, _ at: Int) -> Bool {
        at == start + 1 && pieces[start].kind == .number && pieces[start].end - pieces[start].start < 4
            && !pieces[at].spaced
    }

    /// A word glued to a full stop begins a sentence if it is capitalised.
    private func beginsAfterMissingSpace(_ at: Int) -> Bool {
        if pieces[at].kind == .quote { return isOpening(at) && beginsWithCapital(at + 1) }
        return pieces[at].kind == .word && beginsWithCapital(at)
    }

    // MARK: Letters

    private func leading(_ at: Int) -> UInt32 {
        let first = UInt32(bytes[pieces[at].start])
        guard first >= 0x80, pieces[at].end - pieces[at].start > 1 else { return first }
        let second = UInt32(bytes[pieces[at].start + 1] & 0x3F)
        if first < 0xE0 { return (first & 0x1F) << 6 | second }
        guard pieces[at].end - pieces[at].start > 2 else { return first }
        return (first & 0x0F) << 12 | second << 6 | UInt32(bytes[pieces[at].start + 2] & 0x3F)
    }

    private func isSmall(_ at: Int) -> Bool {
        let scalar = leading(at)
        guard (0x61...0x7A).contains(scalar) || (0xDF...0xFF).contains(scalar) else { return false }
        // Names such as "eHow" and "iPhone" count as capitalised.
        let piece = pieces[at]
        guard piece.kind == .word, piece.end - piece.start > 2 else { return true }
        return !bytes[(piece.start + 1)..<min(piece.end, piece.start + 6)].contains { (0x41...0x5A).contains($0) }
    }

    private func beginsWithCapital(_ at: Int) -> Bool {
        guard at < pieces.count else { return false }
        let scalar = leading(at)
        if scalar < 0x80 { return (0x41...0x5A).contains(scalar) }
        return (0xC0...0xDE).contains(scalar)
    }
}
