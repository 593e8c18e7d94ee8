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

    private func styled(_ style: Style) -> StyledText {
        let scalars = Array(event.text.unicodeScalars)
        let start = event.trigger.lowerBound - event.span.lowerBound
        let end = event.trigger.upperBound - event.span.lowerBound
        guard start >= 0, start < end, end <= scalars.count else {
            return StyledText(VisibleText.line(event.text))
        }
        let piece = { (range: Range<Int>) in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            return VisibleText.line(String(view))
        }
        var text = StyledText()
        text.append(piece(0..<start))
        text.append(style.isColored ? "" : "[")
        text.append(piece(start..<end), .trigger)
        text.append(style.isColored ? "" : "]")
        text.append(piece(end..<scalars.count))
        return text
    }
}
