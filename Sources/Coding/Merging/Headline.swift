// The headline of an article: sentence −1, which mostly tells again what the text tells.
import Chronology
import EventModel

/// Puts the events of a headline to those of the text.
enum Headline {
    /// The number of the headline among the sentences.
    static let sentence = -1

    /// The events of both, the headline's first; where `merges`, one that the text tells too is a mention of it.
    static func merge(_ headline: [Event], into events: [Event], merges: Bool) -> [Event] {
        var events = events
        var own: [Event] = []
        var renamed: [String: String] = [:]
        for var event in headline {
            event.sentence = sentence
            event.mentions = event.mentions.map { mention in
                var mention = mention
                mention.sentence = sentence
                return mention
            }
            if merges, let index = events.firstIndex(where: { isSame($0, event) }) {
                fold(event, into: &events[index])
                renamed[event.id] = events[index].id
            } else {
                own.append(event)
            }
        }
        for index in own.indices { own[index].inResponseTo = own[index].inResponseTo.map { renamed[$0] ?? $0 } }
        return own + events
    }

    // A headline leaves out what the text spells out, so a side or a day that it does not name fits any.
    private static func isSame(_ told: Event, _ headline: Event) -> Bool {
        guard told.type == headline.type, told.modality == headline.modality || headline.modality == .actual else {
            return false
        }
        let source = Sides.compare(told.source, headline.source)
        let target = Sides.compare(told.target, headline.target)
        return source >= .unknown && target >= .unknown && max(source, target) >= .related
    }

    private static func fold(_ headline: Event, into told: inout Event) {
        told.mentions.insert(
            Mention(article: headline.article, sentence: sentence, span: headline.span, text: headline.text),
            at: 0
        )
        told.location = told.location ?? headline.location
        told.killed = told.killed ?? headline.killed
        told.wounded = told.wounded ?? headline.wounded
        for weapon in headline.weapon where !told.weapon.contains(weapon) { told.weapon.append(weapon) }
    }
}
