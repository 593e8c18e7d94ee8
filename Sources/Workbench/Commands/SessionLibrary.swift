// The commands as Lua functions: `.load a b` is `brink.load("a", "b")`.
import EventModel
import LuaRuntime
import Synchronization

/// Where the library finds its session: the VM holds the library and the session holds the VM.
final class SessionHolder: Sendable {
    private struct Weak: @unchecked Sendable {
        weak var session: Session?
    }

    private let holder = Mutex(Weak())

    /// The session, nil before and after its life.
    var session: Session? {
        get { holder.withLock { $0.session } }
        set { holder.withLock { $0.session = newValue } }
    }
}

/// Makes the library `brink` of a session.
enum SessionLibrary {
    /// The library of the session that a holder will have.
    static func library(_ holder: SessionHolder) -> Library {
        Library(
            "brink",
            "The commands of the session.",
            functions: Command.all.filter { $0.name != "quit" }.map { command in
                function(command, command.name, signature(command), command.summary, holder)
            }
        )
    }

    /// The questions that a person asks of what is at hand: an alert, a rule and some events.
    static func questions(_ holder: SessionHolder) -> Library {
        func named(_ name: String, _ of: String, _ signature: String, _ summary: String) -> LuaFunction? {
            Command.all.first { $0.name == of }.map { function($0, name, signature, summary, holder) }
        }
        return Library(
            "",
            "Questions.",
            functions: [
                named("why", "why", "(alert: alert|integer|string)", "Says why an alert fired."),
                named(
                    "why_not",
                    "whynot",
                    "(rule: rule|string, …: event|events)",
                    "Says how close a rule came to firing, on some events or on all."
                ),
            ].compactMap { $0 }
        )
    }

    private static func function(
        _ command: Command,
        _ name: String,
        _ signature: String,
        _ summary: String,
        _ holder: SessionHolder
    ) -> LuaFunction {
        LuaFunction(name, signature, summary) { arguments in
            guard let session = holder.session else { return [] }
            let reply = try command.run(try call(arguments, session), session)
            if reply.isError { throw ArgumentError(reply.text) }
            if !reply.text.isEmpty { session.output(Array((reply.text + "\n").utf8)) }
            return reply.values
        }
    }

    private static func signature(_ command: Command) -> String {
        let words = command.parameters.isEmpty ? "" : "…: string"
        let result: String =
            switch command.name {
            case "events": " -> events"
            case "articles": " -> articles"
            case "alerts", "run": " -> alerts"
            case "rules": " -> rules"
            case "timeline", "network", "heat", "ladder", "intensity": " -> view"
            case "summarize": " -> field summaries"
            default: ""
            }
        return "(\(words))\(result)"
    }

    /// Words from strings, numbers, alerts and rules; a selection of events, single events, or a table of filters say
    /// which events are meant.
    private static func call(_ arguments: Arguments, _ session: Session) throws -> Command.Call {
        var call = Command.Call(words: [], selection: nil)
        let events = arguments.values.compactMap(\.eventRow).map { UInt32($0) }
        if !events.isEmpty {
            call.selection = EventSelection(Query(session.state.current.snapshot, rows: events))
        }
        for place in (1..<(arguments.count + 1)) {
            switch arguments[place] {
            case .integer(let number): call.words.append(String(number))
            case .object(let object as EventSelection): call.selection = object
            case .object(let object as AlertObject): call.words.append(object.alert.fingerprint)
            case .object(let object as RuleObject): call.words.append(object.rule.id)
            case let value where value.eventRow != nil: break
            case .table(let table):
                let snapshot = session.state.current.snapshot
                let fields = try FilterValue.fields(table, in: snapshot)
                let filter = try Filter(fields, vocabulary: session.vocabulary)
                call.selection = EventSelection(call.query(session).where(filter))
            default: call.words.append(try arguments.string(place))
            }
        }
        return call
    }
}
