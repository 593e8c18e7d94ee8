// The documentation of the values that the sandbox makes itself: events, actors, dates, durations.
import EventModel

extension LuaType {
    /// An event; one row is one value, so events are equal and keys of tables as one expects.
    static let event = LuaType(
        "event",
        "An event; a field that there is not is an error.",
        methods: [
            LuaFunction(
                documented: "answers",
                "(other: event) -> boolean",
                "Whether the text says that this event answers the other.",
                examples: [LuaExample("events[2]:answers(events[1])", gives: "true")]
            ),
            LuaFunction(
                documented: "days_since",
                "(other: event) -> integer?",
                "Days from the end of the other event to the start of this, 0 where they overlap, nil where unknown.",
                examples: [LuaExample("events[2]:days_since(events[1])", gives: "3")]
            ),
        ],
        properties: EventField.allCases.map { field in
            LuaFunction(documented: field.rawValue, fieldTypes[field] ?? "string", field.summary)
        },
        isNative: true
    )

    private static let fieldTypes: [EventField: String] = [
        .revision: "integer", .date: "date?", .source: "actors", .target: "actors", .mode: "string?",
        .context: "string[]", .cameo: "string?", .goldstein: "number?", .hostility: "integer", .quoted: "boolean",
        .speaker: "string?", .aggregate: "boolean", .location: "table?", .weapon: "string[]", .killed: "integer?",
        .wounded: "integer?", .inResponseTo: "string[]", .published: "date?", .sentence: "integer",
        .span: "integer[]", .trigger: "integer[]", .mentions: "table[]", .trace: "string?",
    ]

    /// All the actors of one side of an event.
    static let actors = LuaType(
        "actors",
        "The actors of one side: `#list`, `list[i]`, and as text their names joined.",
        methods: [
            LuaFunction(
                documented: "has",
                "(actor: string|actor|actors) -> boolean",
                "Whether one of them is known by this at any level: id, name, family, backer, country.",
                examples: [
                    LuaExample("events[1].source:has('IRN')", gives: "true"),
                    LuaExample("events[1].source:has('USA')", gives: "false"),
                    LuaExample("events[1].source:has(events[2].target)", gives: "true"),
                ]
            )
        ],
        isNative: true
    )

    /// One actor.
    static let actor = LuaType(
        "actor",
        "An actor of an event; as text its name.",
        methods: [
            LuaFunction(
                documented: "is",
                "(name: string) -> boolean",
                "Whether it is known by this at any level: id, name, family, backer, country.",
                examples: [LuaExample("events[1].source[1]:is('IRQ')", gives: "true")]
            )
        ],
        properties: [
            LuaFunction(documented: "id", "string", "The lexicon's id."),
            LuaFunction(documented: "name", "string", "The canonical name."),
            LuaFunction(documented: "country", "string?", "ISO 3166 alpha-3, or IGO, XKX, PSE."),
            LuaFunction(
                documented: "sector",
                "string?",
                "The part of society, such as MIL.",
                examples: [LuaExample("events[1].source[1].sector", gives: #""REB""#)]
            ),
            LuaFunction(documented: "backer", "string?", "The country that backs it."),
            LuaFunction(documented: "family", "string?", "The id of the family that it belongs to."),
            LuaFunction(documented: "text", "string", "The words of the text."),
        ],
        isNative: true
    )

    /// A day, or a span of days.
    static let date = LuaType(
        "date",
        "A day or a span of days: compares, and `b - a` is the days from the end of a to the start of b.",
        properties: [
            LuaFunction(documented: "year", "integer", "The year of the first day."),
            LuaFunction(documented: "month", "integer", "The month of the first day, 1 to 12."),
            LuaFunction(documented: "day", "integer", "The first day's place in its month."),
            LuaFunction(
                documented: "weekday",
                "integer",
                "The first day's place in its week, 1 for Monday.",
                examples: [LuaExample("date('2024-01-23').weekday", gives: "2")]
            ),
            LuaFunction(documented: "first", "date", "The first day."),
            LuaFunction(documented: "last", "date", "The last day."),
            LuaFunction(
                documented: "days",
                "integer",
                "How many days it spans.",
                examples: [LuaExample("date('2024-01-20/2024-01-23').days", gives: "4")]
            ),
        ],
        isNative: true
    )

    /// A number of days.
    static let duration = LuaType(
        "duration",
        "A number of days: adds, multiplies and compares, a plain number counting as days.",
        properties: [
            LuaFunction(
                documented: "days",
                "number",
                "How many days.",
                examples: [LuaExample("(days(7) + weeks(1)).days", gives: "14")]
            ),
            LuaFunction(
                documented: "hours",
                "number",
                "How many hours.",
                examples: [LuaExample("days(2).hours", gives: "48")]
            ),
        ],
        isNative: true
    )
}
