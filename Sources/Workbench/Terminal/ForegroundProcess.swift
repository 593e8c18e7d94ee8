// Programs that take over the terminal while they run.
import Foundation

/// Runs programs in the foreground of the terminal and waits for their end.
///
/// `Process` of Foundation starts each program in a process group of its own, which is in the background until it is
/// given the terminal: an editor or a pager that looks at the terminal before that is stopped, or fails. Here a program
/// stays in the group of this one, as `system` of C has it.
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
        return run("/bin/sh", ["sh", "-c", command, "sh", file.path], environment) == 0 ? body(file) : nil
    }

    /// The first of these variables that is set to something.
    static func setting(_ names: [String]) -> String? {
        names.lazy.compactMap { ProcessInfo.processInfo.environment[$0] }.first { !$0.isEmpty }
    }

    /// The exit status; nil where the program cannot be started or was ended by a signal.
    private static func run(_ path: String, _ arguments: [String], _ environment: [String: String]) -> Int32? {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Whatever this program blocks or ignores is not the other's business.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGTERM, SIGPIPE] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let words = arguments.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var child: pid_t = 0
        guard posix_spawn(&child, path, nil, &attributes, words, variables) == 0 else { return nil }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 { if errno != EINTR { return nil } }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
    }
}
