// Checks of how Lua functions of rules look at events.
import EventModel
import LuaRuntime
import Rules

extension LintCheck {
    static let eventChecks = [comparedActors, comparedDate, unknownEventField, unknownBoundStep, uncheckedNumber]

    private static let comparedActors = LintCheck(
        "compared-actors",
        .error,
        "Actors are asked, not compared with a text.",
        why: "'e.source' is a list of actors and never equal to a text; 'has' looks at names, groups, backers and "
            + "countries.",
        isFixable: true,
        bad: .step("type = \"ASSAULT\", modality = \"actual\", where = function(e) return e.source == \"USA\" end,"),
        mended: .step(
            "type = \"ASSAULT\", modality = \"actual\", where = function(e) return e.source:has(\"USA\") end,"
        )
    ) { subject in
        var found: [Found] = []
        subject.forEachExpression { file, expression, around in
            guard case .binary(let symbol, let left, let right) = expression.kind, symbol == "==" || symbol == "~="
            else { return }
            for (actors, text) in [(left, right), (right, left)] {
                guard case .index(_, let key) = actors.kind, key.string == "source" || key.string == "target",
                    text.string != nil
                else { continue }
                let call = "\(file.text(actors.range)):has(\(file.text(text.range)))"
                let hasComment = file.comments.contains { expression.range.contains($0.range.lowerBound) }
                // `not` binds closer than any comparison, so that around one parentheses are not needed.
                let mended = symbol == "==" ? call : isOperand(around) ? "(not \(call))" : "not \(call)"
                found.append(
                    Found(
                        file,
                        expression.range,
                        "'\(file.text(actors.range))' is a list of actors, never equal to a text",
                        hint: mended,
                        fix: hasComment ? [] : [TextEdit(expression.range, mended)]
                    )
                )
            }
        }
        return found
    }

    private static func isOperand(_ around: [LuaExpression]) -> Bool {
        guard case .binary(let symbol, _, _)? = around.last?.kind else { return false }
        return symbol != "and" && symbol != "or"
    }

    private static let comparedDate = LintCheck(
        "compared-date",
        .error,
        "Dates are compared with dates.",
        why: "'e.date' is a day or a span of days, and comparing it with a text is an error or never true.",
        isFixable: true,
        bad: .run("for e in events:each() do if e.date == \"2024-01-20\" then return e end end"),
        mended: .run("for e in events:each() do if e.date == date(\"2024-01-20\") then return e end end")
    ) { subject in
        var found: [Found] = []
        subject.forEachExpression { file, expression, _ in
            guard case .binary(let symbol, let left, let right) = expression.kind,
                ["==", "~=", "<", ">", "<=", ">="].contains(symbol)
            else { return }
            for (day, text) in [(left, right), (right, left)] {
                guard case .index(_, let key) = day.kind, key.string == "date" || key.string == "published",
                    let written = text.string
                else { continue }
                let mended = "date(\(file.text(text.range)))"
                found.append(
                    Found(
                        file,
                        text.range,
                        "'\(file.text(day.range))' is a date, and '\(written)' is a text",
                        hint: mended,
                        fix: [TextEdit(text.range, mended)]
                    )
                )
            }
        }
        return found
    }

    private static let unknownEventField = LintCheck(
        "unknown-event-field",
        .error,
        "Functions ask events for fields that they have.",
        why: "Asking an event for a field that there is not is an error, when the rule first looks at an event.",
        isFixable: true,
        bad: .rule("alert = function(m) return tostring(m.a.tpye) end,"),
        mended: .rule("alert = function(m) return tostring(m.a.type) end,")
    ) { subject in
        let fields = EventField.allCases.map(\.rawValue)
        let methods = ["answers", "days_since"]
        return subject.rules.flatMap { rule in
            rule.eventAccesses.compactMap { access in
                let (key, name) = (access.key, access.name)
                guard !(fields + methods).contains(name) else { return nil }
                let nearest = Suggestion.nearest(to: name, among: fields)
                // `e["typ"]` keeps its quotes.
                let isQuoted = rule.file.text(key.range) != name
                return Found(
                    rule.file,
                    key.range,
                    "an event has no field '\(name)'",
                    hint: Suggestion.hint(for: name, among: fields),
                    fix: nearest.map {
                        isQuoted ? rule.file.replacingString(key.range, with: $0) : [TextEdit(key.range, $0)]
                    } ?? []
                )
            }
        }
    }

    private static let unknownBoundStep = LintCheck(
        "unknown-bound-step",
        .error,
        "Functions look at steps that the rule has.",
        why: "'m.reply' is nil in a rule without a step 'reply', and using it an error when the rule first fires.",
        isFixable: true,
        bad: .rule("alert = function(m) return tostring(m.b) end,"),
        mended: .rule("alert = function(m) return tostring(m.a) end,")
    ) { subject in
        subject.rules.flatMap { rule -> [Found] in
            let steps = rule.steps.compactMap { $0.name?.text }
            guard !steps.isEmpty, !rule.hasWindow else { return [] }
            var found: [Found] = []
            for function in rule.functions {
                guard let match = function.match else { continue }
                var walk = LuaWalk()
                walk.onExpression = { expression, _ in
                    guard case .index(let owner, let key) = expression.kind, let name = key.string,
                        rule.file.means(owner, match), !steps.contains(name),
                        rule.file.text(key.range) == name
                    else { return }
                    let nearest = Suggestion.nearest(to: name, among: steps) ?? (steps.count == 1 ? steps[0] : nil)
                    found.append(
                        Found(
                            rule.file,
                            key.range,
                            "rule '\(rule.name)' has no step '\(name)'",
                            hint: Suggestion.hint(for: name, among: steps),
                            fix: nearest.map { [TextEdit(key.range, $0)] } ?? []
                        )
                    )
                }
                walk.visit(function.body.body)
            }
            return found
        }
    }

    private static let optionalNumbers: Set<String> = ["goldstein", "killed", "wounded"]

    private static let uncheckedNumber = LintCheck(
        "unchecked-number",
        .warning,
        "Numbers that may be unknown are checked before they are compared.",
        why: "'e.killed' is nil where the text tells no number, and comparing nil with a number is an error.",
        isFixable: true,
        bad: .step("type = \"ASSAULT\", modality = \"actual\", where = function(e) return e.killed > 10 end,"),
        mended: .step(
            "type = \"ASSAULT\", modality = \"actual\", where = function(e) return e.killed and e.killed > 10 end,"
        )
    ) { subject in
        subject.rules.flatMap { rule in
            rule.eventAccesses.compactMap { access in
                let (expression, name, around) = (access.expression, access.name, access.around)
                // A step that asks for a number binds only events that have one.
                guard optionalNumbers.contains(name), access.step?.field(name) == nil, let comparison = around.last,
                    case .binary(let symbol, _, _) = comparison.kind,
                    ["<", ">", "<=", ">=", "+", "-", "*", "/"].contains(symbol),
                    !isGuarded(expression, around, rule.file)
                else { return nil }
                let text = rule.file.text(expression.range)
                let isComparison = ["<", ">", "<=", ">="].contains(symbol)
                let isWhole = around.count == 1 || isChained(around.dropLast().last)
                let start = comparison.range.lowerBound
                return Found(
                    rule.file,
                    expression.range,
                    "'\(text)' may be nil",
                    hint: isComparison ? "\(text) and …, or the field test at_least(…)" : "(\(text) or 0)",
                    fix: isComparison
                        ? (isWhole ? [TextEdit(start..<start, "\(text) and ")] : [])
                        : [TextEdit(expression.range, "(\(text) or 0)")]
                )
            }
        }
    }

    private static func isChained(_ expression: LuaExpression?) -> Bool {
        guard let expression else { return true }
        switch expression.kind {
        case .binary("and", _, _): return true
        case .parenthesis, .function: return true
        default: return false
        }
    }

    /// Whether an `and` around an expression asks for the same value first, or anything else in the function does.
    private static func isGuarded(_ expression: LuaExpression, _ around: [LuaExpression], _ file: LintFile) -> Bool {
        let text = file.text(expression.range)
        return around.contains { outer in
            guard case .binary("and", let left, _) = outer.kind, left.range.upperBound <= expression.range.lowerBound
            else { return false }
            return file.text(left.range).contains(text)
        } || isTested(expression, text, file)
    }

    /// Whether the text before has `if e.killed` or the like, on an earlier line of the function.
    private static func isTested(_ expression: LuaExpression, _ text: String, _ file: LintFile) -> Bool {
        var tested = false
        var walk = LuaWalk()
        walk.onStatement = { statement in
            guard case .branch(let arms, _) = statement.kind,
                statement.range.lowerBound < expression.range.lowerBound
            else { return }
            if arms.contains(where: {
                $0.0.range.upperBound < expression.range.lowerBound
                    && file.text($0.0.range).contains(text)
            }) {
                tested = true
            }
        }
        walk.visit(file.statements)
        return tested
    }
}
