// Ctrl-C ends a command at once, with the status that shells expect.
import Foundation

/// What Ctrl-C does to a command that runs no Lua.
enum Interruption {
    /// Makes Ctrl-C end the program with status 130, and lets others end it.
    ///
    /// What has been written stays. Who starts a program from a thread of a pool hands down that thread's mask, which
    /// keeps signals away.
    static func endsProgram() {
        signal(SIGINT) { _ in _exit(130) }
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
}
