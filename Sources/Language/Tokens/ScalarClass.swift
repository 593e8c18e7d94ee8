// What kind of character a Unicode scalar is to the tokenizer.

/// The tokenizer's kinds of characters.
enum ScalarClass: UInt8 {
    case space, newline, letter, digit
    /// `.`, `!`, `?`, `…`.
    case terminal
    /// `-` and the Unicode hyphens that join words.
    case hyphen
    /// En and em dashes.
    case dash
    /// `'` and its curly forms.
    case apostrophe
    case quote, openBracket, closeBracket
    /// Signs that stand alone before a number: `$`, `£`, `€`, `¥`.
    case currency
    /// `,`, `;`, `:`.
    case separator
    case slash
    /// Signs that may be part of a word: `@`, `#`, `&`, `_`, `+`, `=`, `*`, `~`, `^`, `|`, `\`.
    case joiner
    /// Bullets, emoji, `%`, `°` and other signs that stand alone.
    case sign

    /// The class of a scalar.
    init(_ scalar: UInt32) {
        if scalar < 0x80 {
            self = Self.ascii(UInt8(truncatingIfNeeded: scalar))
        } else {
            self = Self.wide(scalar)
        }
    }

    /// The class of an ASCII byte.
    @inline(__always) static func ascii(_ byte: UInt8) -> ScalarClass {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A: .letter
        case 0x30...0x39: .digit
        case 0x0A: .newline
        case 0x00...0x20, 0x7F: .space
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .terminal
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): .separator
        case UInt8(ascii: "-"): .hyphen
        case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
        case UInt8(ascii: "\""): .quote
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): .openBracket
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"): .closeBracket
        case UInt8(ascii: "$"): .currency
        case UInt8(ascii: "/"): .slash
        case UInt8(ascii: "%"): .sign
        default: .joiner
        }
    }

    private static func wide(_ scalar: UInt32) -> ScalarClass {
        switch scalar {
        case 0x85, 0x2028, 0x2029: .newline
        case 0x80...0xA0, 0x1680, 0x2000...0x200B, 0x200E, 0x200F, 0x202A...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF:
            .space
        case 0x2010, 0x2011, 0xAD: .hyphen
        case 0x2012...0x2015, 0x2212: .dash
        case 0x2018, 0x2019, 0x201B, 0xB4, 0x2BC: .apostrophe
        case 0x201A, 0x201C...0x201F, 0x2039, 0x203A, 0xAB, 0xBB: .quote
        case 0x2026, 0x3002, 0xFF01, 0xFF1F: .terminal
        case 0xA2...0xA5, 0x20A0...0x20CF: .currency
        case 0xA1, 0xBF: .separator
        case 0xA6...0xA9, 0xAC, 0xAE, 0xAF, 0xB0, 0xB1, 0xB6, 0xB7, 0xD7, 0xF7: .sign
        case 0x2016, 0x2017, 0x2020...0x2025, 0x2027, 0x2030...0x205E: .sign
        case 0x2190...0x2BFF, 0x3001, 0x3003...0x3020, 0xFE00...0xFE0F, 0xFF08...0xFF0F, 0x1F000...0x1FAFF: .sign
        default: .letter
        }
    }
}
