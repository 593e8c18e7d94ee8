// Reads what is asked of one field: by `events:where`, by the steps of rules, by what examples expect.
import Chronology

/// Turns the value of `field = value` into a test of the field; the one reader of field conditions.
public struct FieldReader: Sendable {
    /// The words that open fields take, as far as they are known.
    public var vocabulary: FieldVocabulary
    private var name = ""

    /// A reader that checks words against a vocabulary.
    public init(vocabulary: FieldVocabulary = FieldVocabulary()) { self.vocabulary = vocabulary }

    /// The fields that can be tested.
    public static let fields = EventField.allCases.filter { ![.span, .trigger].contains($0) }

    /// The test that a value stands for; throws `unknown_value`, `bad_value` and `unknown_part_of_…`.
    ///
    /// Errors call the field by `name` where that is given.
    public func test(_ field: EventField, _ value: FilterValue, as name: String? = nil) throws(QueryError) -> FieldTest
    {
        var reader = self
        reader.name = name ?? field.rawValue
        return try reader.read(field, value)
    }

    private func read(_ field: EventField, _ value: FilterValue) throws(QueryError) -> FieldTest {
        switch value {
        case .list(let values): return try any(field, values)
        case .choice(.any, let values): return try any(field, values)
        case .choice(.all, let values): return .all(try tests(field, values))
        case .choice(.none, let values): return .none(try tests(field, values))
        case .test(let test): return try checked(test, field)
        // True asks for a field that has a value, unless it is a yes-or-no itself.
        case .flag(let flag): return field.kind == .flag ? .flag(flag) : .known(flag)
        case .table(let parts): return try table(field, parts)
        case .text, .number, .date: break
        }
        switch field.kind {
        case .number:
            guard case .number(let number) = value else { throw .wrongValue(name, value, Self.numberHint) }
            return .number(number)
        case .date: return .days(try span(name, value))
        case .flag: throw .wrongValue(name, value, "true or false")
        case .text, .actors:
            guard case .text(let text) = value else {
                throw .wrongValue(name, value, field.kind == .actors ? Self.actorHint : Self.textHint)
            }
            return try word(field, text)
        }
    }

    private static let numberHint =
        "a number, a list of numbers, { min =, max = }, or true or false for whether it is known"
    private static let textHint = "a text or a list of texts"
    private static let actorHint = "an actor's name, a table such as { sector = 'MIL' }, or a list"

    private func tests(_ field: EventField, _ values: [FilterValue]) throws(QueryError) -> [FieldTest] {
        var tests: [FieldTest] = []
        for value in values { tests.append(try read(field, value)) }
        return tests
    }

    private func any(_ field: EventField, _ values: [FilterValue]) throws(QueryError) -> FieldTest {
        let tests = try tests(field, values)
        return tests.count == 1 ? tests[0] : .any(tests)
    }

    /// A test that a word such as `at_least` has made, where the field can be so tested.
    private func checked(_ test: FieldTest, _ field: EventField) throws(QueryError) -> FieldTest {
        let (kind, what): (FieldKind?, String) =
            switch test {
            case .range, .number: (.number, "no number")
            case .days: (.date, "no date")
            case .says: (.text, "no text")
            default: (nil, "")
            }
        guard let kind, field.kind != kind else { return test }
        throw QueryError(code: "bad_value", message: "\(name) is \(what)")
    }

    // MARK: - Words

    private func word(_ field: EventField, _ text: String) throws(QueryError) -> FieldTest {
        switch field {
        case .type: try check(field, text, among: EventType.allCases.map(\.rawValue))
        case .quad: try check(field, text, among: QuadClass.allCases.map(\.rawValue))
        case .modality: try check(field, text, among: Modality.allCases.map(\.rawValue))
        case .mode: try check(field, text, among: vocabulary.modes)
        case .context: try check(field, text, among: vocabulary.contexts)
        case .weapon: try check(field, text, among: vocabulary.weapons)
        case .text, .action, .trace: return .contains(text)
        case .cameo:
            if !vocabulary.cameo.isEmpty, !vocabulary.cameo.contains(where: { $0.hasPrefix(text) }) {
                throw Self.unknownValue(name, text, among: vocabulary.cameo)
            }
            return .prefix(text)
        default: break
        }
        return .text(text)
    }

    private func check(_ field: EventField, _ text: String, among words: [String]) throws(QueryError) {
        guard !words.isEmpty, !words.contains(text) else { return }
        throw Self.unknownValue(name, text, among: words)
    }

    private static func unknownValue(_ name: String, _ text: String, among words: [String]) -> QueryError {
        QueryError(
            code: "unknown_value",
            message: "\(name) is never '\(text)'",
            hint: Suggestion.hint(for: text, among: words)
        )
    }

    // MARK: - Tables

    private func table(_ field: EventField, _ parts: [String: FilterValue]) throws(QueryError) -> FieldTest {
        switch field.kind {
        case .number: return try range(field, parts)
        case .actors: return .actor(try actor(field, parts))
        case .date:
            try checkParts(name, parts, ["from", "to"])
            return .days(try Self.days(name, parts))
        case .flag: throw .wrongValue(name, .table(parts), "true or false")
        case .text:
            try checkParts(name, parts, ["contains"])
            var tests: [FieldTest] = []
            for element in (parts["contains"] ?? .list([])).elements {
                guard case .text(let text) = element else {
                    throw .wrongValue("\(name).contains", element, Self.textHint)
                }
                tests.append(.contains(text))
            }
            return tests.count == 1 ? tests[0] : .any(tests)
        }
    }

    private func range(_ field: EventField, _ parts: [String: FilterValue]) throws(QueryError) -> FieldTest {
        try checkParts(name, parts, ["min", "max"])
        var bounds: [String: Double] = [:]
        for (part, bound) in parts.sorted(by: { $0.key < $1.key }) {
            guard case .number(let number) = bound else {
                throw .wrongValue("\(name).\(part)", bound, "a number")
            }
            bounds[part] = number
        }
        if let low = bounds["min"], let high = bounds["max"], low > high {
            throw QueryError(
                code: "bad_value",
                message: "\(name) cannot be at least \(low) and at most \(high)"
            )
        }
        return .range(bounds["min"], bounds["max"])
    }

    private func actor(
        _ field: EventField,
        _ parts: [String: FilterValue]
    ) throws(QueryError) -> [ActorField: FieldTest] {
        var tests: [ActorField: FieldTest] = [:]
        for (part, value) in parts.sorted(by: { $0.key < $1.key }) {
            guard let actorField = ActorField(rawValue: part) else {
                throw .unknown("part of \(name)", part, among: ActorField.allCases.map(\.rawValue))
            }
            tests[actorField] = try actorTest("\(name).\(part)", actorField, value)
        }
        return tests
    }

    private func actorTest(_ name: String, _ field: ActorField, _ value: FilterValue) throws(QueryError) -> FieldTest {
        func tests(_ values: [FilterValue]) throws(QueryError) -> [FieldTest] {
            var tests: [FieldTest] = []
            for value in values { tests.append(try actorTest(name, field, value)) }
            return tests
        }
        switch value {
        case .text(let text):
            let sectors = Sector.allCases.map(\.rawValue)
            if field == .sector, !sectors.contains(text) { throw Self.unknownValue(name, text, among: sectors) }
            return .text(text)
        case .flag(let known): return .known(known)
        case .test(.known(let known)): return .known(known)
        case .list(let values): return .any(try tests(values))
        case .choice(.any, let values): return .any(try tests(values))
        case .choice(.all, let values): return .all(try tests(values))
        case .choice(.none, let values): return .none(try tests(values))
        default: throw .wrongValue(name, value, "a text")
        }
    }

    private func checkParts(
        _ name: String,
        _ parts: [String: FilterValue],
        _ known: [String]
    ) throws(QueryError) {
        for part in parts.keys.sorted() where !known.contains(part) {
            throw .unknown("part of \(name)", part, among: known)
        }
    }

    // MARK: - Days

    /// The days of `{ from =, to = }`; either may be open.
    static func days(_ name: String, _ parts: [String: FilterValue]) throws(QueryError) -> DaySpan {
        var low = Day.earliest
        var high = Day.latest
        if let from = parts["from"] { low = try span("\(name).from", from).start }
        if let end = parts["to"] { high = try span("\(name).to", end).end }
        guard low <= high else {
            throw QueryError(code: "bad_value", message: "\(name) cannot end before it begins")
        }
        return DaySpan(low, high)
    }

    private func span(_ name: String, _ value: FilterValue) throws(QueryError) -> DaySpan { try Self.span(name, value) }

    /// The span of a date, or of a text that is one.
    static func span(_ name: String, _ value: FilterValue) throws(QueryError) -> DaySpan {
        switch value {
        case .date(let span): return span
        case .text(let text):
            if let span = DaySpan(iso: text) { return span }
            fallthrough
        default: throw .wrongValue(name, value, "a date such as '2024-01-23' or '2024-01-20/2024-01-23'")
        }
    }
}

/// What kind of value a field holds.
enum FieldKind {
    case text
    case number
    case flag
    case date
    case actors
}

extension EventField {
    /// The kind of its value.
    var kind: FieldKind {
        switch self {
        case .hostility, .goldstein, .killed, .wounded, .sentence, .revision, .mentions: .number
        case .quoted, .aggregate: .flag
        case .date, .published: .date
        case .source, .target: .actors
        case .id, .action, .type, .mode, .context, .cameo, .quad, .modality, .speaker, .location, .weapon,
            .inResponseTo, .article, .span, .trigger, .text, .trace:
            .text
        }
    }
}

extension Day {
    /// A bound before all days of events.
    static let earliest = Day(number: .min + 1)
    /// A bound after all days of events.
    static let latest = Day(number: .max)
}
