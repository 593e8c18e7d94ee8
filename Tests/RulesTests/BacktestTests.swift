// Backtests: alerts counted by month, held against labels, compared with another version's.
import Chronology
import EventModel
import Testing

@testable import Rules

@Suite struct BacktestTests {
    private static let pack = """
        rule "r" { kind = "k", severity = "high", match = sequence { by = "pair", within = days(5),
            step "a" { type = "THREATEN" }, step "b" { type = "ASSAULT" } } }
        rule "s" { kind = "other", match = step "a" { type = "COERCE" } }
        """

    private func events() throws -> [Event] {
        try Workshop.events([
            Workshop.draft("2024-01-30", "IRN", "USA", .threaten), Workshop.draft("2024-01-31", "IRN", "USA"),
            Workshop.draft("2024-02-20", "USA", "IRN", .threaten), Workshop.draft("2024-02-21", "USA", "IRN"),
            Workshop.draft("2024-03-05", "SDN", "TCD", .threaten), Workshop.draft("2024-03-06", "SDN", "TCD"),
        ])
    }

    private func backtest(_ labels: String = "", horizon: Int = 30) throws -> Backtest {
        let pack = try Workshop.pack(Self.pack)
        let events = try events()
        let report = RuleEngine([pack]).check(try EventStore(events).snapshot())
        let rows = try BacktestLabel.labels(Array(labels.utf8), file: "labels.tsv") { _ in nil }
        return Backtest(rules: pack.rules, alerts: report.alerts, events: events, labels: rows, horizon: horizon)
    }

    @Test("alerts and events are counted by month, rules without alerts too")
    func counts() throws {
        let backtest = try backtest()
        #expect(backtest.months == ["2024-01", "2024-02", "2024-03"])
        #expect(backtest.eventCounts == ["2024-01": 2, "2024-02": 2, "2024-03": 2])
        #expect(backtest.rules.map(\.rule) == ["test/r", "test/s"])
        #expect(backtest.rules.map(\.alertCount) == [3, 0])
        #expect(backtest.rules[0].monthCounts == ["2024-01": 1, "2024-02": 1, "2024-03": 1])
        #expect(backtest.rules[0].precision == nil && backtest.rules[0].recall == nil)
    }

    @Test(
        "precision, recall and lead follow from labels, their horizon and their subject",
        arguments: [
            // Both alerts on the pair come in time; the third is on others, and after the last label.
            ("2024-03-01\tIRN\tUSA\n", 31, 1.0, 1.0, 30.0), ("2024-03-01\tIRN\tUSA\n", 10, 1.0, 1.0, 9.0),
            // On its days a label is told with no lead; the alert before it is too early.
            ("2024-02-20/2024-02-25\tUSA\tIRN\n", 3, 1.0, 1.0, 0.0),
            // A label that nobody tells, and one that is told.
            ("2024-02-22\tIRN\tUSA\n2024-02-22\tIRN\tISR\n", 5, 1.0, 0.5, 1.0),
            // Alerts on others, within the time that labels cover, are wrong.
            ("2024-03-07\tIRN\tUSA\n", 60, 2.0 / 3, 1.0, 36.0), ("2024-03-07\tSDN\t-\n", 60, 1.0 / 3, 1.0, 1.0),
            ("2024-03-01\tIRN\tUSA\tr\n", 31, 1.0, 1.0, 30.0), ("2024-03-01\tIRN\tUSA\tk\n", 31, 1.0, 1.0, 30.0),
        ]
    )
    func labels(text: String, horizon: Int, precision: Double, recall: Double, lead: Double) throws {
        let rule = try backtest(text, horizon: horizon).rules[0]
        #expect(rule.precision == precision)
        #expect(rule.recall == recall)
        #expect(rule.medianLead == lead)
    }

    @Test("a label about another rule is no label of this one, and its alerts are wrong")
    func otherSubject() throws {
        let backtest = try backtest("2024-03-01\tIRN\tUSA\tother\ta coup\n", horizon: 40)
        #expect(backtest.rules[0].recall == nil && backtest.rules[0].precision == 0)
        #expect(backtest.rules[1].recall == 0 && backtest.rules[1].precision == nil)
        #expect(backtest.labels.map(\.first?.rule) == [nil])
        #expect(backtest.labels[0].label.note == "a coup")
    }

    @Test("a label that cannot be read is told with its line", arguments: ["soon\tIRN\n", "2024-01-01\t-\n", "x\n"])
    func badLabels(text: String) {
        let error = #expect(throws: DataError.self) {
            try BacktestLabel.labels(Array(text.utf8), file: "l.tsv") { _ in nil }
        }
        #expect(error?.location?.line == 1)
    }

    @Test("two versions differ by the alerts that only one raises, and by those that say something else")
    func difference() throws {
        let old = try backtest().alerts
        var new = Array(old.dropFirst())
        new[0].severity = .low
        var extra = old[0]
        extra.evidence = ["e_0000000000000000"]
        let difference = BacktestDifference(old: old, new: new + [extra])
        #expect(difference.added == [extra])
        #expect(difference.removed == [old[0]])
        #expect(difference.changed.map(\.new) == [new[0]])
        #expect(difference.sameCount == 1)
        #expect(BacktestDifference(old: old, new: old).sameCount == 3)
    }
}
