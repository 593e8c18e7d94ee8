// An event for people, with how it was made where that was asked for.
import EventModel
import Rendering

/// The card of an event and its trace below.
struct EventAccount {
    private let event: Event

    /// Columns before the lines of the trace, which stand below the text of the card.
    private static let indent = 12

    /// An account of an event.
    init(_ event: Event) { self.event = event }

    /// The account as lines, each ended by a line feed.
    func text(width: Int, style: Style) -> String {
        var bare = event
        bare.trace = nil
        let card = EventCard(bare, width: width, style: style).text
        guard let trace = event.trace else { return card }
        let lines = LabelledLines(trace.split(separator: "\n"))
        return card + lines.text(width: width, indent: Self.indent, style: style)
    }
}
