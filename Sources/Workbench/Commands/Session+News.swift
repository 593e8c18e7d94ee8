// The commands that bring in news and show it.
import EventModel
import LuaRuntime
import Rendering

extension Session {
    /// Reads paths and adds what is in them.
    func load(_ paths: [String]) throws -> Reply {
        let news = try newsroom.load(paths) { [self] in isStopped }
        if isStopped { return .error("interrupted; nothing was added") }
        let known = Set(state.current.articles.map(\.id))
        let articles = news.articles.filter { !known.contains($0.id) }
        let events = news.events.filter { !known.contains($0.article) }
        let merged = try newsroom.merge(state.current.events + events)
        state.change { contents in
            contents.articles += articles
            contents.events = merged
        }
        try bind()
        var lines = news.problems
        let again = news.articles.count - articles.count
        if again > 0 { lines.append("\(again.grouped) articles were there already") }
        lines.append("\(counted(articles.count, "article")) read, \(counted(merged.count, "event")) in all")
        return .text(lines.joined(separator: "\n"))
    }

    /// An article's text with the words of its events marked.
    func article(_ words: [String]) throws -> Reply {
        let contents = state.current
        guard let word = words.first else { return .error(".article needs a number of .articles, or an id") }
        let byNumber = Int(word).flatMap { contents.articles.indices.contains($0 - 1) ? contents.articles[$0 - 1] : nil }
        guard let article = byNumber ?? contents.articles.first(where: { $0.id == word }) else {
            return .error("there is no article '\(word)'; .articles lists them")
        }
        let events = contents.events.filter { $0.article == article.id && $0.sentence >= 0 }
        let marked = MarkedText(article.text, spans: events.map(\.trigger), style: look.style).text
        let heading = [article.title, article.published?.description, article.source].compactMap { $0 }
        let head = look.style.paint(([article.id] + heading).joined(separator: " · "), .header)
        return .text("\(head)\n\n\(marked)\n\n\(counted(events.count, "event"))")
    }

    /// The events that meet `field=value` words.
    func events(_ words: [String]) throws -> Reply {
        let filters = try words.map { word throws(ArgumentError) in
            let parts = word.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { throw ArgumentError("a filter is field=value, not '\(word)'") }
            // A number is compared as one; everything else is text, quoted by Lua's own rules.
            let value = Double(parts[1]) == nil ? VM.quoted(String(parts[1])) : String(parts[1])
            return "\(parts[0]) = \(value)"
        }
        return try show(filters.isEmpty ? "events" : "events:where{ \(filters.joined(separator: ", ")) }")
    }

    /// What a Lua expression is, printed as an entry would.
    func show(_ expression: String) throws -> Reply {
        guard case .values(let values) = try vm.evaluate(expression, chunk: "command"), let value = values.first else {
            return .nothing
        }
        try vm.setGlobal("_", to: value)
        return .text(ValuePrinter(vm: vm, look: look).text(value))
    }

    /// A count with its noun.
    func counted(_ count: Int, _ noun: String) -> String { "\(count.grouped) \(noun)\(count == 1 ? "" : "s")" }
}
