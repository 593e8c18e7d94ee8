// What the workbench is handed, since it must know neither feeds nor coding: news in, rule packs in.
import EventModel
import LuaRuntime
import Rules

/// What loading paths came to.
public struct LoadedNews: Sendable {
    /// The articles read, in order.
    public var articles: [Article]
    /// Their events and the events read as such.
    public var events: [Event]
    /// What was wrong with the input, as a person reads it.
    public var problems: [String]

    /// What loading came to.
    public init(articles: [Article], events: [Event], problems: [String]) {
        self.articles = articles
        self.events = events
        self.problems = problems
    }
}

/// Brings news and rule packs into a session.
public protocol Newsroom: Sendable {
    /// Reads and codes what paths name; stops early where `isStopped` says so.
    func load(_ paths: [String], isStopped: @escaping @Sendable () -> Bool) throws -> LoadedNews
    /// The events, merged across all articles.
    func merge(_ events: [Event]) throws -> [Event]
    /// The packs of these names or paths, the built-in one where there are none.
    func packs(_ names: [String]) throws -> [RulePack]
    /// A text that changes when a file of these packs does.
    func stamp(_ names: [String]) -> String
}

extension Newsroom {
    /// Nothing, for packs that do not come from files.
    public func stamp(_ names: [String]) -> String { "" }
}
