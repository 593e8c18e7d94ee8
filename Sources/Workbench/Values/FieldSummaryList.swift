// What is known of each field over a selection of events.
import EventModel
import LuaRuntime
import Rendering
import Synchronization

/// The fields of some events: how many have each, and which values; worked out when first looked at.
final class FieldSummaryList: HostObject {
    static let luaTypeName = "field summaries"
    private let query: Query
    private let found = Mutex<[Item]?>(nil)

    /// A field.
    struct Item: Sendable {
        let field: String
        /// The number of events that have it.
        let known: Int
        /// The number of different values, nil for numbers.
        let distinct: Int?
        /// The commonest values with their counts, or the range.
        let values: String
    }

    /// The fields of the events of a query.
    init(_ query: Query) { self.query = query }

    var luaDescription: String { "fields of \(query.count) events" }

    /// The fields: time, actors, what was done, numbers, words.
    var items: [Item] {
        found.withLock { found in
            if let found { return found }
            let items =
                [dates()]
                + Self.groupFields.map { name, field in grouped(name, field) }
                + [NumberField.goldstein, .hostility, .killed, .wounded].map(number)
            found = items
            return items
        }
    }

    /// The rows of a table.
    var records: [Record] {
        items.map { item in
            [
                "field": .text(item.field), "known": .integer(item.known),
                "distinct": item.distinct.map { .integer($0) } ?? .null,
                "values": .text(item.values),
            ]
        }
    }

    private static let groupFields: [(String, GroupField)] = [
        ("source", .side(.source, .id)), ("target", .side(.target, .id)), ("type", .type), ("mode", .mode),
        ("context", .context), ("cameo", .cameo), ("quad", .quad), ("modality", .modality), ("speaker", .speaker),
        ("location", .location), ("weapon", .weapon), ("article", .article),
    ]

    /// How many of the commonest values are named.
    private static let valueCountMax = 4

    private func dates() -> Item {
        let days = query.per(.day).counts()
        let distinct = days.values.count { $0 > 0 }
        let range = days.count > 0 ? "\(days.start(0)) … \(days.start(days.count - 1))" : ""
        return Item(field: "date", known: Int(days.total), distinct: distinct, values: range)
    }

    private func grouped(_ name: String, _ field: GroupField) -> Item {
        let groups = query.by(field).rows()
        var isKnown = [Bool](repeating: false, count: query.snapshot.count)
        for group in groups { for row in group.rows { isKnown[Int(row)] = true } }
        let common = groups.map { (key: $0.key.joined(separator: " → "), count: $0.rows.count) }
            .sorted { ($1.count, $0.key) < ($0.count, $1.key) }
            .prefix(Self.valueCountMax)
        return Item(
            field: name,
            known: isKnown.count { $0 },
            distinct: groups.count,
            values: common.map { "\($0.key) \($0.count.grouped)" }.joined(separator: ", ")
        )
    }

    private func number(_ field: NumberField) -> Item {
        let lowest = query.sorted(by: .number(field)).limit(1).rows().first
        let highest = query.sorted(by: .number(field), descending: true).limit(1).rows().first
        let known = known(field)
        guard known > 0, let low = lowest.flatMap({ value(field, $0) }),
            let high = highest.flatMap({ value(field, $0) })
        else { return Item(field: field.rawValue, known: 0, distinct: nil, values: "") }
        let mean = DecimalText.short(query.sum(field) / Double(known))
        let values = "\(DecimalText.short(low)) … \(DecimalText.short(high)), mean \(mean)"
        return Item(field: field.rawValue, known: known, distinct: nil, values: values)
    }

    private func known(_ field: NumberField) -> Int {
        let all = FilterValue.table(["min": .number(-1_000_000)])
        return (try? Filter([field.rawValue: all])).map { query.where($0).count } ?? 0
    }

    private func value(_ field: NumberField, _ row: UInt32) -> Double? {
        Query(query.snapshot, rows: [row]).sum(field)
    }
}

/// Numbers with at most two digits behind the point.
private enum DecimalText {
    static func short(_ value: Double) -> String {
        let rounded = (value * 100).rounded() / 100
        return Int(exactly: rounded).map { $0.grouped } ?? String(rounded)
    }
}

extension LuaType {
    /// The type of a list of fields.
    static let fieldSummaries = LuaType.list(
        of: FieldSummaryList.self,
        "The fields of some events: how many have each, and its values.",
        itemType: "table",
        count: { $0.items.count },
        item: { list, place in
            let item = list.items[place]
            return .table(
                Table(entries: [
                    Table.Entry(key: .string("field"), value: .string(item.field)),
                    Table.Entry(key: .string("known"), value: .integer(item.known)),
                    Table.Entry(key: .string("distinct"), value: item.distinct.map { .integer($0) } ?? .nil),
                    Table.Entry(key: .string("values"), value: .string(item.values)),
                ])
            )
        }
    )
}
