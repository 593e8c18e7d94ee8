// What a pack may do beyond looking at events and raising alerts.

/// A power that a manifest asks for, so that whoever installs the pack sees it; without it the pack does not have it.
public enum PackCapability: String, Sendable, Hashable, CaseIterable {
    /// Adds to the coder's actors, actions and places, which changes how all articles are coded.
    case lexicon
    /// Writes to standard output by `print`.
    case print
    /// Asks what time it is by `os.time`, `os.date` and `os.clock`, so that its alerts may change from day to day.
    case clock
}
