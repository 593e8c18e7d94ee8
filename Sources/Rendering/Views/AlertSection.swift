// Alerts on a page: each opens to the sentences that it stands on.
import EventModel

/// The alerts of a page as HTML.
struct AlertSection {
    let alerts: [Alert]
    let events: [String: Event]

    /// A list in which every alert unfolds, without scripts.
    var html: String {
        "<section><h2>Alerts</h2>\n" + alerts.map(item).joined(separator: "\n") + "\n</section>"
    }

    private func item(_ alert: Alert) -> String {
        let severity = alert.severity.rawValue
        let head =
            "<span class=\"severity \(severity)\">\(severity)</span> <time>\(alert.date?.description ?? "undated")</time> "
            + "\(Markup.escaped(alert.summary)) <small>\(Markup.escaped(alert.rule))</small>"
        let steps = alert.bindings.flatMap { binding in binding.events.map { step(binding.step, $0) } }
        let articles = Markup.escaped(alert.articles.joined(separator: ", "))
        return "<details><summary>\(head)</summary>\(steps.joined())"
            + "<p><small>\(alert.fingerprint) · \(articles)</small></p></details>"
    }

    private func step(_ name: String, _ id: String) -> String {
        guard let event = events[id] else {
            return "<p><strong>\(Markup.escaped(name))</strong> \(Markup.escaped(id))</p>"
        }
        func names(_ actors: [Actor]) -> String { actors.map(\.name).joined(separator: ", ") }
        let sides = [names(event.source), names(event.target)].map { $0.isEmpty ? "unknown" : $0 }
        let kind = [event.type.rawValue, event.mode].compactMap { $0 }.joined(separator: " ")
        let title = [event.date?.description ?? "undated", sides.joined(separator: " → "), kind].joined(
            separator: " · "
        )
        return
            "<p><strong>\(Markup.escaped(name))</strong> \(Markup.escaped(title))</p><blockquote>\(sentence(event))</blockquote>"
    }

    private func sentence(_ event: Event) -> String {
        guard let parts = EventSentence(event).parts else { return Markup.escaped(event.text) }
        return Markup.escaped(parts.before) + "<mark>\(Markup.escaped(parts.act))</mark>" + Markup.escaped(parts.after)
    }

    static let style = """
        details{border-bottom:1px solid var(--axis);padding:.35rem 0}summary{cursor:pointer}small{color:var(--faint)}\
        time,td:first-child{white-space:nowrap}time{color:var(--faint)}\
        blockquote{margin:.25rem 0 .5rem;padding-left:.75rem;border-left:3px solid var(--axis)}\
        mark{background:none;color:var(--conflict);font-weight:600}\
        .severity{display:inline-block;min-width:4.2rem;font-weight:600}\
        .critical,.high{color:var(--heat)}.medium{color:var(--conflict)}.low,.info{color:var(--cooperation)}
        """
}
