// `events` and what its methods return: a query, and its rows once they have been asked for.
import EventModel
import Synchronization

/// A selection of events as scripts hold it; nothing is looked at before an answer is asked for.
public final class EventSelection: HostObject {
    /// The name of its type.
    public static let luaTypeName = "events"

    /// What it selects.
    public let query: Query
    private let found = Mutex<[UInt32]?>(nil)

    /// The events of a query.
    public init(_ query: Query) {
        self.query = query
    }

    /// How many there are.
    public var count: Int { found.withLock { $0?.count } ?? query.count }

    /// The rows in the query's snapshot, worked out once.
    public var rows: [UInt32] {
        if let rows = found.withLock({ $0 }) { return rows }
        let rows = query.rows()
        found.withLock { $0 = rows }
        return rows
    }

    /// What the REPL shows.
    public var luaDescription: String { count == 1 ? "1 event" : "\(count) events" }

    /// The rows in the snapshot that is bound to a VM; events that it has not are left out.
    func rows(in bound: EventStore.Snapshot) -> [UInt32] {
        guard query.snapshot !== bound else { return rows }
        return rows.compactMap { bound.row(id: query.snapshot.id(Int($0))).map(UInt32.init) }
    }
}
