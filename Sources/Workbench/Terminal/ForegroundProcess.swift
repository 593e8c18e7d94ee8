// Programs that take over the terminal while they run.
import Foundation

/// Runs a program in the foreground of the terminal and waits for its end.
///
/// `Process` starts each program in a process group of its own, which is in the background: an editor or a pager would
/// be stopped at its first look at the terminal, and waiting for it would never end.
enum ForegroundProcess {
    /// Runs a shell command on a text that is put into a file, `$1`; `body` looks at the file where the command ended well.
    ///
    /// A shell reads the command, which may hold arguments; the path is handed over as one. Nil where the text cannot be
    /// written or the command fails.
    static func run<Result>(
        _ command: String,
        on text: String,
        suffix: String,
        environment: [String: String] = ProcessInfo.processInfo.environment,
        _ body: (URL) -> Result?
    ) -> Result? {
        let file = FileManager.default.temporaryDirectory.appending(path: "brink-\(UUID().uuidString).\(suffix)")
        defer { try? FileManager.default.removeItem(at: file) }
        guard (try? text.write(to: file, atomically: true, encoding: .utf8)) != nil else { return nil }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.environment = environment
        process.arguments = ["-c", command, "sh", file.path]
        return run(process) == 0 ? body(file) : nil
    }

    /// The first of these variables that is set to something.
    static func setting(_ names: [String]) -> String? {
        names.lazy.compactMap { ProcessInfo.processInfo.environment[$0] }.first { !$0.isEmpty }
    }

    /// The exit status; nil where the program cannot be started.
    private static func run(_ process: Process) -> Int32? {
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
