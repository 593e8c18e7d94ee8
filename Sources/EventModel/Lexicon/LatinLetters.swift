// Accented Latin letters as the plain ones that other outlets print.

/// Plain spellings of Latin letters.
public enum LatinLetters {
    /// The lower-case plain letters or digit of a scalar, empty where it is neither.
    public static func plain(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: return String(scalar)
        case 0x41...0x5A: return String(Unicode.Scalar(UInt8(scalar.value + 32)))
        case 0..<0xC0: return ""
        case 0xC0...0x24F: return latin(scalar)
        case 0x1E00...0x1EFF: return decomposed(scalar)
        default: return scalar.properties.isAlphabetic ? scalar.properties.lowercaseMapping : ""
        }
    }

    /// The letters that Unicode does not decompose, or that news writes with two letters.
    private static func latin(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "ß": "ss"
        case "æ", "Æ": "ae"
        case "œ", "Œ": "oe"
        case "ø", "Ø": "o"
        case "ł", "Ł": "l"
        case "đ", "Đ", "ð", "Ð": "d"
        case "þ", "Þ": "th"
        case "ı", "İ": "i"
        case "ħ", "Ħ": "h"
        case "ə", "Ə": "e"
        case "×", "÷": ""
        default: decomposed(scalar)
        }
    }

    /// The base letter, which canonical equivalence in `Character` comparison makes findable without tables.
    private static func decomposed(_ scalar: Unicode.Scalar) -> String {
        guard let letter = bases[scalar] else { return scalar.properties.lowercaseMapping }
        return letter
    }

    private static let bases: [Unicode.Scalar: String] = {
        // Combining marks: grave, acute, circumflex, tilde, macron, breve, dot above, diaeresis, ring, double acute,
        // caron, comma below, dot below, cedilla, ogonek, horn, hook above.
        let marks: [UInt32] = [
            0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x30A, 0x30B, 0x30C, 0x326, 0x323, 0x327, 0x328,
            0x31B, 0x309,
        ]
        var letters: [Character: String] = [:]
        for base in "abcdefghijklmnopqrstuvwxyz" {
            for mark in marks.compactMap(Unicode.Scalar.init) {
                letters[Character(String(base) + String(mark))] = String(base)
                letters[Character(base.uppercased() + String(mark))] = String(base)
            }
        }
        var bases: [Unicode.Scalar: String] = [:]
        for value in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            bases[scalar] = letters[Character(scalar)]
        }
        return bases
    }()
}
