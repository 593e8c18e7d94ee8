// Values as a session shows them: an event as a card, a selection as a table, the rest as Lua writes it.
import EventModel
import LuaRuntime
import Rendering

/// Makes text of values.
struct ValuePrinter {
    let vm: VM
    let look: Look

    /// The text of a value.
    func text(_ value: Value) -> String {
        switch value {
        case .handle(let handle) where handle.kind == EventKind.event: return card(value) ?? vm.describe(value)
        case .object(let object as EventSelection): return table(object)
        case .object(let alerts as AlertList): return table(alerts.alerts)
        case .object(let alert as AlertObject): return card(alert.alert)
        case .object(let articles as ArticleList): return table(articles.articles)
        case .object(let article as ArticleObject): return article.article.text
        default: return vm.describe(value)
        }
    }

    private func card(_ value: Value) -> String? {
        guard let snapshot = vm.eventContext?.snapshot, let row = value.eventRow, row < snapshot.count else {
            return nil
        }
        return lines(EventCard(snapshot.event(at: row), width: look.width, style: look.style).text)
    }

    private func card(_ alert: Alert) -> String {
        let ids = Set(alert.evidence)
        var events: [String: Event] = [:]
        if let snapshot = vm.eventContext?.snapshot {
            for id in ids { if let row = snapshot.row(id: id) { events[id] = snapshot.event(at: row) } }
        }
        return lines(AlertCard(alert, events: events, width: look.width, style: look.style).text)
    }

    private func table(_ selection: EventSelection) -> String {
        let snapshot = selection.query.snapshot
        let shown = selection.rows.prefix(look.rowCountMax).map { snapshot.event(at: Int($0)) }
        return table(shown, of: selection.count, noun: "event")
    }

    private func table(_ alerts: [Alert]) -> String {
        table(Array(alerts.prefix(look.rowCountMax)), of: alerts.count, noun: "alert")
    }

    private func table(_ articles: [Article]) -> String {
        let rows: [Record] = articles.prefix(look.rowCountMax).enumerated().map { index, article in
            let start = article.title ?? String(article.text.prefix(200))
            return [
                "n": .integer(index + 1), "id": .text(article.id), "published": .text(article.published?.description),
                "text": .text(start.split(whereSeparator: \.isWhitespace).joined(separator: " ")),
            ]
        }
        return table(rows, of: articles.count, noun: "article")
    }

    private func table<Row: RecordConvertible>(_ rows: [Row], of count: Int, noun: String) -> String {
        guard count > 0 else { return "no \(noun)s" }
        var text = lines(RecordWriter.text(rows, .table, width: look.width, style: look.style))
        if count > rows.count { text += "\n… \((count - rows.count).grouped) more \(noun)s" }
        return text
    }

    private func lines(_ text: String) -> String { text.hasSuffix("\n") ? String(text.dropLast()) : text }
}

extension Int {
    /// The number with commas between thousands.
    var grouped: String {
        let digits = Array(String(magnitude))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return self < 0 ? "-\(text)" : text
    }
}
