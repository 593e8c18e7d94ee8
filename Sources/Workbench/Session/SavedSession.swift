// The file of a session: a line that says what it is, then events and articles as JSON lines that `.load` reads.
import EventModel
import Foundation
import Rendering

/// Articles and events on their way to a file.
public struct SavedSession: Sendable {
    /// What every such file begins with; events of it are not coded again.
    public static let mark = "{\"brink_session\":1"

    let articles: [Article]
    let events: [Event]

    /// The events of a saved file with the families that its first line tells; unchanged where it tells none.
    public static func restored(_ events: [Event], head: Data) -> [Event] {
        struct Head: Decodable { var families: [String: String]? }
        guard let families = (try? JSONDecoder().decode(Head.self, from: head))?.families else { return events }
        func restored(_ actor: Actor) -> Actor {
            var actor = actor
            actor.family = actor.family ?? families[actor.id]
            return actor
        }
        return events.map { event in
            var event = event
            event.source = event.source.map(restored)
            event.target = event.target.map(restored)
            return event
        }
    }

    /// The lines, events before the articles that they are of.
    var text: String {
        let rows: [Record] = articles.map { article in
            var record: Record = ["id": .text(article.id)]
            if let title = article.title { record.append("title", .text(title)) }
            if let published = article.published { record.append("date", .text(published.description)) }
            if let source = article.source { record.append("source", .text(source)) }
            record.append("text", .text(article.text))
            return record
        }
        let head = RecordWriter.text([Self.head(families)], .jsonl)
        return head + RecordWriter.text(events, .jsonl) + RecordWriter.text(rows, .jsonl)
    }

    private static func head(_ families: [(id: String, family: String)]) -> Record {
        var head: Record = ["brink_session": .integer(1)]
        if !families.isEmpty {
            var record: Record = [:]
            for item in families { record.append(item.id, .text(item.family)) }
            head.append("families", .record(record))
        }
        return head
    }

    /// The families of the actors, which are not part of the event record, sorted by the actors' ids.
    private var families: [(id: String, family: String)] {
        var families: [String: String] = [:]
        for actor in events.lazy.flatMap({ $0.source + $0.target }) {
            if let family = actor.family { families[actor.id] = family }
        }
        return families.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
