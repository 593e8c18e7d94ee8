// The last way out: a crash or an `exit` while the terminal is raw must not leave the shell without an echo.
import Glibc

/// Restores the terminal when the process ends without leaving raw mode.
///
/// A signal handler is handed nothing, so what it needs is kept here; it is written once, before the handler is set.
enum TerminalRescue {
    /// How the terminal was, and what was to happen on each fatal signal before.
    private struct Kept {
        let modes: termios
        let actions: UnsafeMutablePointer<sigaction>
    }

    private static let fatalSignals = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]
    private static let signalCount = 65

    nonisolated(unsafe) private static let kept: Kept? = {
        var modes = termios()
        guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return nil }
        let actions = UnsafeMutablePointer<sigaction>.allocate(capacity: signalCount)
        actions.initialize(repeating: sigaction(), count: signalCount)
        return Kept(modes: modes, actions: actions)
    }()

    /// Sees to it that the terminal will be restored.
    static func prepare() { _ = isReady }

    /// Whether the handlers are set; the first to ask sets them.
    private static let isReady: Bool = {
        guard let kept else { return false }
        atexit { TerminalRescue.restore() }
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { signal in
            TerminalRescue.restore()
            // What was to happen before now happens, a backtrace for one.
            if let kept = TerminalRescue.kept { sigaction(signal, &kept.actions[Int(signal)], nil) }
            raise(signal)
        }
        for signal in fatalSignals { sigaction(signal, &action, &kept.actions[Int(signal)]) }
        return true
    }()

    private static func restore() {
        guard let kept else { return }
        var now = termios()
        // Only a raw terminal is ours to restore.
        guard tcgetattr(STDIN_FILENO, &now) == 0, now.c_lflag & tcflag_t(ICANON) == 0 else { return }
        var modes = kept.modes
        tcsetattr(STDIN_FILENO, TCSANOW, &modes)
    }
}
