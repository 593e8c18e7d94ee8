// How many columns of a terminal a text takes, for tables and for the line editor alike.

extension Character {
    /// The number of terminal columns it takes: 0, 1 or 2.
    ///
    /// East Asian wide characters and emoji take 2 (Unicode Standard Annex 11), combining marks and format characters 0.
    /// A grapheme cluster takes what its first visible scalar takes, as terminals that know clusters draw it.
    public var displayWidth: Int {
        let scalars = unicodeScalars
        guard let first = scalars.first else { return 0 }
        if first.value < 0x7F { return first.value >= 0x20 ? emojiWidth(of: scalars) : 0 }
        var width = 0
        for scalar in scalars where width == 0 { width = scalar.displayWidth }
        return max(width, width == 0 ? 0 : emojiWidth(of: scalars))
    }

    private func emojiWidth(of scalars: UnicodeScalarView) -> Int {
        guard scalars.count > 1 else { return 1 }
        // Variation selector 16 asks for the picture; two regional indicators are a flag.
        let isPicture = scalars.contains { $0.value == 0xFE0F }
        let isFlag = scalars.allSatisfy { (0x1F1E6...0x1F1FF).contains($0.value) }
        return isPicture || isFlag ? 2 : 1
    }
}

extension Unicode.Scalar {
    /// The number of terminal columns it takes by itself: 0, 1 or 2.
    public var displayWidth: Int {
        if value < 0x7F { return value >= 0x20 ? 1 : 0 }
        if value < 0xA0 { return 0 }
        if value < 0x300 { return value == 0xAD ? 0 : 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
        default: break
        }
        // Vowels and finals of Hangul join the leading consonant's cell.
        if (0x1160...0x11FF).contains(value) { return 0 }
        if (0x1F1E6...0x1F1FF).contains(value) { return 1 }
        return properties.isEmojiPresentation || isWide ? 2 : 1
    }

    /// Whether it stands in a block of wide or full-width characters (EastAsianWidth.txt, W and F).
    private var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF,
            0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
            !(0x4DC0...0x4DFF).contains(value)
        default: false
        }
    }
}

extension StringProtocol {
    /// The number of terminal columns it takes, control characters counted as none.
    public var displayWidth: Int {
        var width = 0
        for byte in utf8 {
            guard byte >= 0x20, byte < 0x7F else { return reduce(0) { $0 + $1.displayWidth } }
            width += 1
        }
        return width
    }
}
