// Counts and sums by group, and series over time, as scripts hold them.
import Chronology
import EventModel

/// Groups and their numbers, the largest first.
public struct EventNumbers: HostObject {
    /// The name of its type.
    public static let luaTypeName = "numbers"

    /// What the groups are by.
    public let field: GroupField
    /// The groups.
    public let groups: [Grouping.Group]

    /// How many there are.
    public var luaDescription: String { groups.count == 1 ? "1 group" : "\(groups.count) groups" }

    /// A key as one text: dyads with an arrow, pairs with a dash.
    public static func text(_ key: [String], _ field: GroupField) -> String {
        if case .dyad = field { return key.joined(separator: " → ") }
        return key.joined(separator: " – ")
    }

    func key(_ place: Int) -> Value { .string(Self.text(groups[place].key, field)) }

    /// `{ key =, value = }`, and both ends of dyads and pairs.
    func entry(_ place: Int) -> Value {
        let group = groups[place]
        var table: Table = ["key": key(place), "value": .count(group.value)]
        if group.key.count == 2 {
            let isDirected = if case .dyad = field { true } else { false }
            table[isDirected ? "source" : "one"] = .string(group.key[0])
            table[isDirected ? "target" : "other"] = .string(group.key[1])
        }
        return .table(table)
    }
}

/// A series over time.
public struct EventSeries: HostObject, Equatable {
    /// The name of its type.
    public static let luaTypeName = "series"

    /// The values.
    public let series: Series

    /// How many periods, from when, and the sum.
    public var luaDescription: String {
        guard series.count > 0 else { return "no \(series.period.rawValue)s" }
        let periods = series.count == 1 ? series.period.rawValue : "\(series.period.rawValue)s"
        return "\(series.count) \(periods) from \(series.start(0)), \(Int(series.total)) in all"
    }

    func date(_ place: Int) -> Value {
        .date(DaySpan(series.start(place), series.start(place + 1).advanced(by: -1)))
    }
}

/// Groups that wait for a number, or for a period.
struct EventGroups: HostObject {
    static let luaTypeName = "groups"

    /// The groups.
    let grouping: Grouping
    /// The period, where series are wanted.
    var period: Period?

    var luaDescription: String { "groups of events; ask :count() or :sum(field)" }

    /// Numbers, or a list of `{ key =, series = }` where there is a period.
    func answer(sum number: NumberField?) throws(QueryError) -> Value {
        guard let period else {
            let groups = number.map(grouping.sums) ?? grouping.counts()
            return .object(EventNumbers(field: grouping.field, groups: groups))
        }
        let list = try grouping.series(per: period, sum: number).map { key, series -> Value in
            let key = EventNumbers.text(key, grouping.field)
            return .table(["key": .string(key), "series": .object(EventSeries(series: series))])
        }
        return .table(Table(sequence: list))
    }
}

/// Events over time that wait for a number.
struct EventTimeline: HostObject {
    static let luaTypeName = "timeline"

    /// The events by period.
    let timeline: Timeline

    var luaDescription: String { "events per \(timeline.period.rawValue); ask :count() or :sum(field)" }
}
