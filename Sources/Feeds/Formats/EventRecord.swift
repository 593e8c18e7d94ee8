// The event record back to an event: what `brink code` printed, or a person wrote in its shape.
import Chronology
import EventModel

/// A record that says what an event is.
struct EventRecord {
    let node: JSONNode
    /// The name of the article where the record gives none.
    let article: String
    let ontology: Ontology?

    /// The event; what the record leaves out stays unknown, and an id follows from the article and the spans.
    func event() throws(RowMistake) -> Event {
        let cameo = try cameo()
        let entry = cameo.flatMap { ontology?.entry(cameo: $0) }
        guard let type = try word(.type, as: EventType.self) ?? entry?.type else {
            throw RowMistake(code: "bad_row", message: "the event has no 'type'", index: node.index, hint: types)
        }
        let mode = try text(.mode) ?? entry?.mode
        let article = try text(.article) ?? article
        let span = try range(.span)
        let trigger = try range(.trigger)
        let id = try text(.id) ?? Digest.eventID(article: article, span: span, trigger: trigger, ordinal: 0)
        let hostility = try integer(.hostility) ?? ontology?.hostility(type: type, mode: mode) ?? 1
        guard (1...5).contains(hostility) else { throw wrong(.hostility, "'hostility' runs from 1 to 5") }
        var event = Event(
            id: id,
            date: try date(.date),
            source: try actors(.source),
            target: try actors(.target),
            action: try text(.action) ?? "",
            type: type,
            mode: mode,
            context: try texts(.context),
            cameo: cameo,
            goldstein: try number(.goldstein) ?? entry?.goldstein,
            hostility: hostility,
            article: article,
            published: try date(.published)?.start,
            sentence: try integer(.sentence) ?? 0,
            span: span,
            trigger: trigger,
            text: try text(.text) ?? ""
        )
        event.revision = try integer(.revision) ?? 0
        event.modality = try word(.modality, as: Modality.self) ?? .actual
        event.quoted = try flag(.quoted)
        event.speaker = try text(.speaker)
        event.aggregate = try flag(.aggregate)
        event.location = try place()
        event.weapon = try texts(.weapon)
        event.killed = try integer(.killed)
        event.wounded = try integer(.wounded)
        event.inResponseTo = try texts(.inResponseTo)
        event.mentions = try mentions()
        event.trace = try text(.trace)
        return event
    }

    private var types: String { "one of " + EventType.allCases.map(\.rawValue).joined(separator: " ") }

    private func cameo() throws(RowMistake) -> String? {
        if case .number(let number) = node[EventField.cameo.rawValue]?.value, let code = Int(exactly: number) {
            return String(code)
        }
        return try text(.cameo)
    }

    private func actors(_ field: EventField) throws(RowMistake) -> [Actor] {
        var actors: [Actor] = []
        for element in try FieldReader(node).list(field.rawValue) {
            if let name = element.string {
                actors.append(Actor(written: name))
                continue
            }
            let reader = FieldReader(element)
            let id = try reader.text("id")
            guard let name = try reader.text("name") ?? id else {
                throw wrong(field, "an actor needs a 'name'", at: element)
            }
            var actor = Actor(written: name)
            actor.id = id ?? actor.id
            actor.country = try reader.text("country") ?? actor.country
            actor.sector = try reader.word("sector", as: Sector.self)
            actor.backer = try reader.text("backer")
            actor.text = try reader.text("text") ?? name
            actors.append(actor)
        }
        return actors
    }

    private func place() throws(RowMistake) -> Place? {
        guard let value = node[EventField.location.rawValue], !value.isNull else { return nil }
        if let name = value.string { return Place(name: name) }
        let reader = FieldReader(value)
        guard let name = try reader.text("name") else { throw wrong(.location, "a place needs a 'name'") }
        return Place(
            name: name,
            country: try reader.text("country"),
            latitude: try reader.number("lat"),
            longitude: try reader.number("lon")
        )
    }

    private func mentions() throws(RowMistake) -> [Mention] {
        var mentions: [Mention] = []
        for element in try FieldReader(node).list(EventField.mentions.rawValue) {
            let reader = FieldReader(element)
            guard let article = try reader.text("article") else {
                throw wrong(.mentions, "a mention needs an 'article'", at: element)
            }
            mentions.append(
                Mention(
                    article: article,
                    sentence: try reader.integer("sentence") ?? 0,
                    span: try reader.range("span"),
                    text: try reader.text("text") ?? ""
                )
            )
        }
        return mentions
    }

    private func date(_ field: EventField) throws(RowMistake) -> DaySpan? {
        guard let text = try text(field) else { return nil }
        if let span = DaySpan(iso: text) { return span }
        if let day = PublicationDay.day(text) { return DaySpan(day) }
        throw wrong(
            field,
            "'\(text.prefix(40))' is no ISO day and no span of days",
            hint: "2024-01-23, or 2024-01-20/2024-01-23"
        )
    }

    private func wrong(
        _ field: EventField,
        _ message: String,
        at element: JSONNode? = nil,
        hint: String? = nil
    ) -> RowMistake {
        let index = (element ?? node[field.rawValue] ?? node).index
        return RowMistake(code: "bad_value", message: message, index: index, hint: hint)
    }

    private func text(_ field: EventField) throws(RowMistake) -> String? { try FieldReader(node).text(field.rawValue) }
    private func integer(_ field: EventField) throws(RowMistake) -> Int? {
        try FieldReader(node).integer(field.rawValue)
    }
    private func number(_ field: EventField) throws(RowMistake) -> Double? {
        try FieldReader(node).number(field.rawValue)
    }
    private func range(_ field: EventField) throws(RowMistake) -> Range<Int> {
        try FieldReader(node).range(field.rawValue)
    }
    private func texts(_ field: EventField) throws(RowMistake) -> [String] {
        try FieldReader(node).texts(field.rawValue)
    }
    private func flag(_ field: EventField) throws(RowMistake) -> Bool { try FieldReader(node).flag(field.rawValue) }

    private func word<Word: RawRepresentable<String> & CaseIterable>(
        _ field: EventField,
        as type: Word.Type
    ) throws(RowMistake) -> Word? {
        try FieldReader(node).word(field.rawValue, as: type)
    }
}

extension Actor {
    /// An actor of whom only the words are known; three capital letters are a country's code.
    init(written name: String) {
        let isCode = name.utf8.count == 3 && name.utf8.allSatisfy { (65...90).contains($0) }
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        self.init(id: words.joined(separator: "-"), name: name, country: isCode ? name : nil, text: name)
    }
}
