// What a session holds: articles, events and alerts. Scripts and commands work on the same.
import EventModel
import Rules
import Synchronization

/// The state of a session, shared between commands and the Lua functions that do the same.
final class SessionState: Sendable {
    struct Contents {
        var articles: [Article] = []
        var events: [Event] = []
        var alerts: [Alert] = []
        var packs: [RulePack] = []
    }

    private let contents = Mutex(Contents())

    /// The contents as they are now.
    var current: Contents { contents.withLock { $0 } }

    /// Changes the contents.
    func change(_ body: (inout sending Contents) -> sending Void) { contents.withLock(body) }
}
