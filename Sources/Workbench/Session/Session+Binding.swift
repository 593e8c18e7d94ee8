// What Lua sees of a session: events, articles, alerts, actors and rules as they are now.
import EventModel
import LuaRuntime
import Rendering

extension Session {
    /// Merges the events that are seen and gives them to Lua.
    func refresh() throws {
        let merged = try newsroom.merge(state.current.visibleEvents)
        let snapshot = try EventStore(merged).snapshot()
        state.change { $0.snapshot = snapshot }
        try bind()
    }

    /// Gives Lua the session's lists as they are now.
    func bind() throws {
        let contents = state.current
        try vm.bind(
            EventContext(
                snapshot: contents.snapshot,
                vocabulary: vocabulary,
                renderer: TextTable(style: look.style),
                width: look.width
            )
        )
        try bindLists()
    }

    /// Gives Lua the lists beside the events.
    func bindLists() throws {
        let contents = state.current
        try vm.setGlobal("articles", to: .object(ArticleList(contents.visibleArticles)))
        try vm.setGlobal("alerts", to: .object(AlertList(contents.alerts)))
        try vm.setGlobal("actors", to: .object(ActorList(contents.snapshot)))
        try vm.setGlobal("rules", to: .object(RuleList(contents.packs.flatMap(\.rules))))
    }
}

extension String {
    var trimmingWhiteSpace: String {
        let isSpace = { (character: Character) in character.isWhitespace }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
