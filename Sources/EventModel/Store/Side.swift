// The two sides of an event.

/// A side of an event.
public enum Side: Sendable, CaseIterable {
    /// Who did it.
    case source
    /// To whom it was done.
    case target
}
