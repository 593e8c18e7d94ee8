// Values as a session shows them: an event as a card, a selection as a table, the rest as Lua writes it.
import EventModel
import LuaRuntime
import Rendering

/// Makes text of values.
struct ValuePrinter {
    let vm: VM
    let look: Look
    var mode = OutputMode.table

    /// The text of a value.
    func text(_ value: Value) -> String {
        switch value {
        case .handle(let handle) where handle.kind == EventKind.event: return card(value) ?? vm.describe(value)
        case .object(let object): return text(object) ?? vm.describe(value)
        case .table(let table): return heat(table) ?? LuaLiteral(vm: vm, width: look.width).text(value)
        default: return vm.describe(value)
        }
    }

    private func text(_ object: any HostObject) -> String? {
        switch object {
        case let selection as EventSelection: return self.selection(selection)
        case let list as AlertList: return alerts(list.alerts)
        case let alert as AlertObject: return card(alert.alert)
        case let list as ArticleList: return articles(list.articles)
        case let article as ArticleObject: return article.article.text
        case let list as RuleList: return rows(list.records, of: list.rules.count, noun: "rule")
        case let list as FieldSummaryList: return rows(list.records, of: list.items.count, noun: "field")
        case let rule as RuleObject: return "\(rule.rule.id): \(rule.rule.description)"
        case let list as ActorList:
            return rows(list.records(countMax: shownCount(list.rows.count)), of: list.rows.count, noun: "actor")
        case let numbers as EventNumbers: return self.numbers(numbers)
        case let series as EventSeries:
            let view = SeriesView(series.series, title: series.luaDescription)
            return (view.lines(width: look.width, style: look.style) + [look.style.paint(view.legend, .faint)])
                .joined(separator: "\n")
        case let view as ViewObject: return view.view.text(width: look.width, style: look.style)
        default: return nil
        }
    }

    // MARK: - Cards

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

    // MARK: - Lists

    private func shownCount(_ count: Int) -> Int {
        mode == .table || mode == .cards ? min(count, look.rowCountMax) : count
    }

    private func selection(_ selection: EventSelection) -> String {
        let found = selection.rows
        let snapshot = selection.query.snapshot
        switch mode {
        case .cards:
            let cards = found.prefix(look.rowCountMax).map {
                lines(EventCard(snapshot.event(at: Int($0)), width: look.width, style: look.style).text)
            }
            let rest = found.count - cards.count
            return (cards + (rest > 0 ? ["… \(rest.grouped) more"] : [])).joined(separator: "\n\n")
        case .json, .jsonl, .csv:
            return lines(RecordWriter.text(found.lazy.map { snapshot.event(at: Int($0)) }, format))
        case .table:
            return ElidedTable(count: found.count, noun: "event", look: look).text { place in
                var record = snapshot.event(at: Int(found[place])).tableRecord
                if look.width < TableFormat.wideWidthMin { record["id"] = nil }
                return record
            }
        }
    }

    private func alerts(_ alerts: [Alert]) -> String {
        switch mode {
        case .json, .jsonl, .csv: return lines(RecordWriter.text(alerts, format))
        case .cards: return alerts.map(card).joined(separator: "\n\n")
        case .table:
            return ElidedTable(count: alerts.count, noun: "alert", look: look).text { place in
                var record = alerts[place].tableRecord
                if look.width < TableFormat.wideWidthMin { record["fingerprint"] = nil }
                return record
            }
        }
    }

    private func articles(_ articles: [Article]) -> String {
        let record = { (place: Int) -> Record in
            let article = articles[place]
            let start = article.title ?? String(article.text.prefix(200))
            return [
                "id": .text(article.id), "published": .text(article.published?.description),
                "text": .text(start.split(whereSeparator: \.isWhitespace).joined(separator: " ")),
            ]
        }
        guard mode == .table || mode == .cards else {
            return lines(RecordWriter.text(articles.indices.map(record), format))
        }
        return ElidedTable(count: articles.count, noun: "article", look: look).text(record)
    }

    private func rows(_ rows: [Record], of count: Int, noun: String) -> String {
        guard mode == .table || mode == .cards else { return lines(RecordWriter.text(rows, format)) }
        guard count > 0 else { return "no \(noun)s" }
        let text = lines(RecordWriter.text(rows, .table, width: look.width, style: look.style))
        let rest = count - rows.count
        return rest > 0 ? text + "\n… \(rest.grouped) more \(noun)s" : text
    }

    private var format: OutputFormat { OutputFormat(rawValue: mode.rawValue) ?? .table }

    // MARK: - Numbers

    private func numbers(_ numbers: EventNumbers) -> String {
        let most = numbers.groups.map { abs($0.value) }.max() ?? 0
        let records: [Record] = numbers.groups.prefix(shownCount(numbers.groups.count)).map { group in
            let bar = most > 0 ? Int((abs(group.value) / most * 20).rounded()) : 0
            var record: Record = [
                "key": .text(EventNumbers.text(group.key, numbers.field)),
                "value": Int(exactly: group.value).map { .integer($0) } ?? .number(group.value),
            ]
            if mode == .table { record.append("", .text(String(repeating: "█", count: bar))) }
            return record
        }
        return rows(records, of: numbers.groups.count, noun: "group")
    }

    /// A list of series by key, as `events:by(…):per(…):count()` gives it: a row of bars for each.
    private func heat(_ table: Table) -> String? {
        let items = table.sequence.compactMap { item -> (key: String, series: Series)? in
            guard case .table(let item) = item, case .string(let key) = item["key"],
                case .object(let object) = item["series"], let series = object as? EventSeries
            else { return nil }
            return (key, series.series)
        }
        guard !items.isEmpty, items.count == table.entries.count else { return nil }
        let busiest = items.sorted { ($0.series.total, $1.key) > ($1.series.total, $0.key) }
        let records: [Record] = busiest.prefix(shownCount(items.count)).map { item in
            [
                "key": .text(item.key), "total": .integer(Int(item.series.total)),
                "per \(item.series.period.rawValue)": .text(
                    Sparkline.text(item.series.values, width: max(8, look.width / 2))
                ),
            ]
        }
        return rows(records, of: items.count, noun: "group")
    }

    private func lines(_ text: String) -> String { text.last?.isNewline == true ? String(text.dropLast()) : text }
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
