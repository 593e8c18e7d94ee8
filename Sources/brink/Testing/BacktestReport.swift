// What `brink backtest` prints: tables for people, a page for reports, a record for programs.
import ArgumentParser
import Chronology
import EventModel
import Rendering
import Rules

/// The formats of `brink backtest`.
enum BacktestFormat: String, CaseIterable, ExpressibleByArgument {
    /// Tables for the terminal.
    case table
    /// One JSON object.
    case json
    /// Tables for a report.
    case markdown
}

/// The report of a backtest.
struct BacktestReport {
    /// The run.
    let backtest: Backtest
    /// How many events it ran over.
    let eventCount: Int
    /// How it differs from another version's, nil where there is none.
    let difference: BacktestDifference?
    /// How wide tables may be.
    let width: Int

    /// The most alerts that a difference shows one by one.
    private static let shownMax = 20

    /// The report in a format.
    func text(_ format: BacktestFormat) -> String {
        switch format {
        case .table: sections.map { "\($0.title)\n\n\(table($0.header, $0.rows))" }.joined(separator: "\n")
        case .json: RecordValue.record(record).json + "\n"
        case .markdown: document.markdown
        }
    }

    private func table(_ header: [String], _ rows: [[String]]) -> String {
        TextTable().table(header: header, rows: rows, width: width)
    }

    private var document: Page {
        var document = Page(title: "Backtest")
        for section in sections {
            document.blocks.append(.heading(2, section.title))
            document.blocks.append(.table(header: section.header, rows: section.rows.map { $0.map { [.text($0)] } }))
        }
        return document
    }

    private struct Section {
        var title: String
        var header: [String]
        var rows: [[String]]
    }

    private var sections: [Section] {
        var sections = [ruleSection, monthSection]
        if !backtest.labels.isEmpty { sections.append(labelSection) }
        if let difference { sections += Self.sections(difference) }
        return sections.filter { !$0.rows.isEmpty }
    }

    private var ruleSection: Section {
        let hasLabels = !backtest.labels.isEmpty
        let header = ["rule", "severity", "alerts"] + (hasLabels ? ["precision", "recall", "median lead"] : [])
        let rows = backtest.rules.map { rule -> [String] in
            let plain = [rule.rule, rule.severity.rawValue, "\(rule.alertCount)"]
            guard hasLabels else { return plain }
            let precision = Self.share(rule.precision, rule.trueCount, rule.judgedCount)
            let recall = Self.share(rule.recall, rule.toldCount, rule.labelCount)
            return plain + [precision, recall, rule.medianLead.map { "\(FieldTest.words($0)) days" } ?? "–"]
        }
        let title = "\(Count.of(backtest.alerts.count, "alert")) on \(Count.of(eventCount, "event"))"
        return Section(title: title, header: header, rows: rows)
    }

    /// Alerts by rule and month; by year where there are more months than fit side by side.
    private var monthSection: Section {
        let isYearly = backtest.months.count > 12
        func period(_ month: String) -> String { isYearly ? String(month.prefix(4)) : month }
        var periods: [String] = []
        for month in backtest.months where periods.last != period(month) { periods.append(period(month)) }
        func counts(_ counts: [String: Int]) -> [String] {
            periods.map { wanted in
                "\(counts.filter { period($0.key) == wanted }.reduce(0) { $0 + $1.value })"
            }
        }
        let rows =
            [["events"] + counts(backtest.eventCounts)]
            + backtest.rules.filter { $0.alertCount > 0 }.map { [$0.rule] + counts($0.monthCounts) }
        return Section(title: isYearly ? "By year" : "By month", header: [""] + periods, rows: rows)
    }

    private var labelSection: Section {
        let rows = backtest.labels.map { outcome -> [String] in
            let label = outcome.label
            return [
                label.date.description, label.sides.map(\.name).joined(separator: ", "), label.note,
                outcome.first?.rule ?? "missed", outcome.first?.date?.description ?? "",
                outcome.lead.map { "\($0)" } ?? "",
            ]
        }
        let told = backtest.labels.count { $0.first != nil }
        return Section(
            title: "\(told) of \(Count.of(backtest.labels.count, "label")) told",
            header: ["label", "sides", "note", "first told by", "on", "days ahead"],
            rows: rows
        )
    }

    private static func sections(_ difference: BacktestDifference) -> [Section] {
        let counts = [
            ["same", "\(difference.sameCount)"], ["added", "\(difference.added.count)"],
            ["removed", "\(difference.removed.count)"], ["changed", "\(difference.changed.count)"],
        ]
        let shown =
            difference.added.prefix(shownMax).map { ("added", $0) }
            + difference.removed.prefix(shownMax).map { ("removed", $0) }
            + difference.changed.prefix(shownMax).map { ("changed", $0.new) }
        return [
            Section(title: "Against the other version", header: ["alerts", "count"], rows: counts),
            Section(
                title: "What differs",
                header: ["", "date", "severity", "rule", "summary"],
                rows: shown.map { change, alert in
                    [change, alert.date?.description ?? "", alert.severity.rawValue, alert.rule, alert.summary]
                }
            ),
        ]
    }

    private static func share(_ share: Double?, _ part: Int, _ all: Int?) -> String {
        guard let share, let all else { return "–" }
        return "\(FieldTest.words((share * 100).rounded() / 100)) (\(part)/\(all))"
    }

    // MARK: JSON

    private var record: Record {
        let rules = backtest.rules.map { rule -> RecordValue in
            .record([
                "rule": .text(rule.rule), "severity": .text(rule.severity.rawValue),
                "alerts": .integer(rule.alertCount), "months": months(rule.monthCounts),
                "judged": .integer(rule.judgedCount), "true": .integer(rule.judgedCount.map { _ in rule.trueCount }),
                "precision": .number(rule.precision), "labels": .integer(rule.labelCount),
                "told": .integer(rule.labelCount.map { _ in rule.toldCount }), "recall": .number(rule.recall),
                "median_lead_days": .number(rule.medianLead),
            ])
        }
        let labels = backtest.labels.map { outcome -> RecordValue in
            .record([
                "date": .text(outcome.label.date.description), "sides": .texts(outcome.label.sides.map(\.name)),
                "note": .text(outcome.label.note), "alert": .text(outcome.first?.fingerprint),
                "rule": .text(outcome.first?.rule), "lead_days": .integer(outcome.lead),
            ])
        }
        var record: Record = [
            "events": .integer(eventCount), "alerts": .integer(backtest.alerts.count),
            "months": months(backtest.eventCounts), "rules": .list(rules), "labels": .list(labels),
        ]
        guard let difference else { return record }
        record.append(
            "difference",
            .record([
                "same": .integer(difference.sameCount),
                "added": .list(difference.added.map { .record($0.record) }),
                "removed": .list(difference.removed.map { .record($0.record) }),
                "changed": .list(
                    difference.changed.map { .record(["old": .record($0.old.record), "new": .record($0.new.record)]) }
                ),
            ])
        )
        return record
    }

    private func months(_ counts: [String: Int]) -> RecordValue {
        var record = Record()
        for month in backtest.months { record.append(month, .integer(counts[month] ?? 0)) }
        return .record(record)
    }
}
