// The user's own pager, for answers that outgrow the screen.
import Foundation

/// Runs `$BRINK_PAGER`, `$PAGER` or `less` on a text.
enum Pager {
    /// Whether a pager showed the text; where none can, it is to be printed.
    static func show(_ text: String) -> Bool {
        var environment = ProcessInfo.processInfo.environment
        let pager = ["BRINK_PAGER", "PAGER"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "less"
        let file = FileManager.default.temporaryDirectory.appending(path: "brink-\(UUID().uuidString).txt")
        defer { try? FileManager.default.removeItem(at: file) }
        guard (try? (text + "\n").write(to: file, atomically: true, encoding: .utf8)) != nil else { return false }
        // Colours as they are, long rows cut and not folded; what fits one screen is just printed.
        environment["LESS"] = environment["LESS"] ?? "-RSFX"
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.environment = environment
        // A pager may hold arguments, which is why a shell reads it; the text comes by standard input.
        process.arguments = ["-c", "\(pager) < \"$1\"", "sh", file.path]
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
