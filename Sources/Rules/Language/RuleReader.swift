// Reads the table of `rule "name" { … }`.
import Chronology
import EventModel
import LuaRuntime

/// Reads rules of one file.
struct RuleReader {
    /// The pack's name.
    let pack: String

    /// The keys of a rule.
    static let keys = [
        "alert", "description", "false_positives", "fires", "kind", "match", "references", "run", "severity", "silent",
        "status", "title",
    ]

    /// The rule of a table.
    func rule(_ name: String, _ table: Table, at location: SourceLocation) throws(RuleError) -> Rule {
        let place = "rule \"\(name)\""
        let reader = try TableReader(table, place: place, known: Self.keys + [RuleDeprecation.key])
        guard let kind = try reader.text("kind") else {
            throw reader.error("kind", "is missing", hint: "kind = \"retaliation\"")
        }
        return Rule(
            id: "\(pack)/\(name)",
            kind: kind,
            title: try reader.text("title") ?? name.capitalizedFirst,
            severity: try reader.choice("severity", of: Severity.self) ?? .medium,
            status: try reader.choice("status", of: RuleStatus.self) ?? .experimental,
            deprecation: try RuleDeprecation(reader),
            description: try reader.text("description") ?? "",
            references: try reader.texts("references"),
            falsePositives: try reader.texts("false_positives"),
            search: try search(reader),
            wording: try function("alert", reader),
            fires: try examples("fires", reader, location),
            silent: try examples("silent", reader, location),
            location: location
        )
    }

    private func search(_ reader: TableReader) throws(RuleError) -> Rule.Search {
        let run = try function("run", reader)
        switch (reader["match"], run) {
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
            guard case .table(let table) = value else {
                throw reader.error(key, "must be a list of tables; there is a \(value.typeName) in it")
            }
            let place = "\(reader.place), \(key)[\(number + 1)]"
            examples.append(try ExampleReader(place: place).example(table, at: location))
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
