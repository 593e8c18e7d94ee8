// A JSON object to an article or an event.
import Chronology
import EventModel

/// Turns the rows of one file into articles and events.
struct RowReader {
    /// The file's name, by which rows without an id are named.
    let name: String
    let ontology: Ontology?

    /// What a row says, and warnings about it.
    func item(_ node: JSONNode, line: Int) throws(RowMistake) -> (FeedItem, [RowMistake]) {
        guard case .object = node.value else {
            throw RowMistake(
                code: "bad_row",
                message: "a JSON object was expected, not \(node.kind)",
                index: node.index
            )
        }
        if isEvent(node) {
            let record = EventRecord(node: node, article: "\(name):\(line)", ontology: ontology)
            return (.event(try record.event()), [])
        }
        return try article(node, line: line)
    }

    /// The record of an event has a type, a list of sources, and a trigger or a list of targets.
    private func isEvent(_ node: JSONNode) -> Bool {
        guard node["type"]?.string != nil, node["source"]?.array != nil else { return false }
        return node["trigger"] != nil || node["target"]?.array != nil
    }

    private func article(_ node: JSONNode, line: Int) throws(RowMistake) -> (FeedItem, [RowMistake]) {
        var warnings: [RowMistake] = []
        let text = try string(node, "text")
        let title = try string(node, "title")
        guard !(text ?? "").allSatisfy(\.isWhitespace) || !(title ?? "").allSatisfy(\.isWhitespace) else {
            throw RowMistake(
                code: "no_text",
                message: "the row has neither 'text' nor 'title'",
                index: (node["text"] ?? node).index
            )
        }
        var article = Article(id: identity(node) ?? "\(name):\(line)", text: text ?? "", title: title)
        article.source = node["source"]?.string
        if let date = node["date"], !date.isNull, date.string != "" {
            article.published = date.string.flatMap(PublicationDay.day)
            if article.published == nil {
                let shown = date.string.map { "'\($0.prefix(40))'" } ?? date.kind
                warnings.append(
                    RowMistake(
                        code: "bad_date",
                        message: "\(shown) is no ISO date; the article is read without a date",
                        index: date.index,
                        hint: "2024-01-24, or 2024-01-24T07:30:00Z"
                    )
                )
            }
        }
        return (.article(article), warnings)
    }

    private func identity(_ node: JSONNode) -> String? {
        switch node["id"]?.value {
        case .string(let id) where !id.isEmpty: id
        case .number(let number): Int(exactly: number).map(String.init)
        default: nil
        }
    }

    private func string(_ node: JSONNode, _ key: String) throws(RowMistake) -> String? {
        guard let value = node[key], !value.isNull else { return nil }
        guard let text = value.string else {
            throw RowMistake(
                code: "bad_value",
                message: "'\(key)' must be a string, not \(value.kind)",
                index: value.index
            )
        }
        return text
    }
}
