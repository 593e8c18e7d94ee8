// The methods of groups, their numbers, timelines and series.
import EventModel

extension EventGroups {
    static let type = LuaType(
        luaTypeName,
        "Events in groups; nothing is worked out before a number is asked for.",
        methods: [
            LuaFunction(
                "count",
                "() -> numbers|table",
                "How many events each group has, the largest first; after `per`, a series for each group.",
                examples: [
                    LuaExample("events:by('type'):count()[2].value", gives: "1"),
                    LuaExample("events:by('type'):per('week'):count()[1].series:total()", gives: "2"),
                ]
            ) { arguments in
                [try arguments.object(1, as: EventGroups.self).answer(sum: nil)]
            },
            LuaFunction(
                "sum",
                "(field: string) -> numbers|table",
                "The sum of a number over the events of each group; after `per`, a series for each group.",
                examples: [LuaExample("events:by('source'):sum('wounded'):of('kataib-hezbollah')", gives: "4")]
            ) { arguments in
                [try arguments.object(1, as: EventGroups.self).answer(sum: try arguments.numberField(2))]
            },
            LuaFunction(
                "per",
                "(period: string) -> groups",
                "The groups over time, per 'day', 'week' or 'month'.",
                examples: [LuaExample("#events:by('dyad'):per('month'):count()", gives: "2")]
            ) { arguments in
                var groups: EventGroups = try arguments.object(1)
                groups.period = try arguments.period()
                return [.object(groups)]
            },
            LuaFunction(
                "each",
                "() -> iterator",
                "Goes through the groups in a for loop: the key and the events of each, by keys.",
                examples: [
                    LuaExample(
                        "(function() local t = {} for key, list in events:by('dyad'):each() do "
                            + "t[#t + 1] = key .. ': ' .. #list end return table.concat(t, '; ') end)()",
                        gives: #""kataib-hezbollah → united-states: 1; united-states → kataib-hezbollah: 2""#
                    )
                ]
            ) { arguments in
                let groups: EventGroups = try arguments.object(1)
                let (field, snapshot) = (groups.grouping.field, groups.grouping.query.snapshot)
                let list = groups.grouping.rows()
                return [
                    .object(
                        EventCursor(count: list.count) { place in
                            let selection = EventSelection(Query(snapshot, rows: list[place].rows))
                            return [.string(EventNumbers.text(list[place].key, field)), .object(selection)]
                        }
                    )
                ]
            },
        ]
    )
}

extension EventNumbers {
    static let type = LuaType(
        luaTypeName,
        "A number for each group, the largest first.",
        methods: [
            LuaFunction(
                "of",
                "(key: string) -> number",
                "The number of a group, 0 where there is no such group.",
                examples: [LuaExample("events:by('type'):count():of('THREATEN')", gives: "1")]
            ) { arguments in
                let numbers: EventNumbers = try arguments.object(1)
                let key = try arguments.string(2)
                let group = numbers.groups.first { EventNumbers.text($0.key, numbers.field) == key }
                return [.count(group?.value ?? 0)]
            },
            LuaFunction(
                "total",
                "() -> number",
                "The sum of all groups; an event in several groups counts in each.",
                examples: [LuaExample("events:by('type'):count():total()", gives: "3")]
            ) { arguments in
                let numbers: EventNumbers = try arguments.object(1)
                return [.count(numbers.groups.reduce(0) { $0 + $1.value })]
            },
            LuaFunction(
                "each",
                "() -> iterator",
                "Goes through keys and numbers in a for loop.",
                examples: [
                    LuaExample(
                        "(function() local n = 0 for key, value in events:by('type'):count():each() do "
                            + "n = n + value end return n end)()",
                        gives: "3"
                    )
                ]
            ) { arguments in
                let numbers: EventNumbers = try arguments.object(1)
                return [
                    .object(
                        EventCursor(count: numbers.groups.count) { place in
                            [numbers.key(place), .count(numbers.groups[place].value)]
                        }
                    )
                ]
            },
            LuaFunction(
                "table",
                "() -> string",
                "The groups as a table.",
                examples: [
                    LuaExample("events:by('type'):count():table()", gives: #""key|value\nASSAULT|2\nTHREATEN|1""#)
                ]
            ) { arguments in
                let numbers: EventNumbers = try arguments.object(1)
                let rows = numbers.groups.prefix(EventTable.rowCountMax).map { group in
                    [EventNumbers.text(group.key, numbers.field), EventNumbers.text(group.value)]
                }
                return [.string(try arguments.table(header: ["key", "value"], rows: rows))]
            },
        ],
        operators: [
            LuaFunction("__len", "() -> integer", "The number of groups.") { arguments in
                [.integer(try arguments.object(1, as: EventNumbers.self).groups.count)]
            },
            LuaFunction("__index", "(place: integer) -> table?", "A group's { key, value }, from 1.") { arguments in
                let numbers: EventNumbers = try arguments.object(1)
                let place = try arguments.integer(2) - 1
                return [numbers.groups.indices.contains(place) ? numbers.entry(place) : .nil]
            },
        ]
    )

    /// A number as a cell of a table shows it.
    static func text(_ number: Double) -> String { FieldTest.words(number) }
}

extension EventTimeline {
    static let type = LuaType(
        luaTypeName,
        "Events over time; nothing is worked out before a number is asked for.",
        methods: [
            LuaFunction(
                "count",
                "() -> series",
                "How many events each period has, with zeros, as far as since and until reach.",
                examples: [LuaExample("events:per('week'):count():total()", gives: "3")]
            ) { arguments in
                let timeline: EventTimeline = try arguments.object(1)
                return [.object(EventSeries(series: timeline.timeline.counts()))]
            },
            LuaFunction(
                "sum",
                "(field: string|table) -> series",
                "The sum of a number over the events of each period; a table gives each type its weight.",
                examples: [
                    LuaExample("events:per('day'):sum('wounded')[1].value", gives: "4"),
                    LuaExample("events:per('week'):sum{ ASSAULT = -10 }:values()", gives: "{ -10, -10 }"),
                    LuaExample(
                        "events:per('week'):sum{ ASAULT = -10 }",
                        gives: "error: there is no type 'ASAULT' to weigh"
                    ),
                ]
            ) { arguments in
                let timeline: EventTimeline = try arguments.object(1)
                return [.object(EventSeries(series: timeline.timeline.sums(try arguments.figure(2))))]
            },
            LuaFunction(
                "distinct",
                "(field: string, level: string?) -> series",
                "How many different values a field has in each period; actors may be rolled up to a level.",
                examples: [LuaExample("events:per('week'):distinct('type'):values()", gives: "{ 1, 2 }")]
            ) { arguments in
                let timeline: EventTimeline = try arguments.object(1)
                return [.object(EventSeries(series: timeline.timeline.distinct(try arguments.groupField(2))))]
            },
        ]
    )
}

extension EventSeries {
    static let type = LuaType(
        luaTypeName,
        "A value for each period, zero where nothing happened.",
        methods: [
            LuaFunction(
                "total",
                "() -> number",
                "The sum of all values.",
                examples: [LuaExample("events:per('month'):count():total()", gives: "3")]
            ) { arguments in
                [.count(try arguments.object(1, as: EventSeries.self).series.total)]
            },
            LuaFunction(
                "max",
                "() -> number",
                "The largest value, 0 where there is none.",
                examples: [LuaExample("events:per('month'):count():max()", gives: "3")]
            ) { arguments in
                [.count(try arguments.object(1, as: EventSeries.self).series.values.max() ?? 0)]
            },
            LuaFunction(
                "values",
                "() -> table",
                "All values, in order.",
                examples: [LuaExample("events:per('day'):count():values()", gives: "{ 1, 0, 0, 1, 1 }")]
            ) { arguments in
                let values = try arguments.object(1, as: EventSeries.self).series.values
                return [.table(Table(sequence: values.map(Value.count)))]
            },
            LuaFunction(
                "each",
                "() -> iterator",
                "Goes through dates and values in a for loop.",
                examples: [
                    LuaExample(
                        "(function() for date, value in events:per('week'):count():each() do "
                            + "return date, value end end)()",
                        gives: "2024-01-15/2024-01-21, 1"
                    )
                ]
            ) { arguments in
                let series: EventSeries = try arguments.object(1)
                return [
                    .object(
                        EventCursor(count: series.series.count) { place in
                            [series.date(place), .count(series.series.values[place])]
                        }
                    )
                ]
            },
            LuaFunction(
                "table",
                "() -> string",
                "The series as a table.",
                examples: [LuaExample("events:per('month'):count():table()", gives: #""month|value\n2024-01-01|3""#)]
            ) { arguments in
                let series = try arguments.object(1, as: EventSeries.self).series
                let rows = (0..<min(series.count, EventTable.rowCountMax)).map { place in
                    ["\(series.start(place))", EventNumbers.text(series.values[place])]
                }
                return [.string(try arguments.table(header: [series.period.rawValue, "value"], rows: rows))]
            },
        ] + statistics,
        operators: [
            LuaFunction("__len", "() -> integer", "The number of periods.") { arguments in
                [.integer(try arguments.object(1, as: EventSeries.self).series.count)]
            },
            LuaFunction("__index", "(place: integer) -> table?", "A period's { date, value }, from 1.") { arguments in
                let series: EventSeries = try arguments.object(1)
                let place = try arguments.integer(2) - 1
                guard series.series.values.indices.contains(place) else { return [.nil] }
                return [.table(["date": series.date(place), "value": .count(series.series.values[place])])]
            },
        ]
    )
}

extension Arguments {
    /// A table of texts laid out with what the VM's context has for it.
    func table(header: [String], rows: [[String]]) throws(ArgumentError) -> String {
        let context = try events()
        guard let renderer = context.renderer else { throw ArgumentError("there are no tables here") }
        return renderer.table(header: header, rows: rows, width: context.width)
    }
}
