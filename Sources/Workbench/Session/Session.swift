// An interactive session: entries in, text out. It knows no terminal, so that transcripts can test it.
import EventModel
import LuaRuntime
import Rendering
import Rules
import Synchronization

/// A session of the workbench.
public final class Session: Sendable {
    let vm: VM
    let state = SessionState()
    let newsroom: any Newsroom
    let vocabulary: FieldVocabulary
    let glossary: Glossary
    let output: @Sendable ([UInt8]) -> Void
    private let screen: Look
    private let answerCount = Mutex(0)
    private let chunkCount = Mutex(0)
    private let stopped = Mutex(false)
    private let editor = Mutex<(@Sendable (String) -> String?)?>(nil)

    /// A session; `output` takes what `print` writes.
    public init(
        newsroom: any Newsroom,
        vocabulary: FieldVocabulary,
        glossary: Glossary = Glossary(),
        look: Look = Look(),
        limits: Limits = Limits(memory: 4 << 30),
        output: @escaping @Sendable ([UInt8]) -> Void = standardOutput
    ) throws {
        self.newsroom = newsroom
        self.vocabulary = vocabulary
        self.glossary = glossary
        self.output = output
        screen = look
        let holder = SessionHolder()
        var registry = Registry.standard
        registry.add(.events)
        registry.add(.alerts)
        registry.add(.articles)
        registry.add(.views)
        registry.add(SessionLibrary.library(holder))
        registry.add(SessionLibrary.questions(holder))
        vm = try VM(limits: limits, globals: .script, registry: registry, output: output)
        holder.session = self
        try bind()
    }

    /// How answers look: in a file there are no colours, and rows are as long as they are.
    var look: Look {
        guard target != nil else { return screen }
        return Look(width: Look.fileWidth, style: .plain, rowCountMax: Look.fileRowCountMax)
    }

    /// The file that the present answer goes to.
    var target: String? {
        let printing = state.printing
        return printing.once ?? printing.output
    }

    /// Evaluates an entry: a command that begins with a dot, a question, or Lua.
    public func enter(_ entry: String) -> Reply {
        stopped.withLock { $0 = false }
        let text = entry.trimmingWhiteSpace
        if text.isEmpty { return .nothing }
        state.note([entry])
        let settings = state.printing
        let clock = ContinuousClock()
        let started = clock.now
        var reply = answer(entry, text)
        if isStopped, reply.isError { reply = .interrupted }
        let target = settings.once ?? settings.output
        do {
            try keep(reply.values)
            reply = try Delivery(session: self, target: target).deliver(reply)
        } catch {
            reply = failure(error)
        }
        if settings.once != nil { state.set { $0.once = nil } }
        if settings.isTimed {
            let time = ErrorText.duration(clock.now - started)
            reply.text += (reply.text.isEmpty ? "" : "\n") + screen.style.paint(time, .faint)
        }
        return reply
    }

    private func answer(_ entry: String, _ text: String) -> Reply {
        if text.hasPrefix(".") { return Command.run(String(text.dropFirst()), in: self) }
        if text.hasPrefix("?") { return help(String(text.dropFirst())) }
        return evaluate(entry)
    }

    /// What is known of a name, or a list where nothing is named.
    func help(_ question: String) -> Reply {
        // Rules are read only where somebody asks: a pack that cannot be read must not keep help from answering.
        let packs = question.isEmpty ? [] : (try? loadedPacks([])) ?? []
        let help = Help(vm.registry, glossary: glossary, rules: packs.flatMap(\.rules), width: screen.width)
        return .text(help.answer(question))
    }

    /// Whether an entry is whole, as far as Lua can tell; an unfinished one asks for another line.
    public func isComplete(_ entry: String) -> Bool {
        let text = entry.trimmingWhiteSpace
        if text.isEmpty || text.hasPrefix(".") || text.hasPrefix("?") { return true }
        // An empty line ends an entry whatever Lua says: there must be a way out.
        if let end = entry.lastIndex(of: "\n"), entry[end...].allSatisfy(\.isWhitespace) { return true }
        do throws(LuaError) {
            try vm.compile("return " + entry, chunk: "entry")
            return true
        } catch {
            if error.isUnfinished, !isStatement(entry) { return false }
            return !isUnfinished(entry)
        }
    }

    /// Whether a text is whole as statements, which `return` before it may hide.
    private func isStatement(_ entry: String) -> Bool {
        (try? vm.compile(entry, chunk: "entry")) != nil
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

    /// Lets `.edit` open texts in an editor; nil comes back where that failed.
    public func setEditor(_ edit: @escaping @Sendable (String) -> String?) { editor.withLock { $0 = edit } }

    /// Entries of earlier sessions, for `.history`.
    public func remember(_ entries: [String]) { state.note(entries) }

    /// A text as the user leaves it in the editor, nil where there is none.
    func edit(_ text: String) -> String? { editor.withLock { $0 }?(text) }

    private func evaluate(_ source: String) -> Reply {
        // Each entry has a name of its own: functions live on, and errors in them show the entry they came from.
        let number = chunkCount.withLock { count in
            count += 1
            return count
        }
        do throws(LuaError) {
            switch try vm.evaluate(source, chunk: "entry \(number)") {
            case .unfinished: return Self.unfinished
            case .values(let values): return Reply(text: "", values: values)
            }
        } catch {
            return error.kind == .syntax && isUnfinished("return " + source) ? Self.unfinished : failure(error)
        }
    }

    private static let unfinished = Reply.error("the entry ends too early: something is still open")

    /// Whether more text could make Lua of a text that is none.
    private func isUnfinished(_ source: String) -> Bool {
        do throws(LuaError) {
            try vm.compile(source, chunk: "entry")
            return false
        } catch {
            return error.isUnfinished
        }
    }

    /// How many answers keep their numbers.
    private static let answerCountMax = 100

    /// Values that were printed are `_`, and `_1`, `_2`, … by the number of the answer.
    private func keep(_ values: [Value]) throws(LuaError) {
        guard let first = values.first else { return }
        let number = answerCount.withLock { count in
            count += 1
            return count
        }
        try vm.setGlobal("_", to: first)
        try vm.setGlobal("_\(number)", to: first)
        // An answer holds on to the events that it was made of, and a session may last for days.
        if number > Self.answerCountMax { try vm.setGlobal("_\(number - Self.answerCountMax)", to: .nil) }
    }

    /// What the user reads of an error; Lua's are kept for `.trace`.
    func failure(_ error: any Error) -> Reply {
        if let error = error as? LuaError {
            state.lastError = error
            if error.kind == .interrupted { return .interrupted }
        }
        return .error(ErrorText(style: screen.style, entry: "entry \(chunkCount.withLock { $0 })").text(error))
    }
}
