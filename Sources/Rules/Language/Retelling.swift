// Examples that are made of a story: one thing changed in it, or all of it told twice.
import EventModel
import LuaRuntime

/// The examples that `but` and `again` make of a list of events.
struct Retelling: Sendable {
    /// The examples, as tables.
    let examples: [Table]

    /// A story with one of its events changed: an example for each place in turn, for all places where none is named,
    /// with what is expected of it.
    ///
    /// - Throws: `RuleError` where the story is no list of events, or has no such place.
    static func but(
        _ note: String,
        _ story: Table,
        _ change: Table,
        places: [Int],
        expect: Value
    ) throws(RuleError) -> Retelling {
        let events = try events(of: story, "but")
        let places = places.isEmpty ? Array(1...events.count) : places
        var examples: [Table] = []
        for place in places {
            guard events.indices.contains(place - 1) else {
                throw RuleError(
                    code: "bad_story",
                    message: "but: the story has no event \(place); it has \(events.count)"
                )
            }
            var changed = events
            for entry in change.entries {
                guard case .string(let key) = entry.key else {
                    throw RuleError(
                        code: "bad_story",
                        message: "but: what changes is a table of an event's fields",
                        hint: "but(\"only planned\", STORY, { modality = \"planned\" })"
                    )
                }
                changed[place - 1][key] = entry.value == .boolean(false) ? .nil : entry.value
            }
            let place = events.count > 1 && places.count > 1 ? " (event \(place))" : ""
            var example: Table = ["note": .string(note + place), "events": .table(list(changed))]
            example["expect"] = expect
            examples.append(example)
        }
        return Retelling(examples: examples)
    }

    /// A story and all of it again so many days later, which is one alert.
    ///
    /// - Throws: `RuleError` where the story is no list of events, or a date of it none.
    static func again(_ story: Table, days: Int) throws(RuleError) -> Retelling {
        let events = try events(of: story, "again")
        var later: [Table] = []
        for event in events {
            var event = event
            for key in ["date", "published"] {
                guard case .string(let date) = event[key] else { continue }
                guard let moved = ExampleCalendar.moved(date, by: days) else {
                    throw RuleError(
                        code: "bad_story",
                        message: "again: '\(date)' is no \(key)",
                        hint: ExampleCalendar.hint
                    )
                }
                event[key] = .string(moved)
            }
            event["in_response_to"] = event["in_response_to"].places(after: events.count)
            later.append(event)
        }
        return Retelling(
            examples: [
                [
                    "note": .string("the same again after \(Plural.days(days)), which is one alert"),
                    "events": .table(list(events + later)),
                    "expect": .table(["alerts": .integer(1)]),
                ]
            ]
        )
    }

    private static func list(_ events: [Table]) -> Table { Table(sequence: events.map(Value.table)) }

    private static func events(of story: Table, _ word: String) throws(RuleError) -> [Table] {
        let events: [Table] = story.sequence.compactMap { value in
            if case .table(let event) = value { event } else { nil }
        }
        guard !events.isEmpty, events.count == story.entries.count else {
            throw RuleError(
                code: "bad_story",
                message: "\(word): a story is a list of events",
                hint: "local STORY = { { date = \"+0\", type = \"ASSAULT\", … }, … }"
            )
        }
        return events
    }
}

extension Value {
    /// The place of an event, or a list of places, so many later.
    fileprivate func places(after count: Int) -> Value {
        switch self {
        case .integer(let place): .integer(place + count)
        case .table(let list): .table(Table(sequence: list.sequence.map { $0.places(after: count) }))
        default: self
        }
    }
}
