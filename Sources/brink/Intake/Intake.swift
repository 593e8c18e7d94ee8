// Reads the input of a command, reports what is wrong with it, and spreads the work over the cores.
import EventModel
import Feeds
import Foundation

/// The input of a command, read piece by piece.
struct Intake {
    private let reader: FeedReader
    private var progress = Progress()
    private var articleCount = 0
    private var eventCount = 0
    /// What the input amounts to: bad input, or nothing wrong.
    private(set) var status = ExitStatus.fine

    /// The input that the arguments name; without an ontology, rows of event tables need all their fields.
    init(_ arguments: InputArguments, ontology: Ontology?) {
        let options = FeedOptions(inputFormat: arguments.inputFormat, date: arguments.date, ontology: ontology)
        reader = FeedReader(paths: arguments.paths, options: options)
    }

    /// Something that was read and, for an article, what was made of it.
    enum Piece<Result> {
        case article(Article, Result)
        case event(Event)
        case tokens(TokenFile)
    }

    /// Reads to the end: articles go through `transform` on all cores, some at a time; pieces arrive in the input's order.
    mutating func forEach<Result: Sendable>(
        transform: @Sendable ([Article]) -> [Result],
        eventCount count: (Result) -> Int = { _ in 0 },
        _ body: (Piece<Result>) throws -> Void
    ) throws {
        var articles: [Article] = []
        func work(_ intake: inout Intake) throws {
            for (article, result) in zip(articles, Batch.map(articles, transform)) {
                intake.eventCount += count(result)
                try body(.article(article, result))
            }
            intake.articleCount += articles.count
            intake.progress.show(articles: intake.articleCount, events: intake.eventCount)
            articles.removeAll(keepingCapacity: true)
        }
        while let item = reader.next() {
            if case .article(let article) = item {
                articles.append(article)
                if articles.count == Batch.countMax { try work(&self) }
                continue
            }
            try work(&self)
            switch item {
            case .article: break
            case .event(let event):
                eventCount += 1
                try body(.event(event))
            case .tokens(let tokens): try body(.tokens(tokens))
            case .problem(let problem): report(problem)
            }
        }
        try work(&self)
        progress.wipe()
    }

    private mutating func report(_ problem: FeedError) {
        progress.wipe()
        printError(problem.severity == .error ? "error: \(problem)" : "warning: \(problem)")
        if problem.severity == .error { status.rise(to: .badInput) }
    }
}
