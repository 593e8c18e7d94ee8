// What a query can be sorted by.
import CColumns

/// A field that a query sorts by.
public enum SortField: Sendable, Hashable {
    /// The first day.
    case date
    case published
    case number(NumberField)
    case type
    case article

    /// The names that queries use.
    public static let names = ["date", "published", "type", "article"] + NumberField.allCases.map(\.rawValue)

    /// The field of a name; throws `unknown_sort_field`.
    public init(_ name: String) throws(QueryError) {
        switch name {
        case "date": self = .date
        case "published": self = .published
        case "type": self = .type
        case "article": self = .article
        default:
            guard let field = NumberField(rawValue: name) else {
                throw .unknown("sort field", name, among: Self.names)
            }
            self = .number(field)
        }
    }
}

extension EventStore.Snapshot {
    /// The rows sorted by a field, equal ones in the order given, unknown values last.
    func sorted(_ rows: [UInt32], by field: SortField, descending: Bool) -> [UInt32] {
        let keys = sortKeys(field)
        let keyed = rows.enumerated().map { (key: keys(Int($0.element)), place: $0.offset, row: $0.element) }
        return keyed.sorted { left, right in
            guard left.key != right.key else { return left.place < right.place }
            guard let leftKey = left.key else { return false }
            guard let rightKey = right.key else { return true }
            return descending ? leftKey > rightKey : leftKey < rightKey
        }.map(\.row)
    }

    private func sortKeys(_ field: SortField) -> (Int) -> Double? {
        let columns = columns
        switch field {
        case .date: return { row in columns.start[row] == .unknown ? nil : Double(columns.start[row]) }
        case .published:
            return { row in
                let day = columns.article_published[Int(columns.sentence_article[Int(columns.sentence[row])])]
                return day == .unknown ? nil : Double(day)
            }
        case .type: return { row in Double(columns.type[row]) }
        case .article:
            let articles = Int(columns.counts.articles)
            let order = (0..<articles).sorted { left, right in
                utf8(columns.article_id[left]).lexicographicallyPrecedes(utf8(columns.article_id[right]))
            }
            var ranks = [Double](repeating: 0, count: articles)
            for (rank, article) in order.enumerated() {
                // The same article may stand there twice, with and without a day of publication.
                let before = rank == 0 ? nil : Optional(order[rank - 1])
                let isSame = before.map { columns.article_id[$0] == columns.article_id[article] } ?? false
                ranks[article] = isSame ? ranks[before ?? 0] : Double(rank)
            }
            return { row in ranks[Int(columns.sentence_article[Int(columns.sentence[row])])] }
        case .number(let field):
            let numbers = NumberColumn(field, self)
            return { row in numbers[row] }
        }
    }
}
