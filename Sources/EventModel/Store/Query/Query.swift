// A lazy query over a snapshot: steps are collected, and run when an answer is asked for.
import CColumns
import Chronology

/// A selection of events, described and not yet made: each step gives a new query, and nothing runs before an answer
/// such as `count` is asked for.
///
/// Steps apply in the order in which they are given, so a filter after a limit looks at the limited rows only.
public struct Query: Sendable {
    private enum Step: Sendable {
        case filter(Filter)
        case sort(SortField, descending: Bool)
        case limit(Int)
    }

    /// The events that it looks at.
    public let snapshot: EventStore.Snapshot
    private var chosen: [UInt32]?
    private var steps: [Step] = []

    /// All events of a snapshot, in the order of events.
    public init(_ snapshot: EventStore.Snapshot) {
        self.snapshot = snapshot
    }

    /// These rows of a snapshot, in this order; rows outside it are left out.
    public init(_ snapshot: EventStore.Snapshot, rows: [UInt32]) {
        self.snapshot = snapshot
        chosen = rows.filter { $0 < snapshot.count }
    }

    /// Only the events that meet a filter.
    public func `where`(_ filter: Filter) -> Query { adding(.filter(filter)) }

    /// Only the events of one with the other, whichever did it; for one direction filter by source and target.
    public func between(_ one: FieldTest, _ other: FieldTest) -> Query { self.where(.between(one, other)) }

    /// Only the events that happened on or after a day, or were still going on then; none without a date.
    public func since(_ day: Day) -> Query { self.where(.days(from: day)) }

    /// Only the events that happened on or before a day, or had begun by then; none without a date.
    public func until(_ day: Day) -> Query { self.where(.days(until: day)) }

    /// Sorted by a field, equal ones in the order that they had; unknown values last in either direction.
    public func sorted(by field: SortField, descending: Bool = false) -> Query {
        adding(.sort(field, descending: descending))
    }

    /// The first events only.
    public func limit(_ count: Int) -> Query { adding(.limit(max(0, count))) }

    /// The number of events.
    public var count: Int {
        guard chosen == nil, let filter = filterOnly else { return rows().count }
        return filter.conditions.isEmpty ? snapshot.count : FilterPlan(filter, snapshot).count()
    }

    /// The rows of the events, in the order of the query.
    public func rows() -> [UInt32] {
        var rows = chosen
        var filter = Filter()
        for step in steps {
            if case .filter(let next) = step {
                filter = filter.and(next)
                continue
            }
            var found = apply(filter, rows)
            filter = Filter()
            switch step {
            case .filter: break
            case .sort(let field, let descending): found = snapshot.sorted(found, by: field, descending: descending)
            case .limit(let count): found = Array(found.prefix(count))
            }
            rows = found
        }
        return apply(filter, rows)
    }

    /// The sum of a number over the events that have it.
    public func sum(_ field: NumberField) -> Double { sum(.field(field)) }

    /// The sum of a number, or of weights, over the events that have it.
    public func sum(_ figure: Figure) -> Double {
        let values = NumberColumn(figure, snapshot)
        return rows().reduce(0) { $0 + (values[Int($1)] ?? 0) }
    }

    /// The numbers of the events that have one, in the order of the query.
    public func numbers(_ figure: Figure) -> [Double] {
        let values = NumberColumn(figure, snapshot)
        return rows().compactMap { values[Int($0)] }
    }

    /// How many different values a field has among the events.
    public func distinct(_ field: GroupField) -> Int { snapshot.distinct(field, rows().lazy.map { Int($0) }) }

    /// The events by a field, by actor, dyad or pair.
    public func by(_ field: GroupField) -> Grouping { Grouping(query: self, field: field) }

    /// The events by day, week or month.
    public func per(_ period: Period) -> Timeline { Timeline(query: self, period: period) }

    /// The bounds of time that the query's filters set, for series that must show their quiet ends too.
    var dayBounds: (from: Day?, until: Day?) {
        var low = Int32.unknown + 1
        var high = Int32.max
        for case .filter(let filter) in steps {
            for case .field(.date, .days(let span)) in filter.conditions {
                low = max(low, span.start.number)
                high = min(high, span.end.number)
            }
        }
        guard low <= high else { return (nil, nil) }
        return (low == .unknown + 1 ? nil : Day(number: low), high == .max ? nil : Day(number: high))
    }

    private var filterOnly: Filter? {
        var all = Filter()
        for step in steps {
            guard case .filter(let filter) = step else { return nil }
            all = all.and(filter)
        }
        return all
    }

    private func adding(_ step: Step) -> Query {
        var query = self
        query.steps.append(step)
        return query
    }

    private func apply(_ filter: Filter, _ rows: [UInt32]?) -> [UInt32] {
        guard let rows else { return FilterPlan(filter, snapshot).rows() }
        return filter.conditions.isEmpty ? rows : FilterPlan(filter, snapshot).keep(rows)
    }
}
