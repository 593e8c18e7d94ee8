// Which matches count: what may lie between the events of one, and what they may serve in once it has been found.

/// Which events may serve in more than one match of a key; the names are those of row pattern matching and Flink CEP.
public enum SkipStrategy: String, Sendable, CaseIterable {
    /// An event plays the same part at most once; it may open a second match after it has closed a first.
    case usedParts = "used_parts"
    /// An event serves in one match only.
    case usedEvents = "used_events"
    /// Every event that can be the last of a match closes one, whatever its earlier events serve in.
    case noSkip = "no_skip"
    /// An event opens one match only; the others may serve again.
    case skipToNext = "skip_to_next"
    /// No match begins before the last event of the one before it.
    case skipPastLastEvent = "skip_past_last_event"
}

/// Which events may lie between those of a match; the names are those of SASE and of Flink CEP.
///
/// SASE: Agrawal and others 2008, Efficient Pattern Matching over Event Streams, SIGMOD.
public enum SelectionStrategy: String, Sendable, CaseIterable {
    /// Any, and of several events that fit the nearest is taken.
    case skipTillNextMatch = "skip_till_next_match"
    /// Any, and each combination of events that fit is a match.
    case skipTillAnyMatch = "skip_till_any_match"
    /// No other event of the same key.
    case strictContiguity = "strict_contiguity"
}
