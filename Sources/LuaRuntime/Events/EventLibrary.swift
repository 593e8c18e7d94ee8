// What scripts can do with events: the library that every VM with events is given.
import Chronology
import EventModel

extension Library {
    /// `events` and its types; `VM.bind` makes the global itself.
    public static let events = Library(
        "",
        "Events, dates and durations.",
        functions: [
            LuaFunction(
                "date",
                "(text: string) -> date",
                "The date of a text: a day, or a span of days.",
                examples: [
                    LuaExample("date('2024-01-23')", gives: "2024-01-23"),
                    LuaExample("date('2024-01-23') - date('2024-01-20')", gives: "3"),
                    LuaExample("date('2024-01-10/2024-01-20') - date('2024-01-15')", gives: "0"),
                    LuaExample("date('2024-02-30') == nil", gives: dateError),
                ]
            ) { arguments in
                [.date(try arguments.date(1))]
            },
            LuaFunction(
                "days",
                "(number: number) -> duration",
                "So many days; compares with the difference of two dates.",
                examples: [
                    LuaExample("days(7)", gives: "7 days"),
                    LuaExample("date('2024-01-23') - date('2024-01-20') <= days(7)", gives: "true"),
                    LuaExample("date('2024-01-23') + days(7)", gives: "2024-01-30"),
                ]
            ) { arguments in
                [.duration(days: try arguments.number(1))]
            },
            LuaFunction(
                "weeks",
                "(number: number) -> duration",
                "So many weeks.",
                examples: [LuaExample("weeks(2) == days(14)", gives: "true")]
            ) { arguments in
                [.duration(days: try arguments.number(1) * 7)]
            },
            LuaFunction(
                "hours",
                "(number: number) -> duration",
                "So many hours, as a part of days: dates have no hours, so a day's difference is 24.",
                examples: [LuaExample("hours(48)", gives: "2 days")]
            ) { arguments in
                [.duration(days: try arguments.number(1) / 24)]
            },
        ],
        types: [
            EventSelection.type, EventGroups.type, EventNumbers.type, EventTimeline.type, EventSeries.type,
            EventCursor.type, .event, .actors, .actor, .date, .duration,
        ]
    )

    private static let dateError =
        "error: bad argument #1 to 'date' (a date is written 2024-01-23 or 2024-01-20/2024-01-23)"
}
