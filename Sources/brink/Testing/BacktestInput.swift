// The events of a backtest: tables of past events, whose actors are looked up in the lexicon.
import EventModel
import Feeds
import Foundation

/// Reads the events of a backtest.
struct BacktestInput {
    /// The events, in the order of the input.
    private(set) var events: [Event] = []
    /// How many rows were left out, as they have no type or are broken.
    private(set) var skippedCount = 0
    /// What is wrong with the first of them.
    private(set) var firstSkipped: FeedError?
    /// What the input amounts to: bad input, or nothing wrong.
    private(set) var status = ExitStatus.fine

    /// Reads what paths name; throws where there are articles among it.
    init(_ paths: [String], ontology: Ontology, actors: ActorBook) throws {
        var options = FeedOptions(ontology: ontology)
        // Each row that is left out is counted, so that the report can say how many.
        options.problemCountMax = .max
        for item in FeedReader(paths: paths, options: options) {
            switch item {
            case .event(var event):
                event.source = event.source.map(actors.known)
                event.target = event.target.map(actors.known)
                events.append(event)
            case .article, .tokens:
                throw Failure(
                    code: "not_events",
                    message: "the input is not events",
                    hint: "'brink code ARTICLES --format jsonl > events.jsonl' makes events of articles"
                )
            case .problem(let problem):
                // Event tables have rows that say nothing of conflict, such as plain statements: no type, no event.
                if Self.rowCodes.contains(problem.code) {
                    skippedCount += 1
                    firstSkipped = firstSkipped ?? problem
                } else {
                    printError("\(problem.severity.rawValue): \(problem)")
                    if problem.severity == .error { status.rise(to: .badInput) }
                }
            }
        }
    }

    private static let rowCodes: Set<String> = ["bad_row", "bad_value", "bad_date", "no_date"]
}
