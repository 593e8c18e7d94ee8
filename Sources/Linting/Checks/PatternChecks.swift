// Checks of what rules look for: keys, values, steps, times.
import Chronology
import EventModel
import Rules

extension LintCheck {
    static let patternChecks = [
        unknownKeyCheck, unknownValue, unknownMode, unknownStep, windowNeverMatches, contradictoryConditions,
        duplicateValue, redundantPhrase, loneAlternative, unusedStep, noModality, unboundedSequence,
    ]

    // MARK: keys

    private static let unknownKeyCheck = LintCheck(
        "unknown-key",
        .error,
        "Tables of rules, sequences, steps and examples have only keys that mean something.",
        why: "A key that nothing reads is a slip of the keyboard, and stops the file from loading.",
        isFixable: true,
        bad: .step("type = \"ASSAULT\", modalty = \"actual\","),
        mended: .step("type = \"ASSAULT\", modality = \"actual\",")
    ) { subject in
        var found: [Found] = []
        func check(_ fields: [LuaField], _ keys: [String], _ owner: String, _ file: LintFile) {
            for field in fields {
                guard let name = field.name, !keys.contains(name.text) else { continue }
                found.append(unknownKey(name, among: keys, of: owner, taken: fields, file))
            }
        }
        for rule in subject.rules {
            check(rule.fields, RuleVocabulary.ruleKeys, "a rule", rule.file)
            for example in rule.examples("fires") + rule.examples("silent") {
                let fields = example.fields ?? []
                check(fields, RuleVocabulary.exampleKeys, "an example", rule.file)
                let events = fields.first { $0.name?.text == "events" }?.value
                for event in events.map({ rule.file.scopes.value($0) })?.fields ?? [] {
                    check(event.value.fields ?? [], RuleVocabulary.eventKeys, "an event of an example", rule.file)
                }
            }
        }
        for (file, table) in subject.tables(["sequence"]) {
            check(table.fields, RuleVocabulary.sequenceKeys, "a sequence", file)
        }
        for (file, condition) in conditionTables(subject) {
            check(condition, RuleVocabulary.stepKeys, "a step", file)
        }
        return found
    }

    /// The tables of steps and absences, and the tables of conditions within them.
    static func conditionTables(_ subject: LintSubject) -> [(file: LintFile, fields: [LuaField])] {
        (subject.tables(NamedTable.stepWords) + subject.tables(["absent"])).flatMap { file, table in
            nested(table.fields).map { (file, $0) }
        }
    }

    /// A table of conditions and those that stand in it without a key or in a choice.
    private static func nested(_ fields: [LuaField]) -> [[LuaField]] {
        var tables = [fields]
        for field in fields where field.isPositional {
            if let inner = field.value.fields { tables += nested(inner) }
            if let (function, arguments) = field.value.call, isChoice(function.name) {
                // A choice of conditions is a table with keys, or a list of such tables.
                for argument in arguments { tables += argument.fields.map(nested) ?? [] }
            }
        }
        return tables
    }

    private static func isChoice(_ name: String?) -> Bool {
        ["any", "all", "none", "one_of", "all_of"].contains(name)
    }

    // MARK: values

    /// The values that closed fields can have.
    private static let vocabularies: [String: [String]] = [
        "type": EventType.allCases.map(\.rawValue), "modality": Modality.allCases.map(\.rawValue),
        "quad": QuadClass.allCases.map(\.rawValue),
    ]

    private static let unknownValue = LintCheck(
        "unknown-value",
        .error,
        "A closed field is compared with values that it can have.",
        why: "An event's type is never 'ASAULT': the step would match nothing, or everything where it is excluded.",
        isFixable: true,
        bad: .step("type = { \"ASAULT\", \"COERCE\" }, modality = \"actual\","),
        mended: .step("type = { \"ASSAULT\", \"COERCE\" }, modality = \"actual\",")
    ) { subject in
        var found: [Found] = []
        var seen: Set<String> = []
        func check(_ field: LuaField, _ name: String, _ words: [String], _ file: LintFile) {
            for (text, range) in file.strings(field.value) where !words.contains(text) {
                // A list that several steps share is one mistake.
                guard seen.insert("\(file.path):\(range.lowerBound)").inserted else { continue }
                let nearest = Suggestion.nearest(to: text, among: words)
                found.append(
                    Found(
                        file,
                        range,
                        "'\(name)' is never '\(text)'",
                        hint: Suggestion.hint(for: text, among: words),
                        fix: nearest.map { file.replacingString(range, with: $0) } ?? []
                    )
                )
            }
        }
        let sectors = Sector.allCases.map(\.rawValue)
        for (file, fields) in conditionTables(subject) + exampleEvents(subject) {
            for field in fields {
                guard let name = field.name?.text else { continue }
                if let words = vocabularies[name] { check(field, name, words, file) }
                guard name == "source" || name == "target" else { continue }
                for inner in field.value.fields ?? [] where inner.name?.text == "sector" {
                    check(inner, "sector", sectors, file)
                }
            }
        }
        subject.forEachExpression { file, expression, _ in
            guard case .binary(let symbol, let left, let right) = expression.kind, symbol == "==" || symbol == "~="
            else { return }
            for (field, value) in [(left, right), (right, left)] {
                guard case .index(_, let key) = field.kind, let name = key.string, let words = vocabularies[name],
                    name != "type" || value.string?.uppercased() == value.string, let text = value.string,
                    !words.contains(text)
                else { continue }
                let nearest = Suggestion.nearest(to: text, among: words)
                found.append(
                    Found(
                        file,
                        value.range,
                        "'\(name)' is never '\(text)'",
                        hint: Suggestion.hint(for: text, among: words),
                        fix: nearest.map { file.replacingString(value.range, with: $0) } ?? []
                    )
                )
            }
        }
        return found
    }

    /// The tables of events in examples.
    static func exampleEvents(_ subject: LintSubject) -> [(file: LintFile, fields: [LuaField])] {
        subject.rules.flatMap { rule in
            (rule.examples("fires") + rule.examples("silent")).flatMap { example -> [(LintFile, [LuaField])] in
                let events = example.fields?.first { $0.name?.text == "events" }?.value
                let fields = events.map { rule.file.scopes.value($0) }?.fields ?? []
                return fields.compactMap { field in field.value.fields.map { (rule.file, $0) } }
            }
        }
    }

    private static let unknownMode = LintCheck(
        "unknown-mode",
        .warning,
        "Modes and contexts are those of the ontology.",
        why: "Events have the modes and contexts of PLOVER; a step that asks for another one never matches.",
        isFixable: true,
        bad: .step("type = \"ASSAULT\", modality = \"actual\", mode = \"heavy-weapon\","),
        mended: .step("type = \"ASSAULT\", modality = \"actual\", mode = \"heavy-weapons\",")
    ) { subject in
        let modes = Set(subject.ontology.modes.values.flatMap { $0 }).sorted()
        let words = ["mode": modes, "context": subject.ontology.contexts]
        return (conditionTables(subject) + exampleEvents(subject)).flatMap { file, fields in
            fields.flatMap { field -> [Found] in
                guard let name = field.name?.text, let words = words[name] else { return [] }
                return file.strings(field.value).filter { !words.contains($0.text) }.map { text, range in
                    let nearest = Suggestion.nearest(to: text, among: words)
                    return Found(
                        file,
                        range,
                        "there is no \(name) '\(text)'",
                        hint: Suggestion.hint(for: text, among: words),
                        fix: nearest.map { file.replacingString(range, with: $0) } ?? []
                    )
                }
            }
        }
    }

    // MARK: steps

    private static let unknownStep = LintCheck(
        "unknown-step",
        .error,
        "Relations name a step that stands before.",
        why: "A step can only be compared with one that is bound already; any other name stops the file from loading.",
        isFixable: true,
        bad: .step("type = \"ASSAULT\", modality = \"actual\", reverses = \"befor\","),
        mended: .step("type = \"ASSAULT\", modality = \"actual\", reverses = \"before\",")
    ) { subject in
        subject.rules.flatMap { rule in
            rule.tables(["sequence"]).flatMap { sequence -> [Found] in
                let whole = LuaExpression(kind: .table(sequence.fields), range: sequence.range)
                let steps = NamedTable.all(NamedTable.stepWords, in: whole, scopes: rule.file.scopes)
                return steps.enumerated().flatMap { place, step -> [Found] in
                    let names = steps.compactMap { $0.name?.text }
                    // Alternatives and steps in any order may refer to what stands further down.
                    let others = names.filter { $0 != step.name?.text }
                    return nested(step.fields).flatMap { $0 }.compactMap { field in
                        guard let key = field.name?.text, relationKeys.contains(key), let text = field.value.string,
                            !others.contains(text)
                        else { return nil }
                        let nearest = Suggestion.nearest(to: text, among: others)
                        return Found(
                            rule.file,
                            field.value.range,
                            "there is no other step '\(text)'",
                            hint: Suggestion.hint(for: text, among: others),
                            fix: nearest.map { rule.file.replacingString(field.value.range, with: $0) } ?? []
                        )
                    }
                }
            }
        }
    }

    private static let relationKeys = ["answers", "from", "new_party", "reverses", "same_dyad"]

    private static let unusedStep = LintCheck(
        "unused-step",
        .warning,
        "An optional step is used by something.",
        why:
            "A step that may be left out and that no other step, no wording and no expectation looks at changes nothing "
            + "but the evidence.",
        bad: .rules(
            """
            rule "r" {
                kind = "k",
                match = sequence {
                    by = "pair",
                    step "talk" { type = "CONSULT", modality = "actual", optional() },
                    step "blow" { type = "ASSAULT", modality = "actual" },
                },
            }

            """
        ),
        mended: .rules(
            """
            rule "r" {
                kind = "k",
                match = sequence {
                    by = "pair",
                    step "talk" { type = "CONSULT", modality = "actual", optional() },
                    step "blow" { type = "ASSAULT", modality = "actual" },
                },
                alert = function(m)
                    return m.talk and "They talked, then fought." or "They fought."
                end,
            }

            """
        )
    ) { subject in
        subject.rules.flatMap { rule in
            rule.steps.compactMap { step in
                guard let name = step.name, step.fields.contains(where: { $0.value.call?.function.name == "optional" })
                else { return nil }
                let uses = rule.file.tokens.count { token in
                    rule.range.contains(token.range.lowerBound) && token.text == name.text
                        && (token.kind == .name || token.kind == .string)
                }
                guard uses < 2 else { return nil }
                return Found(
                    rule.file,
                    name.range,
                    "nothing looks at the optional step '\(name.text)'",
                    hint: "leave it out"
                )
            }
        }
    }

    private static let noModality = LintCheck(
        "no-modality",
        .warning,
        "A step says whether events must have happened.",
        why:
            "Planned, hypothetical and denied acts are events too: a step without 'modality' takes 'Iran denied that it "
            + "had struck' for a strike. Where that is wanted, list all modalities.",
        bad: .step("type = \"ASSAULT\","),
        mended: .step("type = \"ASSAULT\", modality = { \"actual\", \"claimed\" },")
    ) { subject in
        subject.tables(NamedTable.stepWords).compactMap { file, table in
            let fields = nested(table.fields).flatMap { $0 }
            // Conditions in a local variable, or in a function, may ask for it.
            let isOpen = fields.contains { field in
                (field.isPositional && field.value.name != nil) || field.name?.text == "where"
                    || (field.isPositional && isFunction(field.value))
            }
            guard fields.contains(where: { $0.name?.text == "type" }), !isOpen,
                !fields.contains(where: { $0.name?.text == "modality" })
            else { return nil }
            return Found(
                file,
                table.name?.range ?? table.wholeRange,
                "step '\(table.name?.text ?? "")' takes planned and denied acts, too",
                hint: "modality = { \"actual\", \"claimed\" }"
            )
        }
    }

    private static func isFunction(_ expression: LuaExpression) -> Bool {
        if case .function = expression.kind { true } else { false }
    }
}
