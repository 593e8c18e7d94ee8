// The commands that bring in news and show it.
import Chronology
import EventModel
import LuaRuntime
import Rendering

extension Session {
    /// Reads paths and adds what is in them.
    func load(_ paths: [String]) throws -> Reply {
        guard !paths.isEmpty else { return .error(".load needs files or folders") }
        let news = try newsroom.load(paths) { [self] in isStopped }
        if isStopped { return .interrupted }
        let contents = state.current
        let known = Set(contents.articles.map(\.id))
        let ids = Set(contents.coded.map(\.id))
        let articles = news.articles.filter { !known.contains($0.id) }
        // Events of an article that is there already are those that it has; of others, those that are new.
        let events = news.events.filter { !known.contains($0.article) && !ids.contains($0.id) }
        state.change { contents in
            contents.articles += articles
            contents.coded += events
        }
        try refresh()
        let snapshot = state.current.snapshot
        state.change { $0.problems = news.problems }
        // A broken file has thousands of broken lines; what was read must stay on the screen.
        let isLong = news.problems.count > Self.problemCountMax
        var lines = isLong ? Array(news.problems.prefix(Self.problemCountMax - 1)) : news.problems
        if isLong {
            lines.append("… \(counted(news.problems.count - lines.count, "more problem")); .problems lists them")
        }
        let again = news.articles.count - articles.count + news.events.count - events.count
        if again > 0 { lines.append("\(again.grouped) were there already") }
        let read = [(articles.count, "article"), (events.count, "event")].filter { $0.0 > 0 }.map {
            counted($0.0, $0.1)
        }
        let all = "\(counted(snapshot.count, "event")) in all"
        lines.append((read.isEmpty ? "nothing new" : read.joined(separator: ", ") + " read") + ", \(all)")
        lines += try follow()
        return .text(lines.joined(separator: "\n"))
    }

    /// The most problems that loading shows.
    private static let problemCountMax = 4

    /// What was wrong with what was loaded last.
    func problems() -> Reply {
        let problems = state.current.problems
        return .text(problems.isEmpty ? "no problems" : problems.joined(separator: "\n"))
    }

    /// An article's text with the words of its events marked.
    func article(_ words: [String]) throws -> Reply {
        let contents = state.current
        let articles = contents.visibleArticles
        guard let word = words.first else { return .error(".article needs a number of .articles, or an id") }
        let byNumber = Int(word).flatMap { articles.indices.contains($0 - 1) ? articles[$0 - 1] : nil }
        guard let article = byNumber ?? articles.first(where: { $0.id == word }) else {
            return .error("there is no article '\(word)'; .articles lists them")
        }
        let events = contents.coded.filter { $0.article == article.id && $0.sentence >= 0 }
        let marked = MarkedText(article.text, spans: events.map(\.trigger), style: look.style).text
        let heading = [article.title, article.published?.description, article.source].compactMap { $0 }
        let head = look.style.paint(([article.id] + heading).joined(separator: " · "), .header)
        let text = Paragraphs.wrapped(marked, width: look.width)
        return .text("\(head)\n\n\(text)\n\n\(counted(events.count, "event"))")
    }

    /// The events that meet the words of a filter.
    func events(_ call: Command.Call) throws -> Reply {
        let words = FilterWords(snapshot: state.current.snapshot, vocabulary: vocabulary)
        let query = try words.apply(call.words, to: call.query(self))
        return .value(.object(EventSelection(query)))
    }

    /// Shows what was known by a day, or everything again.
    func asOf(_ words: [String]) throws -> Reply {
        guard let word = words.first else {
            return .text(state.current.asOf.map { "what was known by \($0)" } ?? "everything that is known now")
        }
        let day = Day(iso: word)
        guard word == "now" || day != nil else {
            return .error(".as_of needs a day such as 2024-01-23, or now; not '\(word)'")
        }
        state.change { contents in
            contents.asOf = day
            contents.alerts = []
        }
        try refresh()
        let contents = state.current
        let counts =
            "\(counted(contents.visibleArticles.count, "article")), \(counted(contents.snapshot.count, "event"))"
        let names = contents.packNames
        guard !contents.packs.isEmpty else { return .text(counts) }
        let reply = try check(names)
        return .text(([counts, reply.text].filter { !$0.isEmpty }).joined(separator: "; "))
    }

    /// A count with its noun.
    func counted(_ count: Int, _ noun: String) -> String { "\(count.grouped) \(noun)\(count == 1 ? "" : "s")" }
}
