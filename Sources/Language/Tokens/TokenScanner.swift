// Walks once over the bytes of a text and cuts it into tokens as the English treebanks do.

/// The tokenizer's place in a text.
struct TokenScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let words: WordList
    private(set) var pieces: [Piece] = []
    private var newlines = 0
    private var spaced = true

    init(bytes: UnsafeBufferPointer<UInt8>, words: WordList) {
        self.bytes = bytes
        self.words = words
        pieces.reserveCapacity(bytes.count / 5 + 8)
    }

    /// Cuts the whole text.
    mutating func scan() {
        var at = 0
        while at < bytes.count {
            let (scalar, width) = scalar(at)
            switch ScalarClass(scalar) {
            case .newline:
                newlines += 1
                spaced = true
                at += width
            case .space:
                spaced = true
                at += width
            default:
                let end = chunkEnd(at)
                cut(at, end)
                at = end
            }
        }
    }

    /// The scalar that begins at a byte and its width in bytes.
    @inline(__always) func scalar(_ at: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[at])
        if first < 0x80 { return (first, 1) }
        if first < 0xE0, at + 1 < bytes.count { return ((first & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F), 2) }
        if first < 0xF0, at + 2 < bytes.count {
            return ((first & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F), 3)
        }
        guard at + 3 < bytes.count else { return (0xFFFD, 1) }
        let high = (first & 0x07) << 18 | UInt32(bytes[at + 1] & 0x3F) << 12
        return (high | UInt32(bytes[at + 2] & 0x3F) << 6 | UInt32(bytes[at + 3] & 0x3F), 4)
    }

    /// The byte where the scalar begins that ends just before a byte.
    @inline(__always) func before(_ at: Int, notBefore low: Int) -> Int {
        var start = at - 1
        while start > low, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    func kind(_ at: Int) -> ScalarClass { ScalarClass(scalar(at).0) }

    private func chunkEnd(_ from: Int) -> Int {
        var at = from
        while at < bytes.count {
            let (scalar, width) = scalar(at)
            let kind = ScalarClass(scalar)
            if kind == .space || kind == .newline { return at }
            at += width
        }
        return at
    }

    /// Adds a token that stands at these bytes, if there are any.
    mutating func add(_ start: Int, _ end: Int, _ kind: Piece.Kind, entry: WordList.Kind? = nil) {
        guard start < end else { return }
        pieces.append(
            Piece(
                start: start,
                end: end,
                kind: kind,
                newlines: UInt8(min(newlines, 255)),
                spaced: spaced,
                entry: entry
            )
        )
        newlines = 0
        spaced = false
    }

    // MARK: One chunk between white space

    private mutating func cut(_ start: Int, _ end: Int) {
        var low = start
        if isEmoticon(low, end) {
            add(low, end, .sign)
            return
        }
        while low < end, let next = leadingMark(low, end) {
            addMark(low, next)
            low = next
        }
        guard low < end else { return }
        if let addressEnd = addressEnd(low, end) {
            add(low, addressEnd, .word)
            addMarks(addressEnd, end)
            return
        }
        let core = coreEnd(low, end)
        cutCore(low, core)
        addMarks(core, end)
    }

    /// The end of the mark that opens a chunk, or nil where its word begins.
    private func leadingMark(_ at: Int, _ end: Int) -> Int? {
        let (scalar, width) = scalar(at)
        let next = at + width
        let following: ScalarClass? = next < end ? kind(next) : nil
        switch ScalarClass(scalar) {
        case .letter, .digit, .space, .newline: return nil
        case .terminal: return scalar == 0x2E && following == .digit ? nil : runEnd(at, end)
        case .apostrophe:
            if following == .digit { return nil }
            if following == .letter, words.kind(of: bytes, at, end) == .word { return nil }
            return runEnd(at, end, atMost: 2)
        case .joiner:
            let joins = scalar == 0x40 || scalar == 0x2B  // "@", "+"
            if following == .letter, joins || scalar == 0x23 { return nil }
            return joins && following == .digit ? nil : runEnd(at, end)
        case .hyphen, .currency: return runEnd(at, end)
        case .openBracket where scalar == 0x3C, .closeBracket where scalar == 0x3E: return runEnd(at, end)
        default: return next
        }
    }

    /// Where the run of one mark, of full stops with question and exclamation marks, or of a drawn line ends.
    private func runEnd(_ at: Int, _ end: Int, atMost limit: Int = .max) -> Int {
        let (first, width) = scalar(at)
        let firstKind = ScalarClass(first)
        let isTerminal = first < 0x80 && firstKind == .terminal
        var next = at + width
        var count = 1
        while next < end, count < limit {
            let (scalar, width) = scalar(next)
            guard scalar == first || (isTerminal && scalar < 0x80 && ScalarClass(scalar) == .terminal) else { break }
            next += width
            count += 1
        }
        guard firstKind == .joiner || firstKind == .hyphen else { return next }
        var line = next
        while line < end, bytes[line] < 0x80 {
            let kind = ScalarClass.ascii(bytes[line])
            guard kind == .joiner || kind == .hyphen else { break }
            line += 1
        }
        return line - at > 2 ? line : next
    }

    private mutating func addMarks(_ start: Int, _ end: Int) {
        var at = start
        while at < end {
            let next = markEnd(at, end)
            addMark(at, next)
            at = next
        }
    }

    /// The end of the token that a mark after a word makes.
    func markEnd(_ at: Int, _ end: Int) -> Int {
        let (scalar, width) = scalar(at)
        switch ScalarClass(scalar) {
        case .terminal, .hyphen, .joiner, .currency: return runEnd(at, end)
        case .openBracket where scalar == 0x3C, .closeBracket where scalar == 0x3E: return runEnd(at, end)
        case .apostrophe: return runEnd(at, end, atMost: 2)
        default: return at + width
        }
    }

    mutating func addMark(_ start: Int, _ end: Int) {
        let (scalar, width) = scalar(start)
        let kind: Piece.Kind =
            switch ScalarClass(scalar) {
            case .terminal:
                if scalar == 0x2026 || (scalar == 0x2E && end - start > 1) {
                    .ellipsis
                } else {
                    scalar == 0x2E ? .period : .terminal
                }
            case .apostrophe: end - start > width ? .quote : .apostrophe
            case .quote: .quote
            case .openBracket: .openBracket
            case .closeBracket: .closeBracket
            case .separator: .separator
            case .hyphen, .dash: .dash
            case .letter: .word
            case .digit: .number
            default: .sign
            }
        add(start, end, kind)
    }

    // MARK: The word inside its marks

    /// The end of a chunk's word without the marks that follow it; an abbreviation keeps its full stop.
    private func coreEnd(_ low: Int, _ high: Int) -> Int {
        var end = high
        while end > low {
            let last = before(end, notBefore: low)
            switch kind(last) {
            case .letter, .digit: return end
            case .currency: if last > low { return end }
            case .terminal:
                if bytes[last] == 0x2E, last > low, isAbbreviation(low, end) { return end }
            case .slash: if last - low == 1, bytes[low] | 0x20 == 0x77 { return end }  // "w/"
            default: break
            }
            end = last
        }
        // Only marks: the first is a token of its own.
        return low + scalar(low).1
    }

    /// Whether a word with its last full stop is an abbreviation: listed, an initial or letters with full stops.
    func isAbbreviation(_ low: Int, _ end: Int) -> Bool {
        if bytes[end - 2] == 0x2E { return false }
        let last = lastPart(low, end - 1)
        if let kind = words.kind(of: bytes, last, end) ?? words.kind(of: bytes, low, end), kind.isAbbreviation {
            switch kind {
            case .number: return self.kind(nextWord(end)) == .digit
            case .closer: return !beginsSentence(nextWord(end))
            default: return true
            }
        }
        return isDotted(last, end)
    }

    /// The first byte behind the white space that follows, or the last byte of the text.
    private func nextWord(_ from: Int) -> Int {
        var at = from
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        return min(at, bytes.count - 1)
    }

    /// Whether a capital stands here or the text ends.
    private func beginsSentence(_ at: Int) -> Bool { at == bytes.count - 1 || (0x41...0x5A).contains(bytes[at]) }

    /// Where the last part of a hyphenated word begins.
    private func lastPart(_ low: Int, _ end: Int) -> Int {
        var at = end
        while at > low {
            let previous = before(at, notBefore: low)
            switch kind(previous) {
            case .hyphen, .dash, .slash, .openBracket, .quote: return at
            default: at = previous
            }
        }
        return low
    }

    /// Whether each letter has its full stop, as in `U.S.` and `J.`; a lone small letter does not count.
    func isDotted(_ low: Int, _ end: Int) -> Bool {
        var at = low
        var letters = 0
        while at < end {
            let (scalar, width) = scalar(at)
            guard ScalarClass(scalar) == .letter, at + width < end, bytes[at + width] == 0x2E else { return false }
            letters += 1
            at += width + 1
        }
        return letters > 1 || (letters == 1 && !(0x61...0x7A).contains(bytes[low]))
    }
}
