// An event on several lines, for a person who wants to know it: when, who did what to whom, and the words for it.
import EventModel
import TextWidth

/// A card that shows an event.
public struct EventCard: Sendable {
    private let event: Event
    private let width: Int
    private let style: Style

    /// The width of the margin that the date stands in, in terminal columns.
    static let marginWidth = 12
    /// No card is laid out narrower than this, in terminal columns.
    static let widthMin = 40

    /// A card of an event, no wider than `width` terminal columns.
    public init(_ event: Event, width: Int = 80, style: Style = .plain) {
        self.event = event
        self.width = max(width, Self.widthMin)
        self.style = style
    }

    /// The card as lines, each ended by a line feed.
    public var text: String {
        var lines: [String] = []
        let room = width - Self.marginWidth
        lines += parties.lines(width: room, style: style)
        lines += kind.lines(width: room, style: style)
        lines += circumstances.lines(width: room, style: style)
        lines += EventSentence(event).quoted(width: room, style: style)
        lines += links.flatMap { $0.lines(width: room, style: style) }
        var margins = dates[...]
        return lines.map { line in
            let margin = margins.popFirst() ?? ""
            return style.paint(margin, .strong) + String(repeating: " ", count: Self.marginWidth - margin.count) + line
                + "\n"
        }.joined()
    }

    private var dates: [String] {
        guard let date = event.date else { return ["undated"] }
        return date.isPoint ? ["\(date.start)"] : ["\(date.start)", "/\(date.end)"]
    }

    private var parties: StyledText {
        var text = StyledText()
        append(event.source, unknown: "unknown", to: &text)
        if !event.target.isEmpty {
            text.append(" → ")
            append(event.target, unknown: "", to: &text)
        }
        return text
    }

    private func append(_ actors: [Actor], unknown: String, to text: inout StyledText) {
        if actors.isEmpty { text.append(unknown, .faint) }
        for (index, actor) in actors.enumerated() {
            if index > 0 { text.append(", ") }
            text.append(VisibleText.line(actor.name), .strong)
            let codes = [actor.country, actor.sector?.rawValue].compactMap { $0 }.joined(separator: " ")
            let backer = actor.backer.map { "backed by \($0)" }
            let details = ([codes].filter { !$0.isEmpty } + [backer].compactMap { $0 }).joined(separator: ", ")
            if !details.isEmpty { text.append(" (\(details))", .faint) }
        }
    }

    private var kind: StyledText {
        var text = StyledText(
            [event.type.rawValue, event.mode].compactMap { $0 }.joined(separator: " "),
            event.type.quad.role
        )
        var details: [String] = []
        if let cameo = event.cameo { details.append("CAMEO \(cameo)") }
        if let goldstein = event.goldstein { details.append("Goldstein \(goldstein)") }
        details.append("hostility \(event.hostility)")
        details += event.context
        for detail in details { text.append(" · \(VisibleText.line(detail))", .faint) }
        if event.modality != .actual { text.append(" · \(event.modality.rawValue)", .caution) }
        if event.aggregate { text.append(" · sums up several acts", .faint) }
        return text
    }

    private var circumstances: StyledText {
        var parts: [String] = []
        if let place = event.location {
            let isNamed = place.country.map { place.name.contains($0) } ?? true
            parts.append(isNamed ? place.name : "\(place.name) (\(place.country ?? ""))")
        }
        parts += event.weapon
        if let killed = event.killed { parts.append("\(killed) killed") }
        if let wounded = event.wounded { parts.append("\(wounded) wounded") }
        if let speaker = event.speaker { parts.append("says \(speaker)") }
        if event.quoted { parts.append("in quotation marks") }
        return StyledText(parts.map(VisibleText.line).joined(separator: " · "))
    }

    private var links: [StyledText] {
        var links: [StyledText] = []
        if !event.inResponseTo.isEmpty {
            links.append(StyledText("answers " + event.inResponseTo.joined(separator: ", "), .faint))
        }
        if !event.mentions.isEmpty {
            let places = event.mentions.map { Self.place(article: $0.article, sentence: $0.sentence) }
            links.append(StyledText("also told in " + places.joined(separator: "; "), .faint))
        }
        let place = Self.place(article: event.article, sentence: event.sentence)
        links.append(StyledText("\(event.id) · \(place)", .faint))
        if let trace = event.trace {
            for line in trace.split(separator: "\n") {
                links.append(StyledText("trace: \(VisibleText.line(String(line)))", .faint))
            }
        }
        return links
    }

    private static func place(article: String, sentence: Int) -> String {
        VisibleText.line(article) + (sentence < 0 ? ", title" : ", sentence \(sentence)")
    }
}
