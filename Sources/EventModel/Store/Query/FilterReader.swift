// Reads one field of a filter: the fields of events, and the ones that a filter has beside them.
import Chronology

/// Turns `field = value` into a condition.
struct FilterReader {
    let vocabulary: FieldVocabulary

    /// Fields that a filter takes beside those of the record.
    private static let extraNames = ["actor", "since", "until", "through"]

    /// All names that a filter takes.
    static let names = FieldReader.fields.map(\.rawValue) + extraNames

    func condition(_ name: String, _ value: FilterValue) throws(QueryError) -> Condition {
        let reader = FieldReader(vocabulary: vocabulary)
        switch name {
        // Either side: a pattern of actors is the same on both.
        case "actor":
            if case .flag = value { throw .wrongValue(name, value, "an actor's name, or a table, or a list") }
            return .actor(try reader.test(.source, value, as: name))
        case "since": return .field(.date, .days(DaySpan(try FieldReader.span(name, value).start, .latest)))
        case "until", "through": return .field(.date, .days(DaySpan(.earliest, try FieldReader.span(name, value).end)))
        default: break
        }
        guard let field = EventField(rawValue: name) else { throw .unknown("field", name, among: Self.names) }
        guard FieldReader.fields.contains(field) else {
            throw QueryError(code: "bad_field", message: "events cannot be filtered by \(name)")
        }
        return .field(field, try reader.test(field, value))
    }
}
