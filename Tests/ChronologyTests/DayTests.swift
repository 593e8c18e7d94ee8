import Chronology
import Testing

@Suite struct DayTests {
    @Test(
        "A day reads its ISO form and writes it back",
        arguments: ["1970-01-01", "2000-02-29", "2024-01-24", "1969-12-31", "0001-01-01", "9999-12-31"]
    )
    func roundTrip(iso: String) throws {
        #expect(try #require(Day(iso: iso)).description == iso)
    }

    @Test("Every day from 1890 to 2060 is one after the day before", arguments: [1890])
    func consecutive(from year: Int) throws {
        let first = try #require(Day(year: year, month: 1, day: 1))
        let last = try #require(Day(year: 2060, month: 12, day: 31))
        var previous = first
        for number in (first.number + 1)...last.number {
            let (year, month, dayOfMonth) = Day(number: number).civil
            let day = try #require(Day(year: year, month: month, day: dayOfMonth))
            #expect(day - previous == 1)
            previous = day
        }
    }

    @Test(
        "A text that is no day is refused",
        arguments: [
            "", "2024-1-24", "2024-02-30", "2023-02-29", "2024-13-01", "24-01-2024", "2024-01-24T00:00", "２024-01-24",
        ]
    )
    func refused(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test("Weekdays count from Monday", arguments: [("1970-01-01", 4), ("2024-01-24", 3), ("1969-12-28", 7)])
    func weekday(iso: String, expected: Int) throws {
        #expect(try #require(Day(iso: iso)).weekday == expected)
    }

    @Test(
        "Months are added to the last day of a shorter month",
        arguments: [("2024-01-31", 1, "2024-02-29"), ("2024-03-31", -1, "2024-02-29"), ("2023-11-30", 3, "2024-02-29")]
    )
    func months(iso: String, count: Int, expected: String) throws {
        #expect(try #require(Day(iso: iso)).advanced(byMonths: count).description == expected)
    }

    @Test(
        "The days between two spans run from the end of the first to the start of the second",
        arguments: [
            ("2024-01-20", "2024-01-23", 3), ("2024-01-20/2024-01-24", "2024-01-23", 0),
            ("2024-01-01/2024-01-10", "2024-01-12/2024-01-20", 2), ("2024-01-23", "2024-01-20", -3),
        ]
    )
    func between(first: String, second: String, expected: Int) throws {
        let earlier = try #require(DaySpan(iso: first))
        let later = try #require(DaySpan(iso: second))
        #expect(later.days(since: earlier) == expected)
    }

    @Test("A span that runs backwards is refused") func backwards() {
        #expect(DaySpan(iso: "2024-01-24/2024-01-20") == nil)
    }
}
