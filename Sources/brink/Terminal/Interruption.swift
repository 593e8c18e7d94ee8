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

    /// Lets the signals that end a program through to this thread and to those that it starts.
    ///
    /// Who starts a program from a thread of a pool hands down that thread's mask, which keeps them away.
    static func letThrough() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
}
