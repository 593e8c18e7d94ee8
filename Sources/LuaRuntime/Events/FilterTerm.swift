// What other rooms' words stand for in a filter.
import EventModel

/// An object that a filter takes as a value, such as `at_least(3)`.
public protocol FilterTerm: HostObject {
    /// The value that it stands for; events and actors in it are those of the snapshot.
    func filterValue(in snapshot: EventStore.Snapshot?) throws(QueryError) -> FilterValue
}
