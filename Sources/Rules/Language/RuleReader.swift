// Reads the table of `rule "name" { … }`.
import Chronology
import EventModel
import LuaRuntime

/// Reads rules of one file.
struct RuleReader {
    /// The pack's name.
    let pack: String
    /// The VM that the rule's functions live in.
    let vm: VM
    /// The thresholds that a user has changed, by rule id and name.
    let changes: [String: [String: Value]]

    /// The keys of a rule.
    static let keys = [
        "alert", "description", "false_positives", "fires", "kind", "match", "references", "run", "severity", "silent",
        "status", "thresholds", "title",
    ]

    /// The rule of a table.
    func rule(_ name: String, _ table: Table, at location: SourceLocation) throws(RuleError) -> Rule {
        let place = "rule \"\(name)\""
        let reader = try TableReader(table, place: place, known: Self.keys + [RuleDeprecation.key])
        guard let kind = try reader.text("kind") else {
            throw reader.error("kind", "is missing", hint: "kind = \"retaliation\"")
        }
        let id = "\(pack)/\(name)"
        let thresholds = try Thresholds(reader, rule: id, changes: changes[id] ?? [:])
        return Rule(
            id: id,
            kind: kind,
            title: try reader.text("title") ?? name.capitalizedFirst,
            severity: try reader.choice("severity", of: Severity.self) ?? .medium,
            status: try reader.choice("status", of: RuleStatus.self) ?? .experimental,
            deprecation: try RuleDeprecation(reader),
            description: try reader.text("description") ?? "",
            references: try reader.texts("references"),
            falsePositives: try reader.texts("false_positives"),
            search: try search(reader, thresholds),
            wording: try function("alert", reader),
            fires: try examples("fires", reader, location),
            silent: try examples("silent", reader, location),
            location: location,
            thresholds: thresholds.values
        )
    }

    private func search(_ reader: TableReader, _ thresholds: Thresholds) throws(RuleError) -> Rule.Search {
        let run = try function("run", reader)
        switch (try match(reader, thresholds), run) {
        case (.nil, nil):
            throw RuleError(
                code: "nothing_to_find",
                message: "\(reader.place) has neither 'match' nor 'run'",
                hint: "match = sequence { … }, or run = function(events) … end"
            )
        case (.nil, let run?): return .run(run)
        case (let match, nil):
            let sequences = try SequenceReader.match(match, place: reader.place)
            return .match(sequences.map { $0.resolved(in: pack) })
        case (_, _?):
            throw RuleError(code: "two_searches", message: "\(reader.place) has both 'match' and 'run'")
        }
    }

    /// What `match` is, or gives as a function of the thresholds.
    private func match(_ reader: TableReader, _ thresholds: Thresholds) throws(RuleError) -> Value {
        guard case .function(let function) = reader["match"] else { return reader["match"] }
        do throws(LuaError) {
            return try vm.call(function, [.object(thresholds)]).first ?? .nil
        } catch {
            var error = RuleError(error, rule: nil)
            // The column is found again where the error is read.
            error.location?.column = nil
            error.location?.excerpt = nil
            throw error
        }
    }

    private func function(_ key: String, _ reader: TableReader) throws(RuleError) -> RuleFunction? {
        switch reader[key] {
        case .nil: return nil
        case .function(let function): return RuleFunction(function)
        case let other: throw reader.error(key, "must be a function, not a \(other.typeName)")
        }
    }

    private func examples(
        _ key: String,
        _ reader: TableReader,
        _ location: SourceLocation
    ) throws(RuleError) -> [RuleExample] {
        let list: [Value]
        switch reader[key] {
        case .nil: return []
        case .table(let table) where table.fields.isEmpty: list = table.sequence
        default: throw reader.error(key, "must be a list of examples", hint: "\(key) = { { events = { … } } }")
        }
        var examples: [RuleExample] = []
        for (number, value) in list.enumerated() {
            let place = ExampleReader(place: "\(reader.place), \(key)[\(number + 1)]")
            let tables: [Table]
            if case .table(let table) = value {
                tables = [table]
            } else if case .retelling(let retelling)? = value.part?.content {
                tables = retelling.examples
            } else {
                throw reader.error(key, "must be a list of examples; there is a \(value.typeName) in it")
            }
            for table in tables { examples.append(try place.example(table, at: location)) }
        }
        return examples
    }
}

extension String {
    /// `attack_burst` as `Attack burst`.
    fileprivate var capitalizedFirst: String {
        let words = String(map { $0 == "_" || $0 == "-" ? " " : $0 })
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
