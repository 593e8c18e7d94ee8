// The file of a session: a line that says what it is, then events and articles as JSON lines that `.load` reads.
import EventModel
import Rendering

/// Articles and events on their way to a file.
public struct SavedSession: Sendable {
    /// What every such file begins with; events of it are not coded again.
    public static let mark = "{\"brink_session\":1}"

    let articles: [Article]
    let events: [Event]

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
        return Self.mark + "\n" + RecordWriter.text(events, .jsonl) + RecordWriter.text(rows, .jsonl)
    }
}
