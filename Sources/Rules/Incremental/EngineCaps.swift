// The most that an incremental engine keeps.

/// Caps; what goes beyond them is let go, oldest first, and reported.
public struct EngineCaps: Sendable, Hashable {
    /// Events in all.
    public var events: Int
    /// Events under one key of a sequence.
    public var eventsPerKey: Int
    /// Keys of one sequence.
    public var keys: Int

    /// Caps; some gigabytes of events at most unless said otherwise.
    public init(events: Int = 1_000_000, eventsPerKey: Int = 50_000, keys: Int = 200_000) {
        self.events = events
        self.eventsPerKey = eventsPerKey
        self.keys = keys
    }
}
