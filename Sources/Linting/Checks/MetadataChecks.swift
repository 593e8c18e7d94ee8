// Checks of what a rule says of itself.
import EventModel
import Rules

extension LintCheck {
    static let metadataChecks = [
        noTitle, noDescription, noReferences, noFalsePositives, noSeverity, unknownSeverity, noStatus, unknownStatus,
        kindStyle, ruleNameStyle, duplicateRule, deprecatedWithoutReason, deprecatedWithoutReplacement,
        unknownReplacement,
    ]

    /// Finds rules without a key, or with an empty one.
    private static func missing(
        _ key: String,
        _ message: String,
        hint: String,
        entry: (@Sendable (RuleSyntax) -> String)? = nil
    ) -> @Sendable (LintSubject) -> [Found] {
        { subject in
            subject.rules.compactMap { rule in
                let file = rule.file
                if let field = rule.field(key) {
                    let value = file.scopes.value(field.value)
                    let isEmpty = value.string?.isEmpty ?? value.fields?.isEmpty ?? false
                    return isEmpty
                        ? Found(file, field.range, "'\(key)' of rule '\(rule.name)' is empty", hint: hint) : nil
                }
                let anchor = ["title", "kind"].first { rule.field($0) != nil }
                let fix = entry.map { file.inserting($0(rule), into: rule.fields, of: rule.range, after: anchor) }
                return Found(file, rule.nameRange, "rule '\(rule.name)' \(message)", hint: hint, fix: fix ?? [])
            }
        }
    }

    private static let noTitle = LintCheck(
        "no-title",
        .warning,
        "A rule has a title.",
        why: "The title stands in alerts, lists and documentation; without one the rule's name does.",
        isFixable: true,
        bad: .rule("severity = \"high\","),
        mended: .rules(
            """
            rule "example" {
                kind = "example",
                title = "Example",
                match = step "a" { type = "ASSAULT", modality = "actual" },
                severity = "high",
            }

            """
        ),
        find: missing("title", "has no title", hint: "title = \"A few words\"") { rule in
            let words = String(rule.name.map { $0 == "_" || $0 == "-" ? " " : $0 })
            return "title = \"\(words.prefix(1).uppercased() + words.dropFirst())\""
        }
    )

    private static let noDescription = LintCheck(
        "no-description",
        .warning,
        "A rule says what it finds.",
        why: "Who gets an alert reads the description to know what was looked for.",
        bad: .rule("title = \"Attack\","),
        mended: .rule("title = \"Attack\",\ndescription = \"One side attacks another.\","),
        find: missing("description", "does not say what it finds", hint: "description = \"A sentence or two.\"")
    )

    private static let noReferences = LintCheck(
        "no-references",
        .note,
        "A rule names the literature or the reports that it stands on.",
        why: "A rule is a claim about how conflicts go; references let others judge it.",
        bad: .rule("references = {},"),
        mended: .rule("references = { \"Schelling 1966, Arms and Influence\" },"),
        find: missing("references", "names no references", hint: "references = { \"Author Year, Title\" }")
    )

    private static let noFalsePositives = LintCheck(
        "no-false-positives",
        .note,
        "A rule says when it fires and should not.",
        why: "Every rule has cases in which it is wrong; who knows them can sort alerts faster.",
        bad: .rule("title = \"Attack\","),
        mended: .rule("title = \"Attack\",\nfalse_positives = { \"exercises\" },"),
        find: missing(
            "false_positives",
            "does not say when it is wrong",
            hint: "false_positives = { \"what looks like it and is not\" }"
        )
    )

    private static let noSeverity = LintCheck(
        "no-severity",
        .warning,
        "A rule tells how much its alerts matter.",
        why: "Users let only alerts from some severity on through; 'medium' by default is nobody's judgement.",
        isFixable: true,
        bad: .rule("title = \"Attack\","),
        mended: .rule("title = \"Attack\",\nseverity = \"medium\","),
        find: missing(
            "severity",
            "tells no severity",
            hint: "one of " + Severity.allCases.map(\.rawValue).joined(separator: ", ")
        ) { _ in "severity = \"medium\"" }
    )

    private static let noStatus = LintCheck(
        "no-status",
        .warning,
        "A rule tells how far it can be relied on.",
        why: "A new rule is an experiment until it has been tried on much news.",
        isFixable: true,
        bad: .rule("title = \"Attack\","),
        mended: .rule("title = \"Attack\",\nstatus = \"experimental\","),
        find: missing(
            "status",
            "tells no status",
            hint: "one of " + RuleStatus.allCases.map(\.rawValue).joined(separator: ", ")
        ) { _ in "status = \"experimental\"" }
    )

    private static let unknownSeverity = LintCheck(
        "unknown-severity",
        .error,
        "A severity is one of info, low, medium, high and critical.",
        why: "Any other word stops the file from loading, or the rule when it words an alert.",
        isFixable: true,
        bad: .rule("severity = \"moderate\","),
        mended: .rule("severity = \"medium\","),
        find: words(
            "severity",
            Severity.allCases.map(\.rawValue),
            synonyms: [
                "moderate": "medium", "normal": "medium", "warning": "medium", "severe": "critical", "grave": "high",
                "minor": "low", "major": "high", "informational": "info", "error": "high",
            ]
        )
    )

    private static let unknownStatus = LintCheck(
        "unknown-status",
        .error,
        "A status is one of experimental, test, stable and deprecated.",
        why: "Any other word stops the file from loading.",
        isFixable: true,
        bad: .rule("status = \"Stable\","),
        mended: .rule("status = \"stable\","),
        find: words(
            "status",
            RuleStatus.allCases.map(\.rawValue),
            synonyms: [
                "testing": "test", "beta": "test", "draft": "experimental", "alpha": "experimental",
                "production": "stable", "obsolete": "deprecated",
            ]
        )
    )

    /// Finds values of a key of rules, and of what rules return, that are none of the words.
    private static func words(
        _ key: String,
        _ words: [String],
        synonyms: [String: String]
    ) -> @Sendable (LintSubject) -> [Found] {
        { subject in
            var found: [Found] = []
            for rule in subject.rules {
                var walk = LuaWalk()
                walk.onExpression = { expression, _ in
                    for field in expression.fields ?? [] where field.name?.text == key {
                        guard let text = field.value.string, !words.contains(text) else { continue }
                        let meant = synonyms[text.lowercased()] ?? Suggestion.nearest(to: text, among: words)
                        found.append(
                            Found(
                                rule.file,
                                field.value.range,
                                "there is no \(key) '\(text)'",
                                hint: meant.map { "did you mean '\($0)'?" }
                                    ?? "one of " + words.joined(separator: ", "),
                                fix: meant.map { rule.file.replacingString(field.value.range, with: $0) } ?? []
                            )
                        )
                    }
                }
                walk.visit(LuaExpression(kind: .table(rule.fields), range: rule.range))
            }
            return found
        }
    }

    private static let kindStyle = LintCheck(
        "kind-style",
        .warning,
        "A kind is lower-case words joined by _.",
        why: "Kinds are what programs group alerts by: 'Cease Fire' and 'cease_fire' would be two.",
        isFixable: true,
        bad: .rules(
            "rule \"r\" {\n    kind = \"Threat-Pending\",\n    match = step \"a\" { type = \"THREATEN\" },\n}\n"
        ),
        mended: .rules(
            "rule \"r\" {\n    kind = \"threat_pending\",\n    match = step \"a\" { type = \"THREATEN\" },\n}\n"
        )
    ) { subject in
        subject.rules.compactMap { rule in
            guard let value = rule.field("kind")?.value, let kind = value.string else { return nil }
            let mended = String(kind.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
            let isPlain = mended.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
            guard mended != kind || !isPlain || kind.isEmpty else { return nil }
            let fix = isPlain && !kind.isEmpty ? rule.file.replacingString(value.range, with: mended) : []
            return Found(rule.file, value.range, "'\(kind)' is no kind as others are", hint: "threat_pending", fix: fix)
        }
    }

    private static let ruleNameStyle = LintCheck(
        "rule-name-style",
        .error,
        "A rule's name is lower-case letters, digits, - and _.",
        why: "The name is part of the id by which users switch a rule on and off.",
        bad: .rules("rule \"My Rule\" {\n    kind = \"k\",\n    match = step \"a\" { type = \"THREATEN\" },\n}\n"),
        mended: .rules("rule \"my_rule\" {\n    kind = \"k\",\n    match = step \"a\" { type = \"THREATEN\" },\n}\n")
    ) { subject in
        subject.rules.compactMap { rule in
            let isName = rule.name.utf8.allSatisfy { byte in
                (97...122).contains(byte) || (48...57).contains(byte) || byte == 45 || byte == 95
            }
            guard !isName || rule.name.isEmpty else { return nil }
            return Found(rule.file, rule.nameRange, "'\(rule.name)' is no name for a rule", hint: "my_rule")
        }
    }

    private static let duplicateRule = LintCheck(
        "duplicate-rule",
        .error,
        "Each rule of a pack has a name of its own.",
        why: "Ids tell rules apart; of two rules with one name only the first is loaded.",
        bad: .rules(
            "rule \"a\" { kind = \"k\", match = step \"s\" {} }\nrule \"a\" { kind = \"k\", match = step \"s\" {} }\n"
        ),
        mended: .rules(
            "rule \"a\" { kind = \"k\", match = step \"s\" {} }\nrule \"b\" { kind = \"k\", match = step \"s\" {} }\n"
        )
    ) { subject in
        var seen: [String: RuleSyntax] = [:]
        return subject.rules.compactMap { rule in
            guard let first = seen[rule.name] else {
                seen[rule.name] = rule
                return nil
            }
            let place = first.file.location(first.nameRange)
            return Found(rule.file, rule.nameRange, "there is a rule '\(rule.name)' at \(place) already")
        }
    }

    /// The rules that are deprecated, with what they say about it.
    private static func deprecated(_ subject: LintSubject) -> [(rule: RuleSyntax, status: LuaField, table: NamedTable?)]
    {
        subject.rules.compactMap { rule in
            guard let status = rule.field("status"), status.value.string == RuleStatus.deprecated.rawValue else {
                return nil
            }
            let value = rule.field("deprecated")?.value
            let table = value?.fields.map { fields in
                NamedTable(name: nil, fields: fields, range: value?.range ?? status.range, wholeRange: status.range)
            }
            return (rule, status, table)
        }
    }

    private static let deprecatedExample = """
        status = "deprecated",
        deprecated = { reason = "it fires on every exercise", replacement = "none" },
        """

    private static let deprecatedWithoutReason = LintCheck(
        "deprecated-without-reason",
        .warning,
        "A deprecated rule says why.",
        why: "Who relies on the rule must know whether to stop at once or at leisure.",
        bad: .rule("status = \"deprecated\","),
        mended: .rule(deprecatedExample)
    ) { subject in
        deprecated(subject).compactMap { rule, status, table in
            guard (table?.field("reason")?.value.string ?? "").isEmpty else { return nil }
            return Found(
                rule.file,
                status.range,
                "rule '\(rule.name)' is deprecated and does not say why",
                hint: "deprecated = { reason = \"…\", replacement = \"other_rule\" }"
            )
        }
    }

    private static let deprecatedWithoutReplacement = LintCheck(
        "deprecated-without-replacement",
        .warning,
        "A deprecated rule names the rule to use instead, or says \"none\".",
        why: "Users of the rule must know where to go.",
        bad: .rule("status = \"deprecated\",\ndeprecated = { reason = \"it fires on every exercise\" },"),
        mended: .rule(deprecatedExample)
    ) { subject in
        deprecated(subject).compactMap { rule, status, table in
            guard (table?.field("replacement")?.value.string ?? "").isEmpty else { return nil }
            return Found(
                rule.file,
                status.range,
                "rule '\(rule.name)' is deprecated and names no other",
                hint: "deprecated = { reason = \"…\", replacement = \"other_rule\" }, or \"none\""
            )
        }
    }

    private static let unknownReplacement = LintCheck(
        "unknown-replacement",
        .error,
        "The rule that replaces a deprecated one exists.",
        why: "A pointer to nothing sends users astray; a rule of another pack is named with it: 'pack/rule'.",
        bad: .rule("status = \"deprecated\",\ndeprecated = { reason = \"too loud\", replacement = \"exampel\" },"),
        mended: .rule("status = \"deprecated\",\ndeprecated = { reason = \"too loud\", replacement = \"other/rule\" },")
    ) { subject in
        let names = subject.rules.map(\.name)
        return deprecated(subject).compactMap { rule, _, table in
            guard let value = table?.field("replacement")?.value, let name = value.string, !name.isEmpty,
                name != "none", !name.contains("/")
            else { return nil }
            let others = names.filter { $0 != rule.name }
            guard !others.contains(name) else { return nil }
            return Found(
                rule.file,
                value.range,
                "there is no other rule '\(name)' in the pack",
                hint: Suggestion.hint(for: name, among: others + ["none"])
            )
        }
    }
}
