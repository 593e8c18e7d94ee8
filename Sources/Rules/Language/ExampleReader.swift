// Reads the examples of a rule: articles, event tables, expectations.
import Chronology
import EventModel
import LuaRuntime

/// Reads one example.
struct ExampleReader {
    /// What the table is, for messages.
    let place: String
    /// What relative dates count from.
    private var calendar = ExampleCalendar()

    init(place: String) { self.place = place }

    /// The keys of an example.
    static let keys = ["article", "articles", "date", "events", "expect", "note"]

    /// The keys of an event of an example beside those of the record.
    static let eventKeys = [
        "action", "aggregate", "article", "cameo", "context", "date", "hostility", "in_response_to", "killed",
        "location",
        "modality", "mode", "published", "quoted", "source", "speaker", "target", "text", "type", "weapon", "wounded",
    ]

    /// The keys of an expectation that are not names of steps.
    static let expectationKeys = ["alerts", "date", "participants", "severity", "summary"]

    /// The example of a table.
    func example(_ table: Table, at location: SourceLocation) throws(RuleError) -> RuleExample {
        let reader = try TableReader(table, place: place, known: Self.keys)
        var dated = self
        if let date = try reader.text("date") {
            guard let day = Day(iso: date) else {
                throw reader.error("date", "is '\(date)', which is no day", hint: "date = \"2024-01-24\"")
            }
            dated.calendar.base = day
        }
        return try dated.example(reader, at: location)
    }

    private func example(_ reader: TableReader, at location: SourceLocation) throws(RuleError) -> RuleExample {
        let input = try input(reader)
        let expectation: RuleExample.Expectation?
        switch reader["expect"] {
        case .nil: expectation = nil
        case .table(let table): expectation = try self.expectation(table, of: input)
        case let other: throw reader.error("expect", "must be a table, not a \(other.typeName)")
        }
        return RuleExample(
            input: input,
            expectation: expectation,
            note: try reader.text("note"),
            location: location
        )
    }

    private func input(_ reader: TableReader) throws(RuleError) -> RuleExample.Input {
        switch (try reader.text("article"), try reader.texts("articles"), reader["events"]) {
        case (let article?, [], .nil): return .article(calendar.article(article))
        case (nil, let articles, .nil) where !articles.isEmpty: return .articles(articles.map(calendar.article))
        case (nil, [], .table(let table)) where table.fields.isEmpty:
            var drafts: [EventDraft] = []
            for (number, value) in table.sequence.enumerated() {
                guard case .table(let table) = value else {
                    throw reader.error("events", "must be a list of tables; there is a \(value.typeName) in it")
                }
                drafts.append(try draft(table, place: "\(place), events[\(number + 1)]", before: number))
            }
            return .events(drafts)
        default:
            throw RuleError(
                code: "bad_example",
                message: "\(place) needs one of 'article', 'articles' and 'events'",
                hint: "{ article = \" date 2024-01-24 …\" } or { events = { { type = \"ASSAULT\", … } } }"
            )
        }
    }

    private func draft(_ table: Table, place: String, before count: Int) throws(RuleError) -> EventDraft {
        let reader = try TableReader(table, place: place, known: Self.eventKeys)
        guard let type = try reader.choice("type", of: EventType.self) else {
            throw reader.error("type", "is missing", hint: "type = \"ASSAULT\"")
        }
        var draft = EventDraft(type: type)
        draft.source = try actors("source", reader)
        draft.target = try actors("target", reader)
        draft.date = try span("date", reader)
        draft.mode = try reader.text("mode")
        draft.context = try reader.texts("context")
        draft.cameo = try reader.text("cameo")
        draft.modality = try reader.choice("modality", of: Modality.self) ?? .actual
        draft.quoted = try reader.flag("quoted") ?? false
        draft.speaker = try reader.text("speaker")
        draft.aggregate = try reader.flag("aggregate") ?? false
        draft.place = try reader.text("location")
        draft.weapon = try reader.texts("weapon")
        draft.killed = try reader.integer("killed")
        draft.wounded = try reader.integer("wounded")
        draft.hostility = try reader.integer("hostility")
        draft.answers = try answers(reader, before: count)
        draft.text = try reader.text("text")
        draft.action = try reader.text("action")
        draft.published = try day("published", reader)
        draft.article = try reader.text("article") ?? draft.article
        return draft
    }

    private func answers(_ reader: TableReader, before count: Int) throws(RuleError) -> [Int] {
        var numbers: [Int] = []
        let values: [Value]
        switch reader["in_response_to"] {
        case .nil: return []
        case .table(let table): values = table.sequence
        case let value: values = [value]
        }
        for value in values {
            guard case .integer(let number) = value, (1...max(1, count)).contains(number), count > 0 else {
                throw reader.error("in_response_to", "must be the place of an event before it in the list, from 1")
            }
            numbers.append(number)
        }
        return numbers
    }

    private func span(_ key: String, _ reader: TableReader) throws(RuleError) -> DaySpan? {
        guard let text = try reader.text(key) else { return nil }
        guard let span = calendar.span(text) else {
            throw reader.error(key, "is '\(text)', which is no date", hint: ExampleCalendar.hint)
        }
        return span
    }

    private func day(_ key: String, _ reader: TableReader) throws(RuleError) -> Day? {
        guard let text = try reader.text(key) else { return nil }
        guard let day = calendar.day(text) else {
            throw reader.error(key, "is '\(text)', which is no day", hint: "\(key) = \"2024-01-24\", or \"+3\"")
        }
        return day
    }

    private func actors(_ key: String, _ reader: TableReader) throws(RuleError) -> [EventDraft.ActorDraft] {
        switch reader[key] {
        case .nil: return []
        case .string(let name): return [.named(name)]
        case .table(let table):
            guard table.fields.isEmpty else { return [.known(try actor(table, key, reader))] }
            var actors: [EventDraft.ActorDraft] = []
            for value in table.sequence {
                switch value {
                case .string(let name): actors.append(.named(name))
                case .table(let table): actors.append(.known(try actor(table, key, reader)))
                default: throw reader.error(key, "has a \(value.typeName) among its actors")
                }
            }
            return actors
        case let other: throw reader.error(key, "must be an actor's name or a list of names, not a \(other.typeName)")
        }
    }

    private func actor(_ table: Table, _ key: String, _ reader: TableReader) throws(RuleError) -> Actor {
        let fields = try TableReader(
            table,
            place: "\(reader.place), \(key)",
            known: ActorField.allCases.map(\.rawValue)
        )
        let id = try fields.text("id")
        guard let name = try fields.text("name") ?? id else {
            throw fields.error("name", "is missing")
        }
        return Actor(
            id: id ?? ExampleEvents.slug(name),
            name: name,
            country: try fields.text("country"),
            sector: try fields.choice("sector", of: Sector.self),
            backer: try fields.text("backer"),
            family: try fields.text("family"),
            text: name
        )
    }

    private func expectation(
        _ table: Table,
        of input: RuleExample.Input
    ) throws(RuleError) -> RuleExample.Expectation {
        var expectation = RuleExample.Expectation()
        let names = table.fields.compactMap { entry in
            if case .string(let name) = entry.key { name } else { nil }
        }
        let reader = try TableReader(table, place: "\(place), expect", known: names)
        expectation.alerts = try reader.integer("alerts")
        for (name, value) in reader.fields {
            guard !Self.expectationKeys.contains(name) else { continue }
            if let numbers = try places(value, name, reader, of: input) {
                expectation.places.append((name, numbers))
                continue
            }
            guard case .table(let fields) = value else {
                throw reader.error(
                    name,
                    "is neither a table of what the step is bound to nor the place of an event",
                    hint: Suggestion.hint(for: name, among: Self.expectationKeys)
                )
            }
            expectation.steps.append((name, try tests(fields, place: "\(reader.place), \(name)")))
        }
        expectation.severity = try reader.choice("severity", of: Severity.self)
        expectation.date = try span("date", reader)?.end
        expectation.summary = try reader.text("summary")
        expectation.participants = try reader.texts("participants")
        return expectation
    }

    /// The places of events that `reply = 2` or `attacks = { 1, 2 }` names; nil where the value is something else.
    private func places(
        _ value: Value,
        _ step: String,
        _ reader: TableReader,
        of input: RuleExample.Input
    ) throws(RuleError) -> [Int]? {
        let values: [Value]
        switch value {
        case .integer: values = [value]
        case .table(let table) where table.fields.isEmpty && !table.entries.isEmpty: values = table.sequence
        default: return nil
        }
        guard case .events(let drafts) = input else {
            throw reader.error(step, "names events by place, which only an example with 'events' has")
        }
        var numbers: [Int] = []
        for value in values {
            guard case .integer(let number) = value, (1...max(1, drafts.count)).contains(number) else {
                throw reader.error(step, "must be the place of an event in the list, from 1 to \(drafts.count)")
            }
            numbers.append(number)
        }
        return numbers
    }

    private func tests(_ table: Table, place: String) throws(RuleError) -> [EventField: FieldTest] {
        let reader = try TableReader(table, place: place, known: ConditionReader.fieldKeys)
        var tests: [EventField: FieldTest] = [:]
        for (name, value) in reader.fields {
            guard let field = EventField(rawValue: name) else { continue }
            if field == .date || field == .published, case .string(let text) = value, let span = calendar.span(text) {
                tests[field] = .days(span)
                continue
            }
            tests[field] = try TestReader(field: field, place: place).test(value)
        }
        return tests
    }
}
