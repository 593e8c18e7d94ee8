// So that a file of a million broken lines does not print a million errors.
import EventModel

/// Counts the problems of one file and lets the first of them through.
struct ProblemBudget {
    private let file: String
    private let countMax: Int
    private var count = 0

    init(file: String, countMax: Int) {
        self.file = file
        self.countMax = countMax
    }

    /// The problem, or nil where there were too many before it.
    mutating func admit(_ problem: FeedError) -> FeedError? {
        count += 1
        return count <= countMax ? problem : nil
    }

    /// The count of those that were not let through, nil where all were.
    var summary: FeedError? {
        guard count > countMax else { return nil }
        return FeedError(
            code: "more_problems",
            message: "\(count - countMax) more problems like these in this file",
            location: SourceLocation(file: file)
        )
    }
}
