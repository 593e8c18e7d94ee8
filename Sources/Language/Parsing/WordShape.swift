// Capitals, digits and marks in a word, as a small number.

/// The shape of a word.
struct WordShape {
    static let capital: UInt32 = 1
    private static let allCapitals: UInt32 = 2
    private static let digit: UInt32 = 4
    private static let allDigits: UInt32 = 8
    private static let hyphen: UInt32 = 16
    private static let stop: UInt32 = 32
    private static let apostrophe: UInt32 = 64
    private static let wide: UInt32 = 128
    private static let innerCapital: UInt32 = 256

    /// Whether a shape's value begins with a capital.
    static func isCapital(_ value: UInt32) -> Bool { value >> 2 & capital != 0 }
    /// Whether a shape's value is a word of two or more capitals.
    static func isAllCapitals(_ value: UInt32) -> Bool { value >> 2 & allCapitals != 0 && value & 3 > 0 }
    /// Whether a shape's value is of four or more small letters.
    static func isLongSmall(_ value: UInt32) -> Bool { value == 2 }

    private var bits: UInt32 = 0
    private var capitals = 0
    private var digits = 0

    @inline(__always) mutating func add(_ byte: UInt8, at index: Int) {
        if byte &- 0x61 < 26 { return }
        if byte &- 0x41 < 26 {
            capitals += 1
            bits |= index == 0 ? Self.capital : Self.innerCapital
        } else if byte &- 0x30 < 10 {
            digits += 1
            bits |= Self.digit
        } else {
            switch byte {
            case 0x2D: bits |= Self.hyphen
            case 0x2E: bits |= Self.stop
            case 0x27: bits |= Self.apostrophe
            case 0x80...: bits |= Self.wide
            default: break
            }
        }
    }

    @inline(__always) func value(length: Int) -> UInt32 {
        var value = bits
        if capitals > 0, capitals + (bits & Self.stop != 0 ? capitals : 0) >= length { value |= Self.allCapitals }
        if digits == length { value |= Self.allDigits }
        let size: UInt32 = length == 1 ? 0 : length < 4 ? 1 : 2
        return value << 2 | size
    }
}
