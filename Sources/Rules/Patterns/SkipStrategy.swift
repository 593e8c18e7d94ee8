// What an event may serve in once it has been part of a match.

/// Which events may serve in more than one match of a key.
public enum SkipStrategy: String, Sendable, CaseIterable {
    /// An event plays the same part at most once; it may open a second match after it has closed a first.
    case usedParts = "used_parts"
    /// An event serves in one match only.
    case usedEvents = "used_events"
    /// Every event that can be the last of a match closes one, whatever its earlier events serve in.
    case none = "none"
}
