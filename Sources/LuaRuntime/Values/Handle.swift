// A row of data that C keeps and scripts hold as userdata.

/// A handle: which kind of row, and which one.
public struct Handle: Sendable, Hashable {
    /// The kind's number in its VM, in the order in which kinds were added.
    public let kind: UInt32
    /// What the kind makes of it; for an event its row.
    public let payload: UInt64

    /// A handle of a kind.
    public init(kind: UInt32, payload: UInt64) {
        self.kind = kind
        self.payload = payload
    }
}
