// An alert on several lines: what was found, by which rule, and the events it stands on with their sentences.
import EventModel
import TextWidth

/// A card that shows an alert.
public struct AlertCard: Sendable {
    private let alert: Alert
    private let events: [String: Event]
    private let width: Int
    private let style: Style

    private static let marginWidth = EventCard.marginWidth

    /// A card of an alert with the events at hand, by their ids, no wider than `width` terminal columns.
    public init(_ alert: Alert, events: [String: Event], width: Int = 80, style: Style = .plain) {
        self.alert = alert
        self.events = events
        self.width = max(width, EventCard.widthMin)
        self.style = style
    }

    /// The card as lines, each ended by a line feed.
    public var text: String {
        let summary = StyledText(VisibleText.line(alert.summary), .strong)
        var text = block([(alert.severity.rawValue.uppercased(), alert.severity.role)], summary)
        var rule = "\(alert.rule) · \(alert.kind)"
        if alert.status != .new { rule += " · \(alert.status.rawValue)" }
        text += block([(alert.date?.description ?? "undated", nil)], StyledText(VisibleText.line(rule), .faint))
        for binding in alert.bindings {
            text += "\n"
            for (index, event) in binding.events.enumerated() {
                text += bound(index == 0 ? binding.step : "", event)
            }
        }
        let articles = alert.articles.map(VisibleText.line).joined(separator: ", ")
        text += "\n" + block([], StyledText("\(alert.fingerprint) · \(articles)", .faint))
        return text
    }

    private func bound(_ step: String, _ id: String) -> String {
        let label = "  " + VisibleText.line(step).elidedAtEnd(to: Self.marginWidth - 4)
        guard let event = events[id] else { return block([(label, nil)], StyledText(id, .faint)) }
        var title = StyledText((event.date?.description ?? "undated") + "  ")
        title.append(Self.names(event.source, unknown: "unknown"))
        if !event.target.isEmpty { title.append(" → " + Self.names(event.target, unknown: "")) }
        title.append("  ")
        title.append([event.type.rawValue, event.mode].compactMap { $0 }.joined(separator: " "), event.type.quad.role)
        let indent = String(repeating: " ", count: Self.marginWidth)
        let sentence = EventSentence(event).quoted(width: width - Self.marginWidth, style: style)
        return block([(label, nil)], title) + sentence.map { indent + $0 + "\n" }.joined()
    }

    private static func names(_ actors: [Actor], unknown: String) -> String {
        actors.isEmpty ? unknown : actors.map { VisibleText.line($0.name) }.joined(separator: ", ")
    }

    /// Lines beside a margin, in which words may stand.
    private func block(_ margins: [(text: String, role: Style.Role?)], _ content: StyledText) -> String {
        var margins = margins[...]
        return content.lines(width: width - Self.marginWidth, style: style).map { line in
            let margin = margins.popFirst()
            let word = margin?.text ?? ""
            let gap = String(repeating: " ", count: max(1, Self.marginWidth - word.displayWidth))
            return (margin?.role.map { style.paint(word, $0) } ?? word) + gap + line + "\n"
        }.joined()
    }
}
