// Ctrl-C ends a command at once, with the status that shells expect.
import Foundation

/// What Ctrl-C does to a command that runs no Lua.
enum Interruption {
    /// Makes Ctrl-C end the program with status 130.
    ///
    /// What has been written stays.
    static func endsProgram() {
        signal(SIGINT) { _ in _exit(130) }
    }
}
