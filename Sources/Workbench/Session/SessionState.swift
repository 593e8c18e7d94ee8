// What a session holds: articles, events and alerts. Scripts and commands work on the same.
import Chronology
import EventModel
import LuaRuntime
import Rendering
import Rules
import Synchronization

/// The state of a session, shared between commands and the Lua functions that do the same.
final class SessionState: Sendable {
    struct Contents {
        /// All articles that were loaded.
        var articles: [Article] = []
        /// All events as they were coded or read, before those of several articles are merged.
        var coded: [Event] = []
        /// What was wrong with what was loaded last.
        var problems: [String] = []
        /// The day up to which articles and events are seen, nil for all.
        var asOf: Day?
        /// The events that are seen, merged.
        var snapshot: EventStore.Snapshot = EventStore().snapshot()
        var alerts: [Alert] = []
        var packs: [RulePack] = []
        /// What keeps the alerts of these packs up to date while events are loaded, once it was needed.
        var engine: IncrementalEngine?
        /// The names by which the packs were asked for, and what their files were like then.
        var packNames: [String] = []
        var packStamp = ""

        /// The articles that are seen.
        var visibleArticles: [Article] {
            guard let asOf else { return articles }
            return articles.filter { $0.published.map { $0 <= asOf } ?? false }
        }

        /// The coded events that are seen: by the day they were told, or else by the day they ended.
        var visibleEvents: [Event] {
            guard let asOf else { return coded }
            return coded.filter { ($0.published ?? $0.date?.end).map { $0 <= asOf } ?? false }
        }
    }

    /// How answers are printed.
    struct Settings {
        var mode = OutputMode.table
        /// Where all answers go, nil for the screen.
        var output: String?
        /// Where the next answer goes.
        var once: String?
        var isTimed = false
    }

    private let contents = Mutex(Contents())
    private let settings = Mutex(Settings())
    private let entries = Mutex<[String]>([])
    private let error = Mutex<LuaError?>(nil)

    /// The contents as they are now.
    var current: Contents { contents.withLock { $0 } }
    /// The settings as they are now.
    var printing: Settings { settings.withLock { $0 } }
    /// The entries so far, oldest first.
    var log: [String] { entries.withLock { $0 } }
    /// The last Lua error, for `.trace`.
    var lastError: LuaError? {
        get { error.withLock { $0 } }
        set { error.withLock { $0 = newValue } }
    }

    /// Changes the contents.
    func change(_ body: (inout sending Contents) -> sending Void) { contents.withLock(body) }
    /// Changes the settings.
    func set(_ body: (inout sending Settings) -> sending Void) { settings.withLock(body) }
    /// Keeps entries for `.history`.
    func note(_ new: [String]) { entries.withLock { $0 += new } }
}

/// How lists are printed; raw values are the words of `.mode`.
enum OutputMode: String, CaseIterable, Sendable {
    case table, cards, json, jsonl, csv
}
