// Feeds, coder and packs as the workbench is handed them.
import Coding
import EventModel
import Feeds
import Foundation
import Packs
import Rules
import Workbench

/// Brings news and packs into a session.
struct CommandNewsroom: Newsroom {
    private let coders: CoderSource
    private let lexicon: @Sendable () throws -> ActorLexicon
    private let ontology: Ontology
    private let loader: PackLoader
    private let options: FeedOptions

    /// A newsroom over the rooms' data and what packs add to it; articles without a date get that of the options.
    init(_ rooms: Rooms, options: FeedOptions, lexicon: PackLexicon) throws {
        coders = CoderSource { try rooms.coder(merge: .article, traces: true, lexicon: lexicon) }
        self.lexicon = { try rooms.actorLexicon(lexicon) }
        ontology = try rooms.ontology()
        loader = try rooms.packLoader(overrides: [])
        self.options = options
    }

    /// Reads and codes what paths name.
    func load(_ paths: [String], isStopped: @escaping @Sendable () -> Bool) throws -> LoadedNews {
        var options = options
        options.ontology = ontology
        var news = LoadedNews(articles: [], events: [], problems: [])
        var batch: [Article] = []
        let actors = KnownActors(lexicon)
        var progress = Progress()
        func code() throws {
            for coded in Batch.map(batch, coders.code) { news.events += try coded.get() }
            news.articles += batch
            batch.removeAll(keepingCapacity: true)
            progress.show(articles: news.articles.count, events: news.events.count)
        }
        let saved = paths.filter(Self.isSavedSession)
        for path in saved { try open(path, options, into: &news) }
        let others = paths.filter { !saved.contains($0) }
        for item in FeedReader(paths: others, options: options) where !others.isEmpty {
            if isStopped() { break }
            switch item {
            case .article(let article): batch.append(article)
            case .event(let event): news.events.append(try actors.known(event))
            case .tokens(let file): news.problems.append("error: \(file.file) is tokens, not articles")
            case .problem(let problem): news.problems.append("\(problem.severity.rawValue): \(problem)")
            }
            if batch.count == Batch.countMax { try code() }
        }
        if !isStopped() { try code() }
        progress.wipe()
        return news
    }

    /// A saved session is read as it is: its articles have been coded.
    private func open(_ path: String, _ options: FeedOptions, into news: inout LoadedNews) throws {
        var events: [Event] = []
        for item in FeedReader(paths: [path], options: options) {
            switch item {
            case .article(let article): news.articles.append(article)
            case .event(let event): events.append(event)
            case .tokens: break
            // The mark on the first line is neither an article nor an event.
            case .problem(let problem) where problem.location?.line == 1: break
            case .problem(let problem): news.problems.append("\(problem.severity.rawValue): \(problem)")
            }
        }
        let data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
        news.events += SavedSession.restored(events, head: data.prefix { $0 != UInt8(ascii: "\n") })
    }

    private static func isSavedSession(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        let mark = Data(SavedSession.mark.utf8)
        return (try? file.read(upToCount: mark.count)) == mark
    }

    /// The events, merged across all articles.
    func merge(_ events: [Event]) throws -> [Event] { Coder.merge(events) }

    /// The packs of these names or paths.
    func packs(_ names: [String]) throws -> [RulePack] { try loader.packs(names) }

    /// The paths, sizes and times of the packs' files.
    func stamp(_ names: [String]) -> String {
        let roots = (names.isEmpty ? [PackLoader.defaultName] : names).map {
            (try? loader.url($0)) ?? URL(filePath: $0)
        }
        return FileStamp(roots).description
    }
}
