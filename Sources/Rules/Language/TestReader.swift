// Reads what a rule asks of a field, by the reader that filters have.
import EventModel
import LuaRuntime

/// Reads the tests of one field.
struct TestReader {
    let field: EventField
    let place: String
    /// What the field is called in messages, nil for its own name.
    var name: String?

    /// The test that a value stands for.
    func test(_ value: Value) throws(RuleError) -> FieldTest {
        do throws(QueryError) {
            return try FieldReader().test(field, try FilterValue(value, in: nil), as: name)
        } catch {
            throw RuleError(code: error.code, message: "\(place): \(error.message)", hint: error.hint)
        }
    }
}

extension RulePart: FilterTerm {
    func filterValue(in snapshot: EventStore.Snapshot?) throws(QueryError) -> FilterValue {
        switch content {
        case .test(let test): return .test(test)
        case .choice(let choice, let table):
            var values: [FilterValue] = []
            for value in table.sequence { values.append(try FilterValue(value, in: snapshot)) }
            guard table.fields.isEmpty else { break }
            switch choice {
            case .any: return .choice(.any, values)
            case .all: return .choice(.all, values)
            case .none: return .choice(.none, values)
            }
        default: break
        }
        throw QueryError(
            code: "bad_value",
            message: "a field cannot be compared with '\(word)'",
            hint: "a value, a list, at_least(3), known(), any { … }, none { … }"
        )
    }
}
