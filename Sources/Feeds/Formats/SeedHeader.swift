// The header ` date YYYY-MM-DD ` that a seed-shaped article begins with.
import Chronology

/// The header of a seed-shaped article.
struct SeedHeader {
    /// How many bytes it takes, with the one space or line break that ends it.
    let byteCount: Int
    /// The date as written.
    let dateText: String
    /// The day, nil where the calendar has no such day.
    var day: Day? { Day(iso: dateText) }

    /// The header at the very start of these bytes, nil where they begin otherwise.
    init?(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        if rest.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
        guard rest.starts(with: "date ".utf8) else { return nil }
        rest = rest.dropFirst(5)
        let date = rest.prefix(10)
        guard date.count == 10 else { return nil }
        for (index, byte) in date.enumerated() {
            let isHyphen = index == 4 || index == 7
            guard isHyphen ? byte == UInt8(ascii: "-") : (48...57).contains(byte) else { return nil }
        }
        rest = rest.dropFirst(10)
        switch rest.first {
        case nil: break
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"): rest = rest.dropFirst()
        case UInt8(ascii: "\r"): rest = rest.dropFirst(rest.dropFirst().first == UInt8(ascii: "\n") ? 2 : 1)
        default: return nil
        }
        byteCount = bytes.count - rest.count
        dateText = String(decoding: date, as: UTF8.self)
    }
}
