// Checks of what rules cost, and of rules that find the same.
import EventModel
import Rules

extension LintCheck {
    static let costChecks = [noKey, unboundedRun, functionWithoutFilter, manyWays, overlappingRules]

    private static let noKey = LintCheck(
        "no-key",
        .warning,
        "A sequence of several steps has a key.",
        why:
            "Without 'by' every event is matched with every other, whoever acts: the work grows with the square of the "
            + "number of events, and matches are of people who have nothing to do with each other.",
        bad: .rules(
            """
            rule "r" {
                kind = "k",
                match = sequence {
                    within = days(7),
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
                    within = days(7),
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
            let relations: Set<String> = ["reverses", "same_dyad", "answers", "same_as"]
            let isTied = file.tokens.contains { token in
                sequence.range.contains(token.range.lowerBound) && token.kind == .name && relations.contains(token.text)
            }
            guard steps.count > 1, sequence.field("by") == nil, !isTied else { return nil }
            return Found(
                file,
                sequence.wholeRange.lowerBound..<sequence.wholeRange.lowerBound + 8,
                "nothing says what the events have in common",
                hint: "by = \"pair\""
            )
        }
    }

    private static let unboundedRun = LintCheck(
        "unbounded-run",
        .note,
        "A run of events has an end or a time.",
        why: "A run without a bound takes in every event of a war, and costs as much.",
        bad: .rules(
            """
            rule "r" {
                kind = "k",
                match = sequence {
                    by = "pair",
                    step "blows" { type = "ASSAULT", modality = "actual", one_or_more() },
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
                    step "blows" { type = "ASSAULT", modality = "actual", one_or_more() },
                },
            }

            """
        )
    ) { subject in
        subject.tables(["sequence"]).flatMap { file, sequence -> [Found] in
            let hasTime = file.tokens.contains { token in
                sequence.range.contains(token.range.lowerBound) && token.kind == .name
                    && ["within", "max_gap", "window"].contains(token.text)
            }
            guard !hasTime else { return [] }
            var found: [Found] = []
            var walk = LuaWalk()
            walk.onExpression = { expression, _ in
                guard let (function, arguments) = expression.call else { return }
                let isOpen =
                    function.name == "one_or_more"
                    || (function.name == "times" && arguments.first?.call?.function.name == "at_least")
                if isOpen {
                    found.append(Found(file, expression.range, "nothing ends the run", hint: "within = days(30)"))
                }
            }
            walk.visit(LuaExpression(kind: .table(sequence.fields), range: sequence.range))
            return found
        }
    }

    private static let functionWithoutFilter = LintCheck(
        "function-without-filter",
        .warning,
        "A function is asked only about events that fields let through.",
        why: "Fields are compared natively, a thousand times as fast as a call into Lua: a step with nothing but a "
            + "function calls it for every event.",
        bad: .step("where = function(e) return e.killed ~= nil end,"),
        mended: .step("type = \"ASSAULT\", modality = \"actual\", where = function(e) return e.killed ~= nil end,")
    ) { subject in
        subject.tables(NamedTable.stepWords).compactMap { file, step in
            func isFunction(_ field: LuaField) -> Bool {
                if case .function = file.scopes.value(field.value).kind { true } else { false }
            }
            let functions = step.fields.filter { ($0.isPositional || $0.name?.text == "where") && isFunction($0) }
            let filters = step.fields.filter { field in
                EventField(rawValue: field.name?.text ?? "") != nil || (field.isPositional && !isFunction(field))
            }
            guard let function = functions.first, filters.isEmpty else { return nil }
            return Found(file, function.range, "the function is called for every event", hint: "type = \"…\" before it")
        }
    }

    private static let manyWays = LintCheck(
        "many-ways",
        .note,
        "A rule unfolds into few sequences.",
        why:
            "Each alternative step and each order doubles what is looked for; more than eight ways are better two rules.",
        bad: .rules(
            """
            local function choice(a, b)
                return one_of { step(a) { type = "THREATEN", modality = "actual" }, step(b) { type = "MOBILIZE",
                    modality = "actual" } }
            end
            rule "r" {
                kind = "k",
                match = sequence {
                    by = "pair", within = days(9),
                    choice("a", "b"), choice("c", "d"), choice("e", "f"), choice("g", "h"),
                },
            }

            """
        ),
        mended: .rules(
            """
            local function choice(a, b)
                return one_of { step(a) { type = "THREATEN", modality = "actual" }, step(b) { type = "MOBILIZE",
                    modality = "actual" } }
            end
            rule "r" {
                kind = "k",
                match = sequence { by = "pair", within = days(9), choice("a", "b"), choice("c", "d") },
            }

            """
        )
    ) { subject in
        subject.rules.compactMap { rule in
            guard let loaded = subject.loaded(rule), case .match(let sequences) = loaded.search, sequences.count > 8
            else { return nil }
            return Found(
                rule.file,
                rule.field("match")?.name?.range ?? rule.nameRange,
                "rule '\(rule.name)' looks for \(sequences.count) sequences",
                hint: "use fewer alternatives, or two rules"
            )
        }
    }

    private static let overlappingRules = LintCheck(
        "overlapping-rules",
        .warning,
        "No two rules find the same.",
        why:
            "Two rules with one pattern raise two alerts on the same events; where one finds all that the other finds, "
            + "exclude it there, or say by severity what is graver.",
        bad: .rules(
            "rule \"a\" { kind = \"k\", match = step \"s\" { type = \"ASSAULT\", modality = \"actual\" } }\n"
                + "rule \"b\" { kind = \"k\", match = step \"s\" { type = \"ASSAULT\", modality = \"actual\" } }\n"
        ),
        mended: .rules(
            "rule \"a\" { kind = \"k\", match = step \"s\" { type = \"ASSAULT\", modality = \"actual\" } }\n"
                + "rule \"b\" { kind = \"k\", match = step \"s\" { type = \"COERCE\", modality = \"actual\" } }\n"
        )
    ) { subject in
        let pairs = subject.rules.compactMap { rule in subject.loaded(rule).map { (rule, $0) } }
        return pairs.enumerated().flatMap { place, pair -> [Found] in
            pairs[..<place].compactMap { other in
                let (rule, loaded) = pair
                // A rule that is on its way out may overlap with what replaces it.
                guard loaded.status != .deprecated, other.1.status != .deprecated, loaded.kind == other.1.kind,
                    loaded.severity == other.1.severity
                else { return nil }
                if covers(other.1, loaded) {
                    return Found(
                        rule.file,
                        rule.nameRange,
                        "rule '\(other.0.name)' finds all that '\(rule.name)' finds"
                    )
                }
                if covers(loaded, other.1) {
                    return Found(
                        rule.file,
                        rule.nameRange,
                        "rule '\(rule.name)' finds all that '\(other.0.name)' finds"
                    )
                }
                return nil
            }
        }
    }

    /// Whether a rule surely finds all that another finds: for each of its sequences there is one that asks less.
    private static func covers(_ wide: Rule, _ narrow: Rule) -> Bool {
        guard case .match(let wideSequences) = wide.search, case .match(let narrowSequences) = narrow.search else {
            return false
        }
        return narrowSequences.allSatisfy { narrow in wideSequences.contains { covers($0, narrow) } }
    }

    private static func covers(_ wide: SequencePattern, _ narrow: SequencePattern) -> Bool {
        guard wide.key == narrow.key, wide.elements.count == narrow.elements.count, wide.skip == narrow.skip,
            wide.suppress == nil || wide.suppress == narrow.suppress, (wide.within ?? .max) >= (narrow.within ?? .max)
        else { return false }
        return zip(wide.elements, narrow.elements).allSatisfy { wide, narrow in
            guard case .step(let wide) = wide, case .step(let narrow) = narrow else { return wide == narrow }
            return wide.times == narrow.times && Set(parts(wide.condition)).isSubset(of: parts(narrow.condition))
        }
    }

    private static func parts(_ condition: Condition) -> [Condition] {
        if case .all(let conditions) = condition { conditions.flatMap(parts) } else { [condition] }
    }
}
