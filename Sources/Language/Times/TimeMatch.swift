// What the grammar of time expressions gives back.

/// A time expression that the grammar has read.
struct TimeMatch {
    var start: Int
    /// The atom after it.
    var end: Int
    var meaning: TimeMeaning
    /// Whether the meaning depends on the article's date or an earlier expression.
    var isRelative = false
    /// Whether its days are only about right.
    var isVague = false
    /// Whether it only points back from the period last named, so that later words are not counted from it.
    var isBackward = false
}
