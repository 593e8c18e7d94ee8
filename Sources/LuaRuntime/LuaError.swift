// What went wrong in Lua, as a Swift value.

import EventModel

/// A Lua error or a limit that stopped a run.
public struct LuaError: Diagnostic {
    /// What kind of failure it was.
    public enum Kind: String, Sendable, CaseIterable {
        /// The text does not compile.
        case syntax
        /// An error was raised.
        case runtime
        /// The memory limit stopped it.
        case memory
        /// The deadline stopped it.
        case time
        /// The instruction budget stopped it.
        case instructions
        /// The output limit stopped it.
        case output
        /// Ctrl-C stopped it.
        case interrupted
    }

    /// One call of a traceback.
    public struct Frame: Sendable, Equatable {
        /// The chunk's name, `[C]` for a native function.
        public var source: String
        /// The line, nil in native code.
        public var line: Int?
        /// The function's name, nil where Lua does not know it.
        public var function: String?
    }

    /// What kind of failure it was.
    public var kind: Kind
    /// The message, without its place and hint.
    public var message: String
    /// Where, with the source line where it is known.
    public var location: SourceLocation?
    /// What to do.
    public var hint: String?
    /// The calls that were open, innermost first.
    public var frames: [Frame]
    /// Whether more text could make it compile: a REPL asks for another line.
    public var isUnfinished: Bool

    /// An error of a kind.
    public init(
        kind: Kind,
        message: String,
        location: SourceLocation? = nil,
        hint: String? = nil,
        frames: [Frame] = [],
        isUnfinished: Bool = false
    ) {
        self.kind = kind
        self.message = message
        self.location = location
        self.hint = hint
        self.frames = frames
        self.isUnfinished = isUnfinished
    }

    /// The kind as a stable word with the prefix `lua_`.
    public var code: String { "lua_\(kind.rawValue)" }

    /// Whether a limit or Ctrl-C stopped the run, rather than an error in it.
    public var isStop: Bool { kind != .syntax && kind != .runtime }

    /// The open calls, a line each, innermost first; empty where there are none.
    public var traceback: String {
        frames.map { frame in
            let place = frame.line.map { "\(frame.source):\($0)" } ?? frame.source
            return frame.function.map { "\(place): in \($0)" } ?? place
        }
        .joined(separator: "\n")
    }
}
