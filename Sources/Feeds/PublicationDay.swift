// The day of publication, in any form of ISO 8601 that feeds are seen to use.
import Chronology

/// Reads the day of an ISO date or date-time; the day is the one written, whatever its time zone.
enum PublicationDay {
    /// The day of `2024-01-24`, `20240124`, `2024-01-24T07:30:00Z`, `2024-01-24 07:30:00.5+02:00` and the like.
    static func day(_ text: String) -> Day? {
        let text = text.trimmingPrefix { $0 == " " }
        var parser = Digits(bytes: Array(text.utf8))
        guard let year = parser.number(4) else { return nil }
        let isExtended = parser.take("-")
        guard let month = parser.number(2), !isExtended || parser.take("-"), let day = parser.number(2),
            let result = Day(year: year, month: month, day: day)
        else { return nil }
        return parser.isTimeOrEnd() ? result : nil
    }

    private struct Digits {
        let bytes: [UInt8]
        var position = 0

        mutating func number(_ count: Int) -> Int? {
            guard position + count <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[position..<position + count] {
                guard byte >= 48, byte <= 57 else { return nil }
                value = value * 10 + Int(byte - 48)
            }
            position += count
            return value
        }

        mutating func take(_ characters: String) -> Bool {
            guard position < bytes.count, characters.utf8.contains(bytes[position]) else { return false }
            position += 1
            return true
        }

        mutating func takeSpaces() {
            while take(" ") {}
        }

        /// Whether what is left is nothing, or a time of day with or without a zone.
        mutating func isTimeOrEnd() -> Bool {
            if take("Tt") {
                guard isTime() else { return false }
            } else if position < bytes.count, take(" ") {
                takeSpaces()
                guard position == bytes.count || isTime() else { return false }
            }
            takeSpaces()
            return position == bytes.count
        }

        private mutating func isTime() -> Bool {
            guard let hour = number(2), hour <= 24 else { return false }
            let isExtended = take(":")
            guard let minute = number(2), minute < 60 else { return false }
            if isExtended ? take(":") : position < bytes.count && (48...57).contains(bytes[position]) {
                guard let second = number(2), second <= 60 else { return false }
                if take(".,") {
                    while number(1) != nil {}
                }
            }
            takeSpaces()
            return isZone()
        }

        private mutating func isZone() -> Bool {
            if take("Zz") { return true }
            for name in ["UTC", "GMT"] where bytes[position...].elementsEqual(name.utf8) {
                position = bytes.count
                return true
            }
            guard take("+-") else { return true }
            guard let hour = number(2), hour <= 15 else { return false }
            if take(":") { return number(2) != nil }
            return position == bytes.count || number(2) != nil
        }
    }
}
