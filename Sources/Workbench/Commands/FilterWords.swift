// The filters of `.events`: `type=ASSAULT,COERCE`, `killed>=4`, `date<=2024-01-31`, an actor or a word.
import EventModel
import LuaRuntime

/// Reads the words of a filter.
struct FilterWords {
    let snapshot: EventStore.Snapshot
    let vocabulary: FieldVocabulary

    /// The events of a query that meet all the words; throws what a wrong word comes to.
    func apply(_ words: [String], to query: Query) throws(QueryError) -> Query {
        var query = query
        for word in words { query = query.where(try Filter(try fields(word), vocabulary: vocabulary)) }
        return query
    }

    private func fields(_ word: String) throws(QueryError) -> [String: FilterValue] {
        for sign in [">=", "<=", "="] {
            guard let range = word.firstRange(of: sign) else { continue }
            let (field, text) = (String(word[..<range.lowerBound]), String(word[range.upperBound...]))
            guard !field.isEmpty, !text.isEmpty else {
                throw QueryError(code: "bad_filter", message: "a filter is field=value, not '\(word)'")
            }
            return sign == "=" ? [field: value(text, of: field)] : try bound(field, sign, text)
        }
        // A bare word is an actor where there is one of that name, else words of the sentence.
        if snapshot.key(word) != nil { return ["actor": .text(word)] }
        return ["text": .table(["contains": .text(word)])]
    }

    private func bound(_ field: String, _ sign: String, _ text: String) throws(QueryError) -> [String: FilterValue] {
        let isLow = sign == ">="
        if field == "date" { return [isLow ? "since" : "through": .text(text)] }
        if field == "published" { return [field: .table([isLow ? "from" : "to": .text(text)])] }
        guard let number = Double(text) else {
            throw QueryError(code: "bad_filter", message: "\(field)\(sign) needs a number, not '\(text)'")
        }
        return [field: .table([isLow ? "min" : "max": .number(number)])]
    }

    // What a value is follows from its field: the CAMEO code 195 is a text, and 4 killed is a number.
    private func value(_ text: String, of field: String) -> FilterValue {
        let values = text.split(separator: ",").map { part -> FilterValue in
            let part = String(part)
            if part == "true" || part == "false" { return .flag(part == "true") }
            if NumberField(rawValue: field) != nil, let number = Double(part) { return .number(number) }
            return .text(part)
        }
        return values.count == 1 ? values[0] : .list(values)
    }
}
