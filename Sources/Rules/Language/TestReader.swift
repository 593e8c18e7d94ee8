// Reads what a rule asks of a field: a value, a list of values, a test, a choice.
import Chronology
import EventModel
import LuaRuntime

/// Reads the tests of one field.
struct TestReader {
    let field: EventField
    let place: String

    /// The test that a value stands for.
    func test(_ value: Value) throws(RuleError) -> FieldTest {
        switch value {
        case .string(let text): return try test(text)
        case .integer(let number):
            try require(isNumeric, "is no number")
            return .number(Double(number))
        case .number(let number):
            try require(isNumeric, "is no number")
            return .number(number)
        case .boolean(let flag):
            // As in `events:where`: true asks for a field that has a value, unless it is a yes-or-no itself.
            return field == .quoted || field == .aggregate ? .flag(flag) : .known(flag)
        case .table(let table): return try test(table, choice: .any)
        case .object: return try partTest(value)
        default: throw error("cannot be compared with a \(value.typeName)", hint: nil)
        }
    }

    private func partTest(_ value: Value) throws(RuleError) -> FieldTest {
        switch value.part?.content {
        case .test(let test):
            if case .range = test { try require(isNumeric, "is no number") }
            if case .days = test { try require(field == .date || field == .published, "is no date") }
            if case .says = test { try require(isText, "is no text") }
            return test
        case .choice(let choice, let table): return try test(table, choice: choice)
        default: throw error("cannot be compared with a \(value.typeName)", hint: nil)
        }
    }

    private func test(_ table: Table, choice: RulePart.Choice) throws(RuleError) -> FieldTest {
        if !table.fields.isEmpty {
            if isNumeric, table.sequence.isEmpty { return try rangeTest(table) }
            guard field == .source || field == .target, table.sequence.isEmpty else {
                throw error("takes a value or a list of values, no named keys", hint: nil)
            }
            return try actorTest(table)
        }
        var tests: [FieldTest] = []
        for value in table.sequence { tests.append(try test(value)) }
        switch choice {
        case .any: return tests.count == 1 ? tests[0] : .any(tests)
        case .all: return .all(tests)
        case .none: return .none(tests)
        }
    }

    private func rangeTest(_ table: Table) throws(RuleError) -> FieldTest {
        let reader = try TableReader(table, place: "\(place), \(field.rawValue)", known: ["min", "max"])
        for (name, value) in reader.fields where value.anyNumber == nil {
            throw reader.error(name, "must be a number, not a \(value.typeName)")
        }
        return .range(reader["min"].anyNumber, reader["max"].anyNumber)
    }

    private func actorTest(_ table: Table) throws(RuleError) -> FieldTest {
        let reader = try TableReader(
            table,
            place: "\(place), \(field.rawValue)",
            known: ActorField.allCases.map(\.rawValue)
        )
        var tests: [ActorField: FieldTest] = [:]
        for (name, value) in reader.fields {
            guard let actorField = ActorField(rawValue: name) else { continue }
            tests[actorField] = try Self.actorFieldTest(value, reader, name)
        }
        return .actor(tests)
    }

    private static func actorFieldTest(
        _ value: Value,
        _ reader: TableReader,
        _ name: String
    ) throws(RuleError) -> FieldTest {
        switch value {
        case .string(let text):
            if name == ActorField.sector.rawValue { try Self.check(text, Sector.self, reader, name) }
            return .text(text)
        case .table(let table):
            var tests: [FieldTest] = []
            for value in table.sequence { tests.append(try actorFieldTest(value, reader, name)) }
            return .any(tests)
        case .object:
            if case .test(.known(let known)) = value.part?.content { return .known(known) }
            guard case .choice(let choice, let table) = value.part?.content else { break }
            var tests: [FieldTest] = []
            for value in table.sequence { tests.append(try actorFieldTest(value, reader, name)) }
            switch choice {
            case .any: return .any(tests)
            case .all: return .all(tests)
            case .none: return .none(tests)
            }
        default: break
        }
        throw reader.error(name, "cannot be compared with a \(value.typeName)")
    }

    private static func check<Choice: RawRepresentable<String> & CaseIterable>(
        _ text: String,
        _ type: Choice.Type,
        _ reader: TableReader,
        _ key: String
    ) throws(RuleError) {
        let names = Choice.allCases.map(\.rawValue)
        guard !names.contains(text) else { return }
        throw reader.error(key, "is never '\(text)'", hint: Suggestion.hint(for: text, among: names))
    }

    private func test(_ text: String) throws(RuleError) -> FieldTest {
        switch field {
        case .type: try check(text, EventType.self)
        case .quad: try check(text, QuadClass.self)
        case .modality: try check(text, Modality.self)
        case .text, .action, .trace: return .contains(text)
        case .cameo: return .prefix(text)
        case .date, .published:
            guard let span = DaySpan(iso: text) else {
                throw error("is compared with '\(text)', which is no date", hint: "YYYY-MM-DD")
            }
            return .days(span)
        default: try require(!isNumeric && field != .quoted && field != .aggregate, "is never a text")
        }
        return .text(text)
    }

    private func check<Choice: RawRepresentable<String> & CaseIterable>(
        _ text: String,
        _ type: Choice.Type
    ) throws(RuleError) {
        let names = Choice.allCases.map(\.rawValue)
        guard !names.contains(text) else { return }
        throw error("is never '\(text)'", hint: Suggestion.hint(for: text, among: names))
    }

    private var isNumeric: Bool {
        [.hostility, .goldstein, .killed, .wounded, .sentence, .revision, .mentions].contains(field)
    }

    private var isText: Bool { [.text, .action, .speaker].contains(field) }

    private func require(_ holds: Bool, _ message: String) throws(RuleError) {
        guard holds else { throw error(message, hint: nil) }
    }

    private func error(_ message: String, hint: String?) -> RuleError {
        RuleError(code: "bad_value", message: "\(place): '\(field.rawValue)' \(message)", hint: hint)
    }
}
