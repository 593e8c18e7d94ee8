// What every format gives: the items of one file, in its order.

/// A reader of one file of a known shape.
protocol FormatReader {
    /// The next item, nil at the end.
    mutating func next() -> FeedItem?
}

/// A reader that gives one problem and nothing else.
struct ProblemReader: FormatReader {
    var problems: [FeedError]

    mutating func next() -> FeedItem? {
        problems.isEmpty ? nil : .problem(problems.removeFirst())
    }
}
