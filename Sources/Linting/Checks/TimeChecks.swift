// Checks of conditions that cannot all be met: times, types and classes, ranges of numbers.
import Chronology
import EventModel
import Rules

extension LintCheck {
    static let windowNeverMatches = LintCheck(
        "window-never-matches",
        .error,
        "Times of steps leave room for a match.",
        why: "A step that must come at least two weeks later and within one never comes.",
        bad: .step("type = \"ASSAULT\", modality = \"actual\", min_gap = days(14), within = days(7),"),
        mended: .step("type = \"ASSAULT\", modality = \"actual\", min_gap = days(7), within = days(14),")
    ) { subject in
        var found: [Found] = []
        for (file, fields) in conditionTables(subject) {
            guard let gap = days("min_gap", fields, file) else { continue }
            for key in ["within", "max_gap"] {
                guard let most = days(key, fields, file), gap.days > most.days else { continue }
                found.append(
                    Found(file, gap.range, "at least \(gap.days) days and at most \(most.days) days is never")
                )
            }
        }
        for (file, sequence) in subject.tables(["sequence"]) {
            guard let whole = days("within", sequence.fields, file) else { continue }
            var sofar = 0
            for field in sequence.fields where field.isPositional {
                guard let step = NamedTable.table(NamedTable.stepWords, field.value),
                    !step.fields.contains(where: { $0.value.call?.function.name == "optional" }),
                    let gap = days("min_gap", step.fields, file)
                else { continue }
                sofar += gap.days
                guard sofar > whole.days else { continue }
                let message = "the step comes at least \(sofar) days after the first, and the whole takes at most"
                found.append(Found(file, gap.range, "\(message) \(whole.days)"))
                break
            }
        }
        return found
    }

    /// The number of days of `days(7)` or `weeks(2)` at a key.
    private static func days(_ key: String, _ fields: [LuaField], _ file: LintFile) -> (days: Int, range: Range<Int>)? {
        guard let field = fields.first(where: { $0.name?.text == key }),
            let (function, arguments) = file.scopes.value(field.value).call, arguments.count == 1,
            case .number(let text) = file.scopes.value(arguments[0]).kind, let number = Double(text)
        else { return nil }
        switch function.name {
        case "days": return (Int(number), field.range)
        case "weeks": return (Int(number * 7), field.range)
        default: return nil
        }
    }

    static let contradictoryConditions = LintCheck(
        "contradictory-conditions",
        .error,
        "What a step asks can be true of one event.",
        why: "The class of an event follows from its type, and its CAMEO code too: an ASSAULT is never verbal.",
        bad: .step("type = \"ASSAULT\", quad = \"verbal_conflict\", modality = \"actual\","),
        mended: .step("type = \"ASSAULT\", quad = \"material_conflict\", modality = \"actual\",")
    ) { subject in
        conditionTables(subject).flatMap { file, fields -> [Found] in
            func plain(_ key: String) -> (texts: [String], range: Range<Int>)? {
                guard let field = fields.first(where: { $0.name?.text == key }) else { return nil }
                // What is excluded excludes nothing here.
                guard field.value.call?.function.name != "none" else { return nil }
                let texts = file.strings(field.value).map(\.text)
                return texts.isEmpty ? nil : (texts, field.range)
            }
            var found: [Found] = []
            if let types = plain("type"), let quads = plain("quad") {
                let possible = Set(types.texts.compactMap(EventType.init).map(\.quad.rawValue))
                if !possible.isEmpty, possible.isDisjoint(with: quads.texts) {
                    found.append(
                        Found(
                            file,
                            quads.range,
                            "\(types.texts.joined(separator: ", ")) is never \(quads.texts.joined(separator: " or "))",
                            hint: possible.sorted().joined(separator: " or ")
                        )
                    )
                }
            }
            if let types = plain("type"), let modes = plain("mode") {
                let possible = Set(types.texts.compactMap(EventType.init).flatMap { subject.ontology.modes[$0] ?? [] })
                let known = Set(subject.ontology.modes.values.flatMap { $0 })
                if possible.isDisjoint(with: modes.texts), modes.texts.allSatisfy(known.contains) {
                    found.append(
                        Found(
                            file,
                            modes.range,
                            "\(types.texts.joined(separator: ", ")) never has mode "
                                + modes.texts.joined(separator: " or "),
                            hint: possible.isEmpty ? nil : "one of " + possible.sorted().joined(separator: ", ")
                        )
                    )
                }
            }
            for field in fields where field.value.call?.function.name == "all" {
                guard let name = field.name?.text, ["type", "modality", "quad", "mode"].contains(name),
                    Set(file.strings(field.value).map(\.text)).count > 1
                else { continue }
                found.append(
                    Found(file, field.range, "'\(name)' has one value, never several at once", hint: "any { … }")
                )
            }
            return found
        }
    }

    static let unboundedSequence = LintCheck(
        "unbounded-sequence",
        .warning,
        "Steps are tied together by time or by the text.",
        why: "Without 'within' an attack of last year and one of today make a match, and the engine has to keep every "
            + "event for ever.",
        bad: .rules(
            """
            rule "r" {
                kind = "k",
                match = sequence {
                    by = "pair",
                    step "a" { type = "THREATEN", modality = "actual" },
                    step "b" { type = "ASSAULT", modality = "actual" },
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
                    within = days(30),
                    step "a" { type = "THREATEN", modality = "actual" },
                    step "b" { type = "ASSAULT", modality = "actual" },
                },
            }

            """
        )
    ) { subject in
        subject.tables(["sequence"]).compactMap { file, sequence in
            let whole = LuaExpression(kind: .table(sequence.fields), range: sequence.range)
            let steps = NamedTable.all(NamedTable.stepWords, in: whole, scopes: file.scopes)
            let binds: Set<String> = ["within", "answers", "window", "max_gap", "article"]
            let isBound = file.tokens.contains { token in
                sequence.range.contains(token.range.lowerBound) && token.kind == .name && binds.contains(token.text)
            }
            let isByArticle = sequence.field("by")?.value.string == "article"
            // Conditions in local variables may hold the bound.
            let isOpen = steps.contains { step in step.fields.contains { $0.isPositional && $0.value.name != nil } }
            guard steps.count > 1, !isBound, !isByArticle, !isOpen else { return nil }
            return Found(
                file,
                sequence.wholeRange.lowerBound..<sequence.wholeRange.lowerBound + 8,
                "nothing bounds the time between the steps",
                hint: "within = days(30)"
            )
        }
    }
}
