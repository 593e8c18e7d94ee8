// Rules over the alerts of other rules: order, failures, what cannot be.
import EventModel
import Testing

@testable import Rules

@Suite struct CompositionTests {
    private static let blow = """
        rule "blow_back" { kind = "retaliation", severity = "high", match = sequence { by = "pair",
            step "a" { type = "ASSAULT" }, step "b" { type = "ASSAULT", reverses = "a", within = days(7) } } }
        """

    /// Two blows and replies, then talks, then another exchange.
    private static let drafts = [
        Workshop.draft("2024-01-01", "IRN", "USA"), Workshop.draft("2024-01-03", "USA", "IRN"),
        Workshop.draft("2024-01-06", "IRN", "USA"), Workshop.draft("2024-02-10", "IRN", "USA", .threaten),
        Workshop.draft("2024-03-01", "RUS", "UKR"), Workshop.draft("2024-03-02", "UKR", "RUS"),
    ]

    private func check(_ rules: String...) throws -> CheckReport {
        let pack = try Workshop.pack(rules.joined(separator: "\n"))
        if let error = pack.errors.first { throw error }
        return RuleEngine([pack]).check(try EventStore(Workshop.events(Self.drafts)).snapshot())
    }

    @Test(
        "A step takes an event that completes an alert of another rule, wherever that rule stands",
        arguments: [
            "alert = \"blow_back\"", "alert = { \"blow_back\", \"test/blow_back\" }", "alert = \"test/blow_back\"",
            "alert = { kind = \"retaliation\" }", "alert = { rule = \"blow_back\", severity = { \"high\", \"low\" } }",
        ]
    )
    func steps(alert: String) throws {
        let spiral = """
            rule "spiral" { kind = "k", match = sequence { by = "pair", within = days(14),
                step "rounds" { \(alert), times(2) } } }
            """
        for rules in [[Self.blow, spiral], [spiral, Self.blow]] {
            let report = try check(rules[0], rules[1])
            #expect(report.errors.isEmpty)
            let found = report.alerts.filter { $0.rule == "test/spiral" }
            #expect(found.map { $0.date?.description } == ["2024-01-06"])
            #expect(found.first?.evidence.count == 2)
        }
    }

    @Test(
        "An alert that should be absent, or that is of the wrong kind, is told apart",
        arguments: [
            ("step \"x\" { type = \"THREATEN\" }, absent { alert = \"blow_back\" }", 1),
            ("absent { alert = \"blow_back\", within = days(40) }, step \"x\" { type = \"THREATEN\" }", 0),
            ("step \"x\" { alert = { rule = \"blow_back\", severity = \"low\" } }", 0),
            ("step \"x\" { none { alert = \"blow_back\" }, type = \"ASSAULT\" }", 2),
            ("step \"x\" { alert = \"blow_back\", where = function(e) return e.date > date(\"2024-02-01\") end }", 1),
        ]
    )
    func conditions(elements: String, count: Int) throws {
        let rule = "rule \"r\" { kind = \"k\", match = sequence { by = \"pair\", \(elements) } }"
        let report = try check(rule, Self.blow)
        #expect(report.errors.isEmpty)
        #expect(report.alerts.count { $0.rule == "test/r" } == count)
    }

    @Test(
        "Rules that ask for each other's alerts, or for what is not there, are errors with the rule and the way round"
    )
    func errors() throws {
        func rule(_ name: String, _ asked: String) -> String {
            "rule \"\(name)\" { kind = \"\(name)_kind\", match = step \"x\" { alert = \(asked) } }"
        }
        let report = try check(
            rule("a", "\"b\""),
            rule("b", "\"c\""),
            rule("c", "\"a\""),
            rule("own", "{ kind = \"own_kind\" }"),
            rule("typo", "\"blow_bakc\""),
            rule("after_typo", "\"typo\""),
            Self.blow
        )
        #expect(report.alerts.count { $0.rule == "test/blow_back" } == 3)
        #expect(
            report.errors.map(\.code) == [
                "alert_cycle", "alert_cycle", "alert_cycle", "alert_cycle", "unknown_rule", "needed_rule_failed",
            ]
        )
        #expect(
            report.errors[0].message
                == "rule 'test/a' asks for alerts of 'test/b', which asks for those of 'test/c', "
                + "which asks for those of 'test/a': none of them can run first"
        )
        #expect(report.errors[4].hint?.contains("blow_back") ?? false)
    }

    @Test("Explanations count the alerts that an event completes, and near misses say that it completes none")
    func explained() throws {
        let pack = try Workshop.pack(
            Self.blow
                + "rule \"r\" { kind = \"k\", match = step \"x\" { alert = \"blow_back\", hostility = at_least(4) } }"
        )
        let rule = try #require(pack.rules.first { $0.name == "r" })
        let explainer = RuleExplainer(pack)
        let all = try EventStore(Workshop.events(Self.drafts)).snapshot()
        let reports = try explainer.alerts(rule, all).flatMap(\.steps).flatMap(\.reports).map(\.description)
        #expect(reports.contains("completes an alert of test/blow_back: completes one"))
        let few = try EventStore(Workshop.events(Array(Self.drafts.prefix(1)))).snapshot()
        let miss = try #require(try explainer.nearMiss(rule, few))
        #expect(miss.reports.map(\.description).contains("completes an alert of test/blow_back: completes none, no"))
    }

    @Test(
        "A test of alerts that says nothing, or nothing sensible, is an error where it stands",
        arguments: ["{}", "{ severity = \"high\" }", "{ rule = \"a\", severity = \"hihg\" }", "3"]
    )
    func mistakes(asked: String) throws {
        let pack = try Workshop.pack("rule \"r\" { kind = \"k\", match = step \"x\" { alert = \(asked) } }")
        #expect(pack.errors.first?.message.contains("alert") ?? false)
    }
}
