// Checks of the examples of rules, which are their tests and their documentation.
import EventModel
import Rules

extension LintCheck {
    static let exampleChecks = [
        noFires, noSilent, noArticleExample, emptyExpectation, expectationOfUnknownStep, duplicateExample,
        contradictoryExamples,
    ]

    private static let event = "{ date = \"2024-01-20\", source = \"IRN\", target = \"USA\", type = \"ASSAULT\" }"

    private static func without(_ list: String, _ message: String) -> @Sendable (LintSubject) -> [Found] {
        { subject in
            subject.rules.filter { $0.examples(list).isEmpty }.map { rule in
                Found(
                    rule.file,
                    rule.field(list)?.range ?? rule.nameRange,
                    "rule '\(rule.name)' \(message)",
                    hint: "\(list) = { { events = { \(event) } } }"
                )
            }
        }
    }

    private static let noFires = LintCheck(
        "no-fires",
        .warning,
        "A rule shows when it fires.",
        why: "Without an example nobody knows whether the rule has ever fired.",
        bad: .rule("title = \"Attack\","),
        mended: .rule("fires = { { events = { \(event) } } },"),
        find: without("fires", "has no example that makes it fire")
    )

    private static let noSilent = LintCheck(
        "no-silent",
        .warning,
        "A rule shows when it stays silent.",
        why: "A rule that fires on everything passes all examples that make it fire.",
        bad: .rule("silent = {},"),
        mended: .rule("silent = { { events = { \(event) } } },"),
        find: without("silent", "has no example that leaves it silent")
    )

    private static let noArticleExample = LintCheck(
        "no-article-example",
        .note,
        "Among the examples that make a rule fire is the text of an article.",
        why: "Event tables show that the rule does what it says; an article shows that news really come out so.",
        bad: .rule("fires = { { events = { \(event) } } },"),
        mended: .rule("fires = { { article = \" date 2024-01-23 Iran struck a US base on Monday.\" } },")
    ) { subject in
        subject.rules.compactMap { rule in
            let examples = rule.examples("fires")
            guard !examples.isEmpty else { return nil }
            let hasArticle = examples.contains { example in
                (example.fields ?? []).contains { ["article", "articles"].contains($0.name?.text) }
            }
            guard !hasArticle else { return nil }
            return Found(
                rule.file,
                rule.field("fires")?.name?.range ?? rule.nameRange,
                "no article makes rule '\(rule.name)' fire",
                hint: "{ article = \" date 2024-01-24 …\" }"
            )
        }
    }

    private static let emptyExpectation = LintCheck(
        "empty-expectation",
        .note,
        "An expectation expects something.",
        why: "An empty 'expect' looks like a check and is none.",
        isFixable: true,
        bad: .rule("fires = { { events = { \(event) }, expect = {} } },"),
        mended: .rule("fires = { { events = { \(event) } } },")
    ) { subject in
        subject.rules.flatMap { rule in
            rule.examples("fires").compactMap { example in
                let fields = example.fields ?? []
                guard let expect = fields.first(where: { $0.name?.text == "expect" }),
                    expect.value.fields?.isEmpty == true
                else { return nil }
                let fix = rule.file.removing(expect, from: fields)
                return Found(rule.file, expect.range, "'expect' expects nothing", hint: "leave it out", fix: fix)
            }
        }
    }

    private static let expectationOfUnknownStep = LintCheck(
        "expectation-of-unknown-step",
        .error,
        "An expectation names steps of the rule.",
        why: "No event is ever bound to a step that the rule does not have, so that the example fails.",
        isFixable: true,
        bad: .rule("fires = { { events = { \(event) }, expect = { b = { type = \"ASSAULT\" } } } },"),
        mended: .rule("fires = { { events = { \(event) }, expect = { a = { type = \"ASSAULT\" } } } },")
    ) { subject in
        subject.rules.flatMap { rule -> [Found] in
            let steps = rule.steps.compactMap { $0.name?.text }
            guard rule.field("match") != nil, !steps.isEmpty, !rule.hasWindow else { return [] }
            let known = steps + RuleVocabulary.expectationKeys
            return rule.examples("fires").flatMap { example -> [Found] in
                let expect = example.fields?.first { $0.name?.text == "expect" }?.value
                return (expect?.fields ?? []).compactMap { field in
                    guard let name = field.name, !known.contains(name.text) else { return nil }
                    return unknownKey(
                        name,
                        among: known,
                        of: "rule '\(rule.name)'",
                        taken: expect?.fields ?? [],
                        rule.file
                    )
                }
            }
        }
    }

    /// The tokens of a part, joined: two parts are the same whatever their spaces and comments.
    private static func words(_ file: LintFile, _ range: Range<Int>) -> String {
        file.tokens.filter { range.contains($0.range.lowerBound) }.map(\.text).joined(separator: " ")
    }

    private static let duplicateExample = LintCheck(
        "duplicate-example",
        .note,
        "No example stands twice in a list.",
        why: "The second shows nothing that the first does not.",
        isFixable: true,
        bad: .rule("fires = {\n    { events = { \(event) } },\n    { events = { \(event) } },\n},"),
        mended: .rule("fires = {\n    { events = { \(event) } },\n},")
    ) { subject in
        subject.rules.flatMap { rule in
            ["fires", "silent"].flatMap { list -> [Found] in
                guard let fields = rule.field(list)?.value.fields else { return [] }
                var seen: Set<String> = []
                return fields.compactMap { field in
                    guard !seen.insert(words(rule.file, field.range)).inserted else { return nil }
                    let fix = rule.file.removing(field, from: fields)
                    return Found(rule.file, field.range, "the same example stands in '\(list)' already", fix: fix)
                }
            }
        }
    }

    private static let contradictoryExamples = LintCheck(
        "contradictory-examples",
        .error,
        "No example must both fire and be silent.",
        why: "One of the two fails whatever the rule does.",
        bad: .rule("fires = { { events = { \(event) } } },\nsilent = { { events = { \(event) } } },"),
        mended: .rule("fires = { { events = { \(event) } } },\nsilent = { { events = {} } },")
    ) { subject in
        subject.rules.flatMap { rule -> [Found] in
            func inputs(_ list: String) -> [(words: String, range: Range<Int>)] {
                rule.examples(list).flatMap { example in
                    (example.fields ?? []).filter { ["article", "articles", "events"].contains($0.name?.text) }
                        .map { (words(rule.file, $0.range), $0.range) }
                }
            }
            let firing = Set(inputs("fires").map(\.words))
            return inputs("silent").filter { firing.contains($0.words) }.map { input in
                Found(rule.file, input.range, "rule '\(rule.name)' has to fire on this as well as stay silent")
            }
        }
    }
}
