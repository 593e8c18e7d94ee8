// What the events of a VM come from: the bound snapshot and what its filters and tables need.
import EventModel

/// The events that scripts see, with the words that filters are checked against and what lays out tables.
public struct EventContext: Sendable {
    /// The events.
    public var snapshot: EventStore.Snapshot
    /// What the values of filters are checked against.
    public var vocabulary: FieldVocabulary
    /// What `events:table()` lays out with, nil where there are no tables.
    public var renderer: (any TableRenderer)?
    /// The columns that a table may take.
    public var width: Int

    /// A context; without a renderer `events:table()` is an error.
    public init(
        snapshot: EventStore.Snapshot,
        vocabulary: FieldVocabulary = FieldVocabulary(),
        renderer: (any TableRenderer)? = nil,
        width: Int = 100
    ) {
        self.snapshot = snapshot
        self.vocabulary = vocabulary
        self.renderer = renderer
        self.width = width
    }
}

// Scripts never see it: the VM holds it as the owner of the columns that its events are read from.
extension EventContext: HostObject {
    /// The name that nothing has been registered under.
    public static var luaTypeName: String { "events context" }
    /// What nobody reads.
    public var luaDescription: String { Self.luaTypeName }
}
