// What an entry came to.
import LuaRuntime

extension Session {
    /// What an entry came to.
    public struct Reply: Sendable, Equatable {
        /// What to print, without a line feed at its end; empty where there is nothing to say.
        public var text: String
        /// Whether it is an error's text.
        public var isError = false
        /// Whether Ctrl-C ended it.
        public var isInterrupted = false
        /// Whether it is to be read in a pager, where there is one.
        public var isPaged = false
        /// Whether the session ends with it.
        public var isEnd = false
        /// What Lua gets of it; printed before the text, and `_` afterwards.
        var values: [Value] = []

        static let nothing = Reply(text: "")
        static let end = Reply(text: "", isEnd: true)
        static let interrupted = Reply(text: "interrupted", isError: true, isInterrupted: true)

        static func text(_ text: String) -> Reply { Reply(text: text) }
        static func error(_ text: String) -> Reply { Reply(text: text, isError: true) }
        /// A value, and what is to be said beside it.
        static func value(_ value: Value, _ text: String = "") -> Reply { Reply(text: text, values: [value]) }
    }
}
