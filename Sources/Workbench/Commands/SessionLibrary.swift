// The commands as Lua functions: `.load a b` is `brink.load("a", "b")`.
import LuaRuntime

/// Makes the library `brink` of a session.
struct SessionLibrary {
    // The VM holds the library and the session holds the VM.
    private final class Weak: @unchecked Sendable {
        weak var session: Session?
        init(_ session: Session) { self.session = session }
    }

    let library: Library

    init(_ session: Session) {
        let holder = Weak(session)
        library = Library(
            "brink",
            "The commands of the session.",
            functions: Command.all.filter { $0.name != "quit" }.map { command in
                LuaFunction(command.name, "(…: string)", command.summary) { arguments in
                    guard let session = holder.session else { return [] }
                    let words = try (1..<(arguments.count + 1)).map { place in
                        switch arguments[place] {
                        case .integer(let number): String(number)
                        default: try arguments.string(place)
                        }
                    }
                    let reply = try command.run(words, session)
                    if reply.isError { throw ArgumentError(reply.text) }
                    session.output(Array((reply.text + "\n").utf8))
                    return []
                }
            }
        )
    }
}
