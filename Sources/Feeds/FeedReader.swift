// Paths in, articles and events out, one at a time.
import EventModel

/// Reads articles and events from files, folders and standard input (`-`).
///
/// A mistake is an item like any other, and reading goes on after it. Articles with an id that an earlier one has get
/// `~2`, `~3`, … after it, in the order of reading; that and missing dates are summed up in one warning each at the end.
public final class FeedReader: Sequence, IteratorProtocol {
    private let options: FeedOptions
    private var walk: PathWalk
    private var reader: (any FormatReader)?
    private var identities = Identities()
    private var undated = Tally()
    private var duplicates = Tally()
    private var closing: [FeedError]?
    private var currentFile = ""

    private struct Tally {
        var count = 0
        var first: (id: String, file: String)?

        mutating func add(_ id: String, _ file: String) {
            count += 1
            if first == nil { first = (id, file) }
        }
    }

    /// A reader of these paths, in their order; nothing is opened yet.
    public init(paths: [String], options: FeedOptions = FeedOptions()) {
        self.options = options
        walk = PathWalk(paths)
    }

    /// The next article, event or problem, nil at the end.
    public func next() -> FeedItem? {
        while closing == nil {
            if let item = reader?.next() { return finished(item) }
            switch walk.next() {
            case .file(let path): reader = open(path)
            case .problem(let problem): reader = ProblemReader(problems: [problem])
            case nil: closing = summaries()
            }
        }
        guard let problem = closing?.first else { return nil }
        closing?.removeFirst()
        return .problem(problem)
    }

    private func open(_ path: String) -> any FormatReader {
        do throws(FeedError) {
            let feed = try OpenFeed(path: path)
            currentFile = feed.file
            switch try FormatDetection.format(of: feed, asked: options.inputFormat) {
            case .seed: return WholeTextReader(feed, format: .seed, byteCountMax: options.articleByteCountMax)
            case .text: return WholeTextReader(feed, format: .text, byteCountMax: options.articleByteCountMax)
            case .conllu: return WholeTextReader(feed, format: .conllu, byteCountMax: options.articleByteCountMax)
            case .jsonl: return JSONLinesReader(feed, options: options)
            case .csv: return EventTableReader(feed, format: .csv, options: options)
            case .tsv: return EventTableReader(feed, format: .tsv, options: options)
            }
        } catch {
            return ProblemReader(problems: [error])
        }
    }

    private func finished(_ item: FeedItem) -> FeedItem {
        guard case .article(var article) = item else { return item }
        if article.published == nil { article.published = options.date }
        if article.published == nil { undated.add(article.id, currentFile) }
        let given = article.id
        article.id = identities.distinct(given)
        if article.id != given { duplicates.add(given, currentFile) }
        return .article(article)
    }

    private func summaries() -> [FeedError] {
        var problems: [FeedError] = []
        if let first = duplicates.first {
            problems.append(
                FeedError(
                    code: "duplicate_id",
                    message: duplicates.count == 1
                        ? "the article '\(first.id)' has the id of an earlier one; it is told apart by ~2"
                        : "\(duplicates.count) articles have the id of an earlier one, the first '\(first.id)'; "
                            + "they are told apart by ~2, ~3, …",
                    location: SourceLocation(file: first.file),
                    severity: .warning
                )
            )
        }
        if let first = undated.first {
            problems.append(
                FeedError(
                    code: "no_date",
                    message: undated.count == 1
                        ? "the article '\(first.id)' has no date; words such as 'yesterday' stay without one"
                        : "\(undated.count) articles have no date, the first '\(first.id)'; "
                            + "words such as 'yesterday' stay without one",
                    location: SourceLocation(file: first.file),
                    hint: "--date YYYY-MM-DD gives them one",
                    severity: .warning
                )
            )
        }
        return problems
    }
}
