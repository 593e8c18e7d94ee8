// Named stretches of the calendar: values, days and neighbours.

import Chronology
import Testing

@testable import Language

@Suite("Calendar periods")
struct CalendarPeriodTests {
    @Test(
        "the period of a day has the value that TIMEX3 gives it",
        arguments: [
            (CalendarUnit.day, "2024-02-29"), (.week, "2024-W09"), (.weekend, "2024-W09-WE"), (.month, "2024-02"),
            (.quarter, "2024-Q1"), (.year, "2024"), (.decade, "202"), (.century, "20"),
        ]
    )
    func values(unit: CalendarUnit, value: String) throws {
        let day = try #require(Day(iso: "2024-02-29"))
        #expect(CalendarPeriod(unit, of: day)?.iso == value)
    }

    @Test("weeks belong to the year of their Thursday")
    func weeks() throws {
        let day = try #require(Day(iso: "2021-01-01"))
        #expect(CalendarPeriod(.week, of: day)?.iso == "2020-W53")
    }

    @Test("neighbours cross the ends of years")
    func neighbours() {
        #expect(CalendarPeriod.month(year: 2024, month: 1).advanced(by: -1) == .month(year: 2023, month: 12))
        #expect(CalendarPeriod.quarter(year: 2023, quarter: 4).advanced(by: 1) == .quarter(year: 2024, quarter: 1))
        #expect(CalendarPeriod.half(year: 2023, half: 1).advanced(by: -1) == .half(year: 2022, half: 2))
    }

    @Test("winter runs into the next year")
    func winter() {
        #expect(CalendarPeriod.season(year: 2023, season: .winter).days == DaySpan(iso: "2023-12-01/2024-02-29"))
    }

    @Test("years outside of the calendar have no days")
    func limits() {
        #expect(CalendarPeriod.year(0).days == nil)
        #expect(CalendarPeriod.decade(9999).days == nil)
    }
}
