// Feeds, coder and packs as the workbench is handed them.
import EventModel
import Feeds
import Rules
import Workbench

/// Brings news and packs into a session.
struct CommandNewsroom: Newsroom {
    private let coders: CoderSource
    private let ontology: Ontology
    private let loader: PackLoader
    private let options: FeedOptions

    /// A newsroom over the rooms' data; articles without a date get that of the options.
    init(_ rooms: Rooms, options: FeedOptions) throws {
        coders = CoderSource { try rooms.coder(merge: .article, traces: true) }
        ontology = try rooms.ontology()
        loader = rooms.packLoader()
        self.options = options
    }

    /// Reads and codes what paths name.
    func load(_ paths: [String], isStopped: @escaping @Sendable () -> Bool) throws -> LoadedNews {
        var options = options
        options.ontology = ontology
        var news = LoadedNews(articles: [], events: [], problems: [])
        var batch: [Article] = []
        var progress = Progress()
        func code() throws {
            for coded in Batch.map(batch, coders.code) { news.events += try coded.get() }
            news.articles += batch
            batch.removeAll(keepingCapacity: true)
            progress.show(articles: news.articles.count, events: news.events.count)
        }
        for item in FeedReader(paths: paths, options: options) {
            if isStopped() { break }
            switch item {
            case .article(let article): batch.append(article)
            case .event(let event): news.events.append(event)
            case .tokens(let file): news.problems.append("error: \(file.file) is tokens, not articles")
            case .problem(let problem): news.problems.append("\(problem.severity.rawValue): \(problem)")
            }
            if batch.count == Batch.countMax { try code() }
        }
        if !isStopped() { try code() }
        progress.wipe()
        return news
    }

    /// The events, merged across all articles.
    func merge(_ events: [Event]) throws -> [Event] { try coders.merge(events) }

    /// The packs of these names or paths.
    func packs(_ names: [String]) throws -> [RulePack] { try loader.packs(names) }
}
