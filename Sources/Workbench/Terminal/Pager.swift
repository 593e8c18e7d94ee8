// The user's own pager, for answers that outgrow the screen.
import Foundation

/// Runs `$BRINK_PAGER`, `$PAGER` or `less` on a text.
enum Pager {
    /// Whether a pager showed the text; where none can, it is to be printed.
    static func show(_ text: String) -> Bool {
        let pager = ForegroundProcess.setting(["BRINK_PAGER", "PAGER"]) ?? "less"
        var environment = ProcessInfo.processInfo.environment
        // Colours as they are, long rows cut and not folded; what fits one screen is just printed.
        environment["LESS"] = environment["LESS"] ?? "-RSFX"
        let shown = ForegroundProcess.run(
            "\(pager) < \"$1\"",
            on: text + "\n",
            suffix: "txt",
            environment: environment
        ) { _ in true }
        return shown ?? false
    }
}
