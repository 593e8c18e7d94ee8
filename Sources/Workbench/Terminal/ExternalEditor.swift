// The user's own editor, for entries that outgrow a line.
import Foundation

/// Runs `$VISUAL`, `$EDITOR` or `vi` on a text.
enum ExternalEditor {
    /// The text as it was left, without the line feed that editors put at its end; nil where no editor ran well.
    @Sendable static func edit(_ text: String) -> String? {
        let environment = ProcessInfo.processInfo.environment
        let editor = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "vi"
        let file = FileManager.default.temporaryDirectory.appending(path: "brink-\(UUID().uuidString).lua")
        defer { try? FileManager.default.removeItem(at: file) }
        guard (try? text.write(to: file, atomically: true, encoding: .utf8)) != nil else { return nil }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        // EDITOR may hold arguments, which is why a shell reads it; the path is handed over as one.
        process.arguments = ["-c", "\(editor) \"$1\"", "sh", file.path]
        guard ForegroundProcess.run(process) == 0, let changed = try? String(contentsOf: file, encoding: .utf8) else {
            return nil
        }
        return changed.hasSuffix("\n") ? String(changed.dropLast()) : changed
    }
}
