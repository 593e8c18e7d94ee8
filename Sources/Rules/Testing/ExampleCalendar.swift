// The dates of an example: absolute, or so many days from the example's own day.
import Chronology

/// Reads the dates of one example.
struct ExampleCalendar {
    /// The day that `+0` stands for.
    var base: Day

    /// The day that relative dates count from where an example names none.
    static let base = Day(number: 19_723)  // 2024-01-01

    init(base: Day = ExampleCalendar.base) { self.base = base }

    /// What a date may look like, for hints.
    static let hint = "YYYY-MM-DD, YYYY-MM-DD/YYYY-MM-DD, or days from the example's date such as +3 or +3/+5"

    /// The span of `2024-01-23`, `2024-01-20/2024-01-23`, `+3`, `-1` or `+3/+5`; nil where the text is anything else.
    func span(_ text: String) -> DaySpan? {
        if let span = DaySpan(iso: text) { return span }
        let days = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(day)
        guard let start = days[0] else { return nil }
        guard days.count == 2 else { return DaySpan(start) }
        guard let end = days[1], end >= start else { return nil }
        return DaySpan(start, end)
    }

    /// The day of `2024-01-23` or `+3`.
    func day(_ text: some StringProtocol) -> Day? {
        if let day = Day(iso: text) { return day }
        return Self.offset(text).map(base.advanced(by:))
    }

    /// The days of `+3` or `-1`.
    private static func offset(_ text: some StringProtocol) -> Int? {
        guard let sign = text.first, sign == "+" || sign == "-", text.count <= 7 else { return nil }
        return Int(text)
    }

    /// A date of an example so many days later, in the same form; nil where it is none.
    static func moved(_ text: String, by days: Int) -> String? {
        var moved: [String] = []
        for part in text.split(separator: "/", omittingEmptySubsequences: false) {
            if let day = Day(iso: part) {
                moved.append(day.advanced(by: days).description)
            } else if let offset = offset(part) {
                moved.append(offset + days < 0 ? "\(offset + days)" : "+\(offset + days)")
            } else {
                return nil
            }
        }
        return moved.joined(separator: "/")
    }

    /// The text of an article, the relative day of its header made absolute: ` date +3 …` as ` date 2024-01-04 …`.
    func article(_ text: String) -> String {
        let words = text.prefix(40).split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
        guard words.count >= 2, words[0] == "date", Day(iso: words[1]) == nil, let day = day(words[1]) else {
            return text
        }
        return String(text[..<words[1].startIndex]) + day.description + text[words[1].endIndex...]
    }
}
