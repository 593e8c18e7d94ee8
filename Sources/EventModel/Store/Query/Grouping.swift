// Events by a field: counts, sums, rows and series for each group.
import CColumns
import Chronology

/// The events of a query in groups; nothing is worked out before an answer is asked for.
public struct Grouping: Sendable {
    /// The events.
    public let query: Query
    /// What they are grouped by.
    public let field: GroupField

    /// A group and its number.
    public struct Group: Sendable, Hashable {
        /// What the group is called: one text, or source and target of a dyad, or the two of a pair by alphabet.
        public let key: [String]
        /// How many events, or the sum over them.
        public let value: Double
    }

    /// How many events each group has; the largest first, equal ones by their keys.
    public func counts() -> [Group] {
        let table = query.snapshot.keyTable(field)
        let perCode = table.counts(query.rows())
        var values = [Double](repeating: 0, count: table.keys.count)
        for code in 0..<table.codeCount where perCode[code] > 0 {
            for group in table.groups(code) { values[Int(group)] += Double(perCode[code]) }
        }
        return groups(table, values) { values[$0] > 0 }
    }

    /// The sum of a number over the events of each group; the largest first, equal ones by their keys.
    public func sums(_ number: NumberField) -> [Group] {
        let table = query.snapshot.keyTable(field)
        let rows = query.rows()
        let column = NumberColumn(number, query.snapshot)
        let perCode = table.tally(rows) { column[$0] ?? 0 }
        let counts = table.counts(rows)
        var values = [Double](repeating: 0, count: table.keys.count)
        var isThere = [Bool](repeating: false, count: table.keys.count)
        for code in 0..<table.codeCount where counts[code] > 0 {
            for group in table.groups(code) {
                values[Int(group)] += perCode[code]
                isThere[Int(group)] = true
            }
        }
        return groups(table, values) { isThere[$0] }
    }

    /// The rows of each group, in the query's order; groups by their keys.
    public func rows() -> [(key: [String], rows: [UInt32])] {
        let table = query.snapshot.keyTable(field)
        var rows = [[UInt32]](repeating: [], count: table.keys.count)
        for row in query.rows() {
            for group in table.groups(table.code(Int(row))) { rows[Int(group)].append(row) }
        }
        return rows.indices.filter { !rows[$0].isEmpty }.map { (table.keys[$0], rows[$0]) }
    }

    /// A series for each group over the same periods, of counts or of the sum of a number; groups by their keys.
    ///
    /// Throws `series_too_large` above `seriesValueCountMax` values.
    public func series(
        per period: Period,
        sum number: NumberField? = nil
    ) throws(QueryError) -> [(key: [String], series: Series)] {
        let groups = rows()
        let timeline = Timeline(query: query, period: period)
        guard let periods = timeline.periods() else { return [] }
        guard groups.count * periods.count <= Self.seriesValueCountMax else {
            throw QueryError(
                code: "series_too_large",
                message: "\(groups.count) groups over \(periods.count) \(period.rawValue)s are too many values",
                hint: "choose fewer events, fewer groups or a longer period"
            )
        }
        return groups.map { ($0.key, timeline.series($0.rows, over: periods, sum: number.map(Figure.field))) }
    }

    /// The most values that series by group may have: 160 MB.
    public static let seriesValueCountMax = 20_000_000

    private func groups(_ table: KeyTable, _ values: [Double], _ isThere: (Int) -> Bool) -> [Group] {
        // Keys are sorted already, so the place decides between equal values.
        let order = values.indices.filter(isThere).sorted { left, right in
            values[left] != values[right] ? values[left] > values[right] : left < right
        }
        return order.map { Group(key: table.keys[$0], value: values[$0]) }
    }
}

extension EventStore.Snapshot {
    /// How many different values a field has among the events of some rows.
    public func distinct(_ field: GroupField, _ rows: some Sequence<Int>) -> Int {
        let table = keyTable(field)
        var seen: Set<UInt32> = []
        for row in rows { seen.formUnion(table.groups(table.code(row))) }
        return seen.count
    }

    /// The groups of a field, worked out at the first call.
    func keyTable(_ field: GroupField) -> KeyTable {
        if let table = keyTables.withLock({ $0[field] }) { return table }
        let table = KeyTable(field, self)
        keyTables.withLock { $0[field] = table }
        return table
    }
}
