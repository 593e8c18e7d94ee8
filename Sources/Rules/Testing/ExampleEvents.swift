// Makes the events of an example that lists them.
import Chronology
import EventModel

/// Turns drafts into events, with an ontology for what follows from type and mode.
struct ExampleEvents {
    let ontology: Ontology
    /// Knows actors by the names of the lexicon, nil where the name is unknown to it.
    let resolve: @Sendable (String) -> Actor?

    /// The events of a list of drafts, in its order.
    func events(_ drafts: [EventDraft]) -> [Event] {
        var events: [Event] = []
        for (place, draft) in drafts.enumerated() {
            var event = event(draft, place: place)
            event.inResponseTo = draft.answers.compactMap { number in
                events.indices.contains(number - 1) ? events[number - 1].id : nil
            }
            events.append(event)
        }
        return events
    }

    private func event(_ draft: EventDraft, place: Int) -> Event {
        let source = draft.source.map(actor)
        let target = draft.target.map(actor)
        let text = draft.text ?? sentence(draft, source, target)
        // A sentence each, one after another, so that ids differ and the order of the text is that of the list.
        let span = place * 1000..<place * 1000 + text.unicodeScalars.count
        let cameo = draft.cameo ?? draft.mode.flatMap { ontology.cameo(type: draft.type, mode: $0) }
        var event = Event(
            id: Digest.eventID(article: draft.article, span: span, trigger: span, ordinal: place),
            date: draft.date,
            source: source,
            target: target,
            action: draft.action ?? draft.type.rawValue.lowercased(),
            type: draft.type,
            mode: draft.mode,
            context: draft.context,
            cameo: cameo,
            goldstein: cameo.flatMap { ontology.entry(cameo: $0)?.goldstein },
            hostility: draft.hostility ?? ontology.hostility(type: draft.type, mode: draft.mode),
            article: draft.article,
            published: draft.published,
            sentence: place,
            span: span,
            trigger: span,
            text: text
        )
        event.modality = draft.modality
        event.quoted = draft.quoted
        event.speaker = draft.speaker
        event.aggregate = draft.aggregate
        event.location = draft.place.map { Place(name: $0, country: Self.isCountryCode($0) ? $0 : nil) }
        event.weapon = draft.weapon
        event.killed = draft.killed
        event.wounded = draft.wounded
        return event
    }

    private func actor(_ draft: EventDraft.ActorDraft) -> Actor {
        switch draft {
        case .known(let actor): return actor
        case .named(let name):
            return resolve(name) ?? Self.plainActor(name)
        }
    }

    /// The actor of a name that no lexicon knows: a state where it is a country's code.
    static func plainActor(_ name: String) -> Actor {
        guard isCountryCode(name) else { return Actor(id: slug(name), name: name, text: name) }
        return Actor(id: name.lowercased(), name: name, country: name, sector: .government, text: name)
    }

    private func sentence(_ draft: EventDraft, _ source: [Actor], _ target: [Actor]) -> String {
        let parts = [AlertBuilder.list(source.map(\.name)), draft.type.rawValue, AlertBuilder.list(target.map(\.name))]
        return parts.joined(separator: " ") + (draft.date.map { " on \($0)" } ?? "") + "."
    }

    private static func isCountryCode(_ text: String) -> Bool {
        text.utf8.count == 3 && text.utf8.allSatisfy { (65...90).contains($0) }
    }

    /// A name as an id: `Kata'ib Hezbollah` as `kata-ib-hezbollah`.
    static func slug(_ name: String) -> String {
        Phrase.words(of: name).joined(separator: "-").replacing("'", with: "-")
    }
}
