// The sentence of an event with the words of the act marked.
import EventModel

/// The sentence that tells of an event.
struct EventSentence {
    private let event: Event

    init(_ event: Event) { self.event = event }

    /// The sentence behind a bar; the act's words underlined, or in brackets where there is no colour.
    func quoted(width: Int, style: Style) -> [String] {
        let bar = style.paint("│", .faint) + " "
        return styled(style).lines(width: width - 2, style: style).map { bar + $0 }
    }

    /// The words before the act, the act, and the words after it; nil where the event does not tell where it stands.
    var parts: (before: String, act: String, after: String)? {
        let scalars = Array(event.text.unicodeScalars)
        let start = event.trigger.lowerBound - event.span.lowerBound
        let end = event.trigger.upperBound - event.span.lowerBound
        guard start >= 0, start < end, end <= scalars.count else { return nil }
        let piece = { (range: Range<Int>) in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            return VisibleText.line(String(view))
        }
        return (piece(0..<start), piece(start..<end), piece(end..<scalars.count))
    }

    private func styled(_ style: Style) -> StyledText {
        guard let parts else { return StyledText(VisibleText.line(event.text)) }
        var text = StyledText()
        text.append(parts.before)
        text.append(style.isColored ? "" : "[")
        text.append(parts.act, .trigger)
        text.append(style.isColored ? "" : "]")
        text.append(parts.after)
        return text
    }
}
