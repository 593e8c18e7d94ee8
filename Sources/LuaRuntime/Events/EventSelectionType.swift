// The methods of `events` and of what they return.
import EventModel

extension EventSelection {
    /// What scripts can do with a selection of events.
    public static let type = LuaType(
        luaTypeName,
        "A selection of events, lazy: filters run natively when an answer is asked for.",
        methods: filters + arrangements + groupings + answers + statistics + walks,
        operators: [
            LuaFunction("__len", "() -> integer", "The number of events.") { arguments in
                [.integer(try arguments.selection().count)]
            },
            LuaFunction("__index", "(place: integer) -> event?", "The event at a place, from 1.") { arguments in
                let place = try arguments.integer(2)
                let rows = try arguments.selection().rows(in: try arguments.events().snapshot)
                return [rows.indices.contains(place - 1) ? VM.event(row: Int(rows[place - 1])) : .nil]
            },
        ]
    )

    private static let filters: [LuaFunction] = [
        LuaFunction(
            "where",
            "(filter: table|function) -> events",
            "Only the events that meet a filter: a table of fields and values, or a function of an event.",
            examples: [
                LuaExample("#events:where{ type = 'ASSAULT', killed = { min = 1 } }", gives: "1"),
                LuaExample("#events:where{ target = 'IRN' }", gives: "2"),
                LuaExample("#events:where(function(e) return e.date - events[1].date <= days(3) end)", gives: "2"),
                LuaExample(
                    "events:where{ type = 'ASAULT' }",
                    gives: "error: type is never 'ASAULT'"
                ),
            ]
        ) { arguments in
            let selection = try arguments.selection()
            let context = try arguments.events()
            if case .function(let predicate) = arguments[2] {
                let rows = try arguments.vm.select(selection.rows(in: context.snapshot), by: predicate)
                return [.object(EventSelection(Query(context.snapshot, rows: rows)))]
            }
            let fields = try FilterValue.fields(try arguments.table(2), in: context.snapshot)
            let filter = try Filter(fields, vocabulary: context.vocabulary)
            return [.object(EventSelection(selection.query.where(filter)))]
        },
        LuaFunction(
            "between",
            "(one: string|table|actor, other: string|table|actor) -> events",
            "Only the events of one with the other, whichever did it; use where{ source =, target = } for one direction.",
            examples: [LuaExample("#events:between('USA', 'IRN')", gives: "3")]
        ) { arguments in
            let snapshot = try arguments.events().snapshot
            let reader = FieldReader()
            let one = try reader.test(.source, try FilterValue(arguments[2], in: snapshot), as: "one")
            let other = try reader.test(.target, try FilterValue(arguments[3], in: snapshot), as: "other")
            return [.object(EventSelection(try arguments.selection().query.between(one, other)))]
        },
        LuaFunction(
            "since",
            "(date: date|string) -> events",
            "Only the events that happened on or after a day, or were still going on then.",
            examples: [LuaExample("#events:since('2024-01-23')", gives: "2")]
        ) { arguments in
            [.object(EventSelection(try arguments.selection().query.since(try arguments.date(2).start)))]
        },
        LuaFunction(
            "through",
            "(date: date|string) -> events",
            "Only the events that happened on or before a day, or had begun by then.",
            examples: [LuaExample("#events:through('2024-01-20')", gives: "1")]
        ) { arguments in
            [.object(EventSelection(try arguments.selection().query.until(try arguments.date(2).end)))]
        },
    ]

    private static let arrangements: [LuaFunction] = [
        LuaFunction(
            "sort",
            "(field: string, direction: string?) -> events",
            "Sorted by a field, 'desc' for the largest first; unknown values last.",
            examples: [
                LuaExample("events:sort('wounded', 'desc'):first().wounded", gives: "4"),
                LuaExample("events:sort('kiled')", gives: "error: there is no sort field 'kiled'"),
            ]
        ) { arguments in
            let field = try SortField(try arguments.string(2))
            let direction = arguments.isMissing(3) ? "asc" : try arguments.string(3)
            guard direction == "asc" || direction == "desc" else {
                throw arguments.invalid(3, "'asc' or 'desc' expected")
            }
            let query = try arguments.selection().query.sorted(by: field, descending: direction == "desc")
            return [.object(EventSelection(query))]
        },
        LuaFunction(
            "limit",
            "(count: integer) -> events",
            "The first events only.",
            examples: [LuaExample("#events:limit(2)", gives: "2")]
        ) { arguments in
            [.object(EventSelection(try arguments.selection().query.limit(try arguments.integer(2))))]
        },
    ]

    private static let groupings: [LuaFunction] = [
        LuaFunction(
            "by",
            "(field: string, level: string?) -> groups",
            "The events in groups: by a field, 'source', 'target', 'actor', 'dyad' or 'pair', actors rolled up to a level.",
            examples: [
                LuaExample("events:by('type'):count()[1].key", gives: #""ASSAULT""#),
                LuaExample("events:by('pair', 'backer'):count()[1].key", gives: #""IRN – USA""#),
                LuaExample("events:by('dyda')", gives: "error: there is no group field 'dyda'"),
            ]
        ) { arguments in
            let field = try arguments.groupField(2)
            return [.object(EventGroups(grouping: try arguments.selection().query.by(field)))]
        },
        LuaFunction(
            "per",
            "(period: string) -> timeline",
            "The events over time, per 'day', 'week' or 'month', by their first days.",
            examples: [LuaExample("#events:per('day'):count()", gives: "5")]
        ) { arguments in
            let period = try arguments.period()
            return [.object(EventTimeline(timeline: try arguments.selection().query.per(period)))]
        },
    ]

    private static let answers: [LuaFunction] = [
        LuaFunction(
            "count",
            "() -> integer",
            "The number of events, as `#events`.",
            examples: [LuaExample("events:count()", gives: "3")]
        ) { arguments in
            [.integer(try arguments.selection().count)]
        },
        LuaFunction(
            "sum",
            "(field: string|table) -> number",
            "The sum of a number over the events that have it; a table gives each type its weight.",
            examples: [
                LuaExample("events:sum('wounded')", gives: "4"),
                LuaExample("events:sum{ ASSAULT = -10, THREATEN = -4.4 }", gives: "-24.4"),
            ]
        ) { arguments in
            [.count(try arguments.selection().query.sum(try arguments.figure(2)))]
        },
        LuaFunction(
            "table",
            "(fields: table?) -> string",
            "The events as a table, at most 1,000; the fields to show may be named.",
            examples: [
                LuaExample("events:limit(1):table{ 'type', 'wounded' }", gives: #""type|wounded\nASSAULT|4""#),
                LuaExample("events:table{ 'tpye' }", gives: "error: there is no field 'tpye'"),
            ]
        ) { arguments in
            let context = try arguments.events()
            let fields = arguments.isMissing(2) ? nil : try arguments.table(2).sequence
            return [.string(try EventTable.text(try arguments.selection(), fields: fields, context))]
        },
    ]

    private static let walks: [LuaFunction] = [
        LuaFunction(
            "first",
            "() -> event?",
            "The first event, nil where there is none.",
            examples: [LuaExample("events:first() == events[1]", gives: "true")]
        ) { arguments in
            let rows = try arguments.selection().rows(in: try arguments.events().snapshot)
            return [rows.first.map { VM.event(row: Int($0)) } ?? .nil]
        },
        LuaFunction(
            "last",
            "() -> event?",
            "The last event, nil where there is none.",
            examples: [LuaExample("events:last().date", gives: "2024-01-24")]
        ) { arguments in
            let rows = try arguments.selection().rows(in: try arguments.events().snapshot)
            return [rows.last.map { VM.event(row: Int($0)) } ?? .nil]
        },
        LuaFunction(
            "each",
            "() -> iterator",
            "Goes through the events in a for loop.",
            examples: [
                LuaExample(
                    "(function() local n = 0 for e in events:each() do n = n + (e.wounded or 0) end return n end)()",
                    gives: "4"
                )
            ]
        ) { arguments in
            let rows = try arguments.selection().rows(in: try arguments.events().snapshot)
            return [try arguments.vm.walk(rows)]
        },
    ]
}

extension QueryError {
    /// An error that a name is none of those that there are.
    static func unknown(_ name: String, among names: [String], what: String) -> QueryError {
        QueryError(
            code: "unknown_\(what)",
            message: "there is no \(what) '\(name)'",
            hint: Suggestion.hint(for: name, among: names)
        )
    }
}

extension Arguments {
    /// The selection that a method was called on.
    func selection() throws(ArgumentError) -> EventSelection { try object(1) }

    /// What is bound to the VM.
    func events() throws(ArgumentError) -> EventContext {
        guard let context = vm.eventContext else { throw ArgumentError("no events are loaded") }
        return context
    }

    /// The name of a period as the first argument of a method.
    func period() throws -> Period {
        let name = try string(2)
        guard let period = Period(rawValue: name) else {
            throw QueryError.unknown(name, among: Period.allCases.map(\.rawValue), what: "period")
        }
        return period
    }

    /// A numeric field, or a table of weights by type, at a position.
    func figure(_ position: Int) throws -> Figure {
        guard case .table(let table) = self[position] else { return .field(try numberField(position)) }
        var weights: [String: Double] = [:]
        for entry in table.entries {
            guard case .string(let name) = entry.key, let weight = entry.value.plainNumber else {
                throw invalid(position, "weights are types with numbers, such as { ASSAULT = -10 }")
            }
            weights[name] = weight
        }
        return .weight(try EventWeights(weights))
    }

    /// A field to tell values of apart, and for actors the level, at two positions.
    func groupField(_ position: Int) throws -> GroupField {
        var level = RollUp.id
        if !isMissing(position + 1) {
            let name = try string(position + 1)
            guard let known = RollUp(rawValue: name) else {
                throw QueryError.unknown(name, among: RollUp.allCases.map(\.rawValue), what: "level")
            }
            level = known
        }
        return try GroupField(try string(position), level: level)
    }

    /// The name of a numeric field at a position.
    func numberField(_ position: Int) throws -> NumberField {
        let name = try string(position)
        guard let field = NumberField(rawValue: name) else {
            throw QueryError.unknown(name, among: NumberField.allCases.map(\.rawValue), what: "number field")
        }
        return field
    }
}
