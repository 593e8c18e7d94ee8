// A line on standard error that tells how far a long run has come; nothing where nobody watches.
import Foundation

/// A counter that is shown on a terminal, at most ten times a second, and wiped at the end.
struct Progress {
    private let isShown = isatty(STDERR_FILENO) == 1
    private let started = DispatchTime.now()
    private var shown: DispatchTime?

    /// Shows a count of articles and of events.
    mutating func show(articles: Int, events: Int) {
        guard isShown else { return }
        let now = DispatchTime.now()
        // A run that is over in half a second needs no progress.
        guard now > started + 0.5, shown.map({ now > $0 + 0.1 }) ?? true else { return }
        shown = now
        fputsError("\r\u{1B}[K\(articles) articles, \(events) events")
    }

    /// Wipes the line.
    func wipe() {
        if shown != nil { fputsError("\r\u{1B}[K") }
    }

    private func fputsError(_ text: String) {
        text.withCString { _ = write(STDERR_FILENO, $0, strlen($0)) }
    }
}
