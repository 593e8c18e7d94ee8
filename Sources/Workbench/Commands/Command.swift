// Commands that begin with a dot, each also a Lua function of the library `brink`.
import EventModel
import LuaRuntime

/// A command of the session.
struct Command: Sendable {
    /// What a command's words are, for completion.
    enum Argument: Sendable {
        case none, path, filter, level, rule, article, actor, name
        case words([String])
    }

    /// What a command was called with.
    struct Call: Sendable {
        var words: [String]
        /// The events that a Lua caller handed over, nil for all.
        var selection: EventSelection?
    }

    /// The name after the dot.
    let name: String
    /// What follows the name, as help shows it.
    let parameters: String
    /// What the words are.
    var argument = Argument.none
    /// One line.
    let summary: String
    /// What it looks like in use; run as a test.
    let example: String
    /// What it does; throws what the user reads.
    let run: @Sendable (_ call: Call, _ session: Session) throws -> Session.Reply

    /// Runs the command that a line names.
    static func run(_ line: String, in session: Session) -> Session.Reply {
        let words = words(of: line)
        guard let name = words.first else { return .error("a command follows the dot; .help lists them") }
        let exact = all.filter { $0.name == name }
        let fitting = exact.isEmpty ? all.filter { $0.name.hasPrefix(name) } : exact
        guard let command = fitting.first, fitting.count == 1 else {
            let names = fitting.map { "." + $0.name }.joined(separator: " ")
            return .error(fitting.isEmpty ? unknown(name) : ".\(name) is one of \(names)")
        }
        guard words.count == 1 || !command.parameters.isEmpty else {
            return .error(".\(command.name) takes no words, so what is '\(words[1])'?")
        }
        do {
            return try command.run(Call(words: Array(words.dropFirst())), session)
        } catch {
            return session.failure(error)
        }
    }

    private static func unknown(_ name: String) -> String {
        let nearest = Suggestion.nearest(to: name, among: all.map(\.name))
        return "there is no command .\(name); " + (nearest.map { "did you mean .\($0)?" } ?? ".help lists them")
    }

    /// The words of a line; double quotes hold words with spaces together.
    static func words(of line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        var isOpen = false
        for character in line {
            switch character {
            case "\"":
                isQuoted.toggle()
                isOpen = true
            case _ where character.isWhitespace && !isQuoted:
                if isOpen { words.append(word) }
                word = ""
                isOpen = false
            default:
                word.append(character)
                isOpen = true
            }
        }
        if isOpen { words.append(word) }
        return words
    }
}

extension Command.Call {
    /// The events that the command is about.
    func query(_ session: Session) -> Query { selection?.query ?? Query(session.state.current.snapshot) }
}
