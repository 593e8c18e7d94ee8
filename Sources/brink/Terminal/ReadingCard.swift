// What the coder made of a sentence, for people who ask why it gave the events that it gave, or none.
import Coding
import EventModel
import Rendering

/// A card that shows how a sentence was read.
struct ReadingCard {
    let reading: SentenceReading
    /// The events of the article.
    let events: [Event]

    /// The card as lines, each ended by a line feed.
    func text(width: Int, style: Style) -> String {
        var lines = LabelledLines()
        lines.append("sentence", reading.text)
        for actor in reading.actors {
            lines.append("actor", "\(actor.words) = \(actor.actor)" + (actor.lines.isEmpty ? "" : " (\(actor.lines))"))
        }
        if reading.actors.isEmpty { lines.append("actor", "none is named") }
        for act in reading.considered { append(act, to: &lines) }
        for word in reading.unused { lines.append("unused", "\(word.word): \(word.reason)") }
        lines.append("outcome", outcome)
        return lines.text(width: width, style: style)
    }

    private func append(_ act: Considered, to lines: inout LabelledLines) {
        lines.append("act", "\(act.action) = \(act.code)" + (act.lines.isEmpty ? "" : " (\(act.lines.last ?? ""))"))
        lines.append("", "source \(names(act.source)), target \(names(act.target))")
        if let event = act.event, act.objection == nil || events.contains(where: { $0.id == event }) {
            lines.append("", "told as \(event)")
        } else if let objection = act.objection {
            lines.append("", "no event: \(objection)")
        }
    }

    private func names(_ side: [Actor]) -> String {
        side.isEmpty ? "none" : side.map(\.name).joined(separator: " and ")
    }

    private var outcome: String {
        let ids = reading.considered.compactMap(\.event)
        if !ids.isEmpty {
            var seen: Set<String> = []
            return "tells of " + ids.filter { seen.insert($0).inserted }.joined(separator: ", ")
        }
        if !reading.considered.isEmpty { return "no event: something speaks against every act" }
        if !reading.unused.isEmpty { return "no event: no line of the lexicon fits" }
        return "no event: no word of it is a verb or noun of the action lexicon"
    }
}
