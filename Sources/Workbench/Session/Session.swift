// An interactive session: entries in, text out. It knows no terminal, so that transcripts can test it.
import EventModel
import LuaRuntime
import Rendering
import Rules
import Synchronization

/// A session of the workbench.
public final class Session: Sendable {
    /// What an entry came to.
    public struct Reply: Sendable, Equatable {
        /// What to print, without a line feed at its end; empty where there is nothing to say.
        public var text: String
        /// Whether it is an error's text.
        public var isError: Bool
        /// Whether the session ends with it.
        public var isEnd: Bool

        static let nothing = Reply(text: "", isError: false, isEnd: false)
        static let end = Reply(text: "", isError: false, isEnd: true)

        static func text(_ text: String) -> Reply { Reply(text: text, isError: false, isEnd: false) }
        static func error(_ text: String) -> Reply { Reply(text: text, isError: true, isEnd: false) }
    }

    let vm: VM
    let state = SessionState()
    let newsroom: any Newsroom
    let vocabulary: FieldVocabulary
    let look: Look
    let output: @Sendable ([UInt8]) -> Void
    private let entryCount = Mutex(0)
    private let stopped = Mutex(false)

    /// A session; `output` takes what `print` writes.
    public init(
        newsroom: any Newsroom,
        vocabulary: FieldVocabulary,
        look: Look = Look(),
        limits: Limits = Limits(memory: 4 << 30),
        output: @escaping @Sendable ([UInt8]) -> Void = standardOutput
    ) throws {
        self.newsroom = newsroom
        self.vocabulary = vocabulary
        self.look = look
        self.output = output
        var registry = Registry.standard
        registry.add(.events)
        registry.add(.alerts)
        registry.add(.articles)
        vm = try VM(limits: limits, globals: .script, registry: registry, output: output)
        try vm.add(SessionLibrary(self).library)
        try bind()
    }

    /// Evaluates an entry: a command that begins with a dot, a question, or Lua.
    public func enter(_ entry: String) -> Reply {
        stopped.withLock { $0 = false }
        let text = entry.trimmingWhiteSpace
        if text.isEmpty { return .nothing }
        if text.hasPrefix(".") { return Command.run(String(text.dropFirst()), in: self) }
        if text.hasPrefix("?") { return .text(Help(vm.registry).answer(String(text.dropFirst()))) }
        return evaluate(entry)
    }

    /// Whether an entry is whole, as far as Lua can tell; an unfinished one asks for another line.
    public func isComplete(_ entry: String) -> Bool {
        let text = entry.trimmingWhiteSpace
        if text.isEmpty || text.hasPrefix(".") || text.hasPrefix("?") { return true }
        // An empty line ends an entry whatever Lua says: there must be a way out.
        if entry.hasSuffix("\n") { return true }
        for candidate in ["return " + entry, entry] {
            do throws(LuaError) {
                try vm.compile(candidate, chunk: "entry")
                return true
            } catch {
                if candidate == entry { return !error.isUnfinished }
            }
        }
        return true
    }

    /// Stops what runs; the session stays.
    public func interrupt() {
        stopped.withLock { $0 = true }
        vm.interrupt()
    }

    /// Whether what runs was asked to stop.
    var isStopped: Bool { stopped.withLock { $0 } }

    /// Runs a script and prints nothing of its values.
    public func run(_ source: String, chunk: String) throws(LuaError) {
        try vm.run(source, chunk: chunk, showing: true)
    }

    /// Gives Lua the events, articles and alerts as they are now.
    func bind() throws {
        let contents = state.current
        let snapshot = try EventStore(contents.events).snapshot()
        try vm.bind(
            EventContext(
                snapshot: snapshot,
                vocabulary: vocabulary,
                renderer: TextTable(style: look.style),
                width: look.width
            )
        )
        try vm.setGlobal("articles", to: .object(ArticleList(contents.articles)))
        try vm.setGlobal("alerts", to: .object(AlertList(contents.alerts)))
    }

    private func evaluate(_ source: String) -> Reply {
        let number = entryCount.withLock { count in
            count += 1
            return count
        }
        do throws(LuaError) {
            switch try vm.evaluate(source, chunk: "entry \(number)") {
            case .unfinished: return .error("the entry ends too early: something is still open")
            case .values(let values):
                guard let first = values.first else { return .nothing }
                try vm.setGlobal("_", to: first)
                try vm.setGlobal("_\(number)", to: first)
                let printer = ValuePrinter(vm: vm, look: look)
                return .text(values.map(printer.text).joined(separator: "\n"))
            }
        } catch {
            if error.kind == .interrupted { return .error("interrupted") }
            return .error("error: \(error)")
        }
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
