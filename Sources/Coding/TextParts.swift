// Long texts in parts that are read one after the other, so that time and memory grow with the length and no faster.

/// Where a part of a text begins.
struct TextOrigin: Sendable {
    /// Unicode scalars of the text before it.
    var scalars = 0
    /// Sentences of the text before it.
    var sentences = 0
}

/// The parts of a text, each cut at the end of a paragraph, else of a line, a sentence or a word.
struct TextParts: Sequence, IteratorProtocol {
    private let text: String
    private let byteCountMax: Int
    private var start = 0
    private var isFirst = true

    /// The parts of a text, none longer than this many bytes of UTF-8; a text that is no longer is one part.
    init(_ text: String, byteCountMax: Int) {
        var text = text
        text.makeContiguousUTF8()
        self.text = text
        self.byteCountMax = Swift.max(byteCountMax, 4)
    }

    /// The next part; an empty text has one, which is empty.
    mutating func next() -> String? {
        let rest = text.utf8.count - start
        guard rest > 0 || isFirst else { return nil }
        isFirst = false
        let end = rest <= byteCountMax ? text.utf8.count : cut()
        defer { start = end }
        if start == 0, end == text.utf8.count { return text }
        let bytes = text.utf8
        let lower = bytes.index(bytes.startIndex, offsetBy: start)
        return String(text[lower..<bytes.index(lower, offsetBy: end - start)])
    }

    /// Where to cut: as far on as the limit lets, at the end of as much as there is one of in the second half.
    private func cut() -> Int {
        var text = text
        return text.withUTF8 { bytes in
            let limit = start + byteCountMax
            let half = start + byteCountMax / 2
            func last(_ isEnd: (Int) -> Bool) -> Int? { (half..<limit).last(where: isEnd).map { $0 + 1 } }
            func isSpace(_ at: Int) -> Bool { bytes[at] == 0x20 || bytes[at] == 0x0A }
            func endsSentence(_ at: Int) -> Bool { bytes[at] == 0x2E || bytes[at] == 0x3F || bytes[at] == 0x21 }
            return last { bytes[$0] == 0x0A && bytes[$0 - 1] == 0x0A }
                ?? last { bytes[$0] == 0x0A }
                ?? last { isSpace($0) && endsSentence($0 - 1) }
                ?? last(isSpace)
                ?? last { $0 + 1 < bytes.count && bytes[$0 + 1] & 0xC0 != 0x80 }
                ?? limit
        }
    }
}
