// All events of a session: added and changed here, read as immutable snapshots.
import Synchronization

/// The events of a session.
///
/// Any thread may add events and take snapshots. A snapshot never changes; readers of one need no lock.
public final class EventStore: Sendable {
    private struct State {
        var tables = StoreTables()
        var generation: UInt64 = 0
        var snapshot: Snapshot?
    }

    private let state = Mutex(State())

    /// A store without events.
    public init() {}

    /// A store of these events; throws `store_full`.
    public convenience init(_ events: some Sequence<Event>) throws(StoreError) {
        self.init()
        try append(events)
    }

    /// Adds events; one whose id is already there replaces it.
    ///
    /// Throws `store_full`; the events before the one that did not fit are in the store then.
    public func append(_ events: some Sequence<Event>) throws(StoreError) {
        let result = state.withLock { state -> Result<Void, StoreError> in
            state.generation += 1
            state.snapshot = nil
            do throws(StoreError) {
                for event in events { try state.tables.put(event) }
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// Puts an event in the place of the one with its id, or adds it; its revision is the caller's to raise.
    public func update(_ event: Event) throws(StoreError) {
        try append(CollectionOfOne(event))
    }

    /// Drops the events of these ids and says how many there were.
    @discardableResult
    public func remove(ids: some Sequence<String>) -> Int {
        state.withLock { state in
            var count = 0
            for id in ids where state.tables.remove(id: id) { count += 1 }
            guard count > 0 else { return 0 }
            state.generation += 1
            state.snapshot = nil
            return count
        }
    }

    /// The number of events.
    public var count: Int { state.withLock { $0.tables.events.count } }

    /// The events as they are now; the same object until the store changes.
    public func snapshot() -> Snapshot {
        state.withLock { state in
            if let snapshot = state.snapshot { return snapshot }
            let snapshot = SnapshotWriter(tables: state.tables, generation: state.generation).snapshot()
            state.snapshot = snapshot
            return snapshot
        }
    }
}
