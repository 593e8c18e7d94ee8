// Event ids as eight bytes: the sixteen digits, or a digest where an id has another shape.

/// The eight bytes that stand for an event's id in columns.
enum EventID {
    /// The number of `e_` and sixteen lower-case hexadecimal digits, nil for any other text.
    static func number(_ id: String) -> UInt64? {
        var id = id
        return id.withUTF8 { bytes in
            guard bytes.count == 18, bytes[0] == UInt8(ascii: "e"), bytes[1] == UInt8(ascii: "_") else { return nil }
            return digits(bytes[2...])
        }
    }

    /// The number that stands for an id of any shape.
    static func standIn(_ id: String) -> UInt64 {
        number(id) ?? digits(Digest.hex([id]).utf8[...]) ?? 0
    }

    /// The id of a number.
    static func text(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return "e_" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    private static func digits(_ bytes: some Sequence<UInt8>) -> UInt64? {
        var number: UInt64 = 0
        for byte in bytes {
            switch byte {
            case 48...57: number = number << 4 | UInt64(byte - 48)
            case 97...102: number = number << 4 | UInt64(byte - 87)
            default: return nil
            }
        }
        return number
    }
}
