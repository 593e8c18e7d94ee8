// Programs that take over the terminal while they run.
import Foundation

/// Runs a program in the foreground of the terminal and waits for its end.
///
/// `Process` starts each program in a process group of its own, which is in the background: an editor or a pager would
/// be stopped at its first look at the terminal, and waiting for it would never end.
enum ForegroundProcess {
    /// The exit status; nil where the program cannot be started.
    static func run(_ process: Process) -> Int32? {
        guard (try? process.run()) != nil else { return nil }
        let child = process.processIdentifier
        let own = getpgrp()
        if tcgetpgrp(STDIN_FILENO) == own, getpgid(child) == child {
            // Who is in the background may give the terminal away only with this signal ignored.
            let before = signal(SIGTTOU, SIG_IGN)
            tcsetpgrp(STDIN_FILENO, child)
            kill(-child, SIGCONT)
            process.waitUntilExit()
            tcsetpgrp(STDIN_FILENO, own)
            signal(SIGTTOU, before)
        } else {
            process.waitUntilExit()
        }
        return process.terminationStatus
    }
}
