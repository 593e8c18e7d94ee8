// Reads one field of a filter: the name, the kind of value, the words that it may be.
import Chronology

/// Turns `field = value` into a condition.
struct FilterReader {
    let vocabulary: FieldVocabulary

    /// Fields that a filter takes beside those of the record.
    private static let extraNames = ["actor", "since", "until", "through"]
    private static let unfilteredFields: Set<EventField> = [.span, .trigger, .mentions]

    /// All names that a filter takes.
    static let names = EventField.allCases.filter { !unfilteredFields.contains($0) }.map(\.rawValue) + extraNames

    func condition(_ name: String, _ value: FilterValue) throws(QueryError) -> Condition {
        guard Self.names.contains(name) else {
            if EventField(rawValue: name) != nil {
                throw QueryError(code: "bad_field", message: "events cannot be filtered by \(name)")
            }
            throw .unknown("field", name, among: Self.names)
        }
        if let field = NumberField(rawValue: name) { return .number(field, try number(name, value)) }
        switch name {
        case "type": return .types(Set(try closed(name, value, EventType.allCases)))
        case "quad":
            let quads = try closed(name, value, QuadClass.allCases)
            return .types(Set(EventType.allCases.filter { quads.contains($0.quad) }))
        case "modality": return .modalities(Set(try closed(name, value, Modality.allCases)))
        case "quoted": return .quoted(try flag(name, value))
        case "aggregate": return .aggregate(try flag(name, value))
        case "date", "published", "since", "until", "through": return try days(name, value)
        case "id": return .ids(try texts(name, value).map(EventID.standIn))
        case "in_response_to":
            if case .flag(let known) = value { return .answersAny(known) }
            return .answers(try texts(name, value).map(EventID.standIn))
        case "source", "target", "actor": return try actors(name, value)
        default:
            guard let field = TextField(rawValue: name) else { throw .unknown("field", name, among: Self.names) }
            return .text(field, try text(field, value))
        }
    }

    private func closed<Value: RawRepresentable<String>>(
        _ name: String,
        _ value: FilterValue,
        _ all: [Value]
    ) throws(QueryError) -> [Value] {
        var values: [Value] = []
        for text in try texts(name, value) {
            guard let value = Value(rawValue: text) else {
                throw unknownValue(name, text, among: all.map(\.rawValue))
            }
            values.append(value)
        }
        return values
    }

    private func unknownValue(_ name: String, _ text: String, among: [String]) -> QueryError {
        QueryError(
            code: "unknown_value",
            message: "\(name) is never '\(text)'",
            hint: Suggestion.hint(for: text, among: among)
        )
    }

    private func texts(_ name: String, _ value: FilterValue) throws(QueryError) -> [String] {
        var texts: [String] = []
        for element in value.elements {
            guard case .text(let text) = element else { throw .wrongValue(name, element, "a text or a list of texts") }
            texts.append(text)
        }
        return texts
    }

    private func flag(_ name: String, _ value: FilterValue) throws(QueryError) -> Bool {
        guard case .flag(let flag) = value else { throw .wrongValue(name, value, "true or false") }
        return flag
    }

    private func number(_ name: String, _ value: FilterValue) throws(QueryError) -> NumberTest {
        let wanted = "a number, a list of numbers, { min =, max = }, or true or false for whether it is known"
        switch value {
        case .flag(let known): return .known(known)
        case .table(let parts):
            try checkParts(name, parts, ["min", "max"])
            var bounds: [String: Double] = [:]
            for (part, bound) in parts {
                guard case .number(let number) = bound else { throw .wrongValue("\(name).\(part)", bound, "a number") }
                bounds[part] = number
            }
            let (low, high) = (bounds["min"] ?? -.infinity, bounds["max"] ?? .infinity)
            guard low <= high else {
                throw QueryError(code: "bad_value", message: "\(name) cannot be at least \(low) and at most \(high)")
            }
            return .range(low...high)
        default:
            var numbers: [Double] = []
            for element in value.elements {
                guard case .number(let number) = element else { throw .wrongValue(name, element, wanted) }
                numbers.append(number)
            }
            return .among(numbers)
        }
    }

    private func text(_ field: TextField, _ value: FilterValue) throws(QueryError) -> TextTest {
        let name = field.rawValue
        switch value {
        case .flag(let known): return .known(known)
        case .table(let parts):
            try checkParts(name, parts, ["contains"])
            return .containing(try texts("\(name).contains", parts["contains"] ?? .list([])))
        default:
            let values = try texts(name, value)
            switch field {
            case .action, .text, .trace: return .containing(values)
            case .mode: try check(name, values, vocabulary.modes)
            case .context: try check(name, values, vocabulary.contexts)
            case .weapon: try check(name, values, vocabulary.weapons)
            case .cameo:
                for value in values where !vocabulary.cameo.isEmpty {
                    guard vocabulary.cameo.contains(where: { $0.hasPrefix(value) }) else {
                        throw unknownValue(name, value, among: vocabulary.cameo)
                    }
                }
                return .prefixes(values)
            case .speaker, .location, .article: break
            }
            return .among(values)
        }
    }

    private func check(_ name: String, _ values: [String], _ vocabulary: [String]) throws(QueryError) {
        guard !vocabulary.isEmpty else { return }
        for value in values where !vocabulary.contains(value) {
            throw unknownValue(name, value, among: vocabulary)
        }
    }

    private func checkParts(_ name: String, _ parts: [String: FilterValue], _ known: [String]) throws(QueryError) {
        for part in parts.keys.sorted() where !known.contains(part) {
            throw .unknown("part of \(name)", part, among: known)
        }
    }

    private func days(_ name: String, _ value: FilterValue) throws(QueryError) -> Condition {
        if case .flag(let known) = value, name == "date" { return .dated(known) }
        if case .flag(let known) = value, name == "published" { return .publishedKnown(known) }
        var low = Int32.unknown + 1
        var high = Int32.max
        if case .table(let parts) = value {
            try checkParts(name, parts, ["from", "to"])
            if let from = parts["from"] { low = try span("\(name).from", from).start.number }
            if let end = parts["to"] { high = try span("\(name).to", end).end.number }
            guard low <= high else {
                throw QueryError(code: "bad_value", message: "\(name) cannot end before it begins")
            }
        } else {
            let span = try span(name, value)
            if name != "until" && name != "through" { low = span.start.number }
            if name != "since" { high = span.end.number }
        }
        return name == "published" ? .published(low...high) : .date(low...high)
    }

    private func span(_ name: String, _ value: FilterValue) throws(QueryError) -> DaySpan {
        switch value {
        case .date(let span): return span
        case .text(let text):
            if let span = DaySpan(iso: text) { return span }
            fallthrough
        default: throw .wrongValue(name, value, "a date such as '2024-01-23' or '2024-01-20/2024-01-23'")
        }
    }

    private func actors(_ name: String, _ value: FilterValue) throws(QueryError) -> Condition {
        let sides: [Side] = name == "source" ? [.source] : name == "target" ? [.target] : [.source, .target]
        if case .flag(let known) = value, sides.count == 1 { return .actorsKnown(sides[0], known) }
        return .actors(sides, try ActorPattern.patterns(name, value))
    }
}
