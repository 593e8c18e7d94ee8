// Commands that begin with a dot, each also a Lua function of the library `brink`.
import EventModel
import LuaRuntime

/// A command of the session.
struct Command: Sendable {
    /// The name after the dot.
    let name: String
    /// What follows the name, as help shows it.
    let parameters: String
    /// One line.
    let summary: String
    /// What it does; throws what the user reads.
    let run: @Sendable (_ words: [String], _ session: Session) throws -> Session.Reply

    /// Runs the command that a line names.
    static func run(_ line: String, in session: Session) -> Session.Reply {
        let words = words(of: line)
        guard let name = words.first else { return .error("a command follows the dot; .help lists them") }
        let fitting = all.filter { $0.name == name }.isEmpty ? all.filter { $0.name.hasPrefix(name) } : all.filter { $0.name == name }
        guard let command = fitting.first, fitting.count == 1 else {
            let names = fitting.map { "." + $0.name }.joined(separator: " ")
            return .error(
                fitting.isEmpty ? "there is no command .\(name); .help lists them" : ".\(name) is one of \(names)"
            )
        }
        do {
            return try command.run(Array(words.dropFirst()), session)
        } catch {
            return .error("error: \(error)")
        }
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
