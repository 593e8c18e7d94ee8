// The user's own editor, for entries that outgrow a line.
import Foundation

/// Runs `$VISUAL`, `$EDITOR` or `vi` on a text.
enum ExternalEditor {
    /// The text as it was left, without the line feed that editors put at its end; nil where no editor ran well.
    @Sendable static func edit(_ text: String) -> String? {
        let editor = ForegroundProcess.setting(["VISUAL", "EDITOR"]) ?? "vi"
        return ForegroundProcess.run("\(editor) \"$1\"", on: text, suffix: "lua") { file in
            guard let changed = try? String(contentsOf: file, encoding: .utf8) else { return nil }
            return changed.hasSuffix("\n") ? String(changed.dropLast()) : changed
        }
    }
}
