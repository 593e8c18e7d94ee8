// Two actors of an event, each rolled up to some level.

/// An actor key: a symbol of one snapshot, equal where the actors are the same at the level asked for.
public struct ActorKey: Hashable, Comparable, Sendable {
    let symbol: UInt32

    /// Keys in the order in which their symbols came to be; for output, sort by name.
    public static func < (left: ActorKey, right: ActorKey) -> Bool { left.symbol < right.symbol }
}

/// A directed dyad: one source and one target of an event.
public struct Dyad: Hashable, Sendable {
    /// Who did it.
    public var source: ActorKey
    /// To whom it was done.
    public var target: ActorKey

    /// The dyad of these two.
    public init(source: ActorKey, target: ActorKey) {
        self.source = source
        self.target = target
    }

    /// The dyad the other way round.
    public var reversed: Dyad { Dyad(source: target, target: source) }

    /// The same two in an order that does not depend on who did it, for undirected pairs.
    public var pair: Dyad { source <= target ? self : reversed }
}
