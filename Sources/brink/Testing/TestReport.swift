// What `brink test` prints: for people, for programs, for continuous integration.
import ArgumentParser
import EventModel
import Rendering
import Rules

/// The formats of `brink test`.
enum TestFormat: String, CaseIterable, ExpressibleByArgument {
    /// Failures with what was expected and what came, for people.
    case table
    /// One JSON array.
    case json
    /// A JSON object a line.
    case jsonl
    /// JUnit XML.
    case junit
}

/// The report of a run over packs.
struct TestReport {
    let runs: [PackTestRun]
    let style: Style

    /// The failures, or with `verbose` all results, and a line that sums up.
    func text(verbose: Bool) -> String {
        var lines: [String] = []
        for result in runs.flatMap(\.results) where verbose || !result.passed { lines += Self.lines(result, style) }
        let results = runs.flatMap(\.results)
        let failed = results.count { !$0.passed }
        let untested = runs.flatMap(\.untested)
        if !untested.isEmpty {
            lines.append(style.paint("no examples: \(untested.joined(separator: ", "))", .caution))
        }
        lines.append("\(results.count - failed) passed, \(failed) failed")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ result: ExampleResult, _ style: Style) -> [String] {
        let mark = result.passed ? style.paint("ok  ", .calm) : style.paint("FAIL", .danger)
        var lines = ["\(mark) \(result.rule) \(result.place)" + (result.note.map { ": \($0)" } ?? "")]
        guard !result.passed else { return lines }
        lines.append("  at       \(result.location)")
        guard result.differences.isEmpty else {
            for difference in result.differences {
                if !difference.expected.isEmpty {
                    lines.append(style.paint("  - \(difference.subject): \(difference.expected)", .danger))
                }
                if !difference.got.isEmpty {
                    lines.append(style.paint("  + \(difference.subject): \(difference.got)", .calm))
                }
            }
            return lines
        }
        lines.append("  expected \(result.expected)")
        lines.append("  got      \(indented(result.got))")
        if let miss = result.nearMissText { lines.append("  near     \(indented(miss))") }
        return lines
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n           ")
    }

    /// The coverage: what is not covered, and the shares.
    func coverageText() -> String {
        let rules = runs.flatMap(\.coverage)
        guard !rules.isEmpty else { return "" }
        var lines: [String] = []
        for rule in rules {
            lines.append("\(Self.share(rule.coveredCount, rule.count))  \(rule.rule)")
            if !rule.fires { lines.append("      never fires") }
            for part in rule.steps + rule.predicates where !part.isCovered {
                lines.append(style.paint("      not covered: \(part.place): \(part.name)", .caution))
            }
        }
        let steps = rules.flatMap(\.steps)
        let predicates = rules.flatMap(\.predicates)
        lines.append(
            "\(Self.percent(rules.percent)) covered: rules \(rules.count { $0.fires })/\(rules.count), "
                + "steps \(steps.count { $0.isCovered })/\(steps.count), "
                + "predicates \(predicates.count { $0.isCovered })/\(predicates.count)"
        )
        return lines.joined(separator: "\n") + "\n"
    }

    private static func share(_ part: Int, _ all: Int) -> String {
        let text = percent(100 * Double(part) / Double(max(1, all)))
        return String(repeating: " ", count: max(0, 5 - text.count)) + text
    }

    /// A share in per cent without decimals, rounded down: 100 % means all.
    static func percent(_ percent: Double) -> String { "\(Int(percent)) %" }

    /// The results and the coverage as rows.
    var records: [Record] {
        let results = runs.flatMap(\.results).map(Self.record)
        let coverage = runs.flatMap(\.coverage).map(Self.record)
        return results + coverage
    }

    private static func record(_ result: ExampleResult) -> Record {
        let differences = result.differences.map { difference -> RecordValue in
            .record([
                "subject": .text(difference.subject), "expected": .text(difference.expected),
                "got": .text(difference.got),
            ])
        }
        return [
            "rule": .text(result.rule), "example": .text(result.place), "note": .text(result.note),
            "passed": .bool(result.passed), "expected": .text(result.expected), "got": .text(result.got),
            "differences": .list(differences), "near_miss": .text(result.nearMissText),
            "file": .text(result.location.file), "line": .integer(result.location.line),
            "seconds": .number(result.seconds),
        ]
    }

    private static func record(_ coverage: RuleCoverage) -> Record {
        func parts(_ parts: [RuleCoverage.Part]) -> RecordValue {
            .list(
                parts.map { part in
                    .record([
                        "place": .text(part.place), "name": .text(part.name), "covered": .bool(part.isCovered),
                    ])
                }
            )
        }
        return [
            "rule": .text(coverage.rule), "fires": .bool(coverage.fires), "steps": parts(coverage.steps),
            "predicates": parts(coverage.predicates), "covered": .integer(coverage.coveredCount),
            "count": .integer(coverage.count),
        ]
    }

    /// The results as JUnit XML, a suite for each pack.
    var junit: String {
        let suites = runs.map { run in
            let errors = run.errors.map { error in
                JUnitReport.Case(
                    subject: run.name,
                    name: "load",
                    file: error.location?.file,
                    line: error.location?.line,
                    outcome: .error(message: error.message, details: error.description)
                )
            }
            return JUnitReport.Suite(name: run.name, cases: errors + run.results.map(Self.testCase))
        }
        return JUnitReport(suites).xml
    }

    private static func testCase(_ result: ExampleResult) -> JUnitReport.Case {
        let details = lines(result, .plain).dropFirst().joined(separator: "\n")
        let first = result.differences.first.map(\.description)
        let message = first ?? "expected \(result.expected), got \(result.got)"
        return JUnitReport.Case(
            subject: result.rule,
            name: result.place + (result.note.map { ": \($0)" } ?? ""),
            file: result.location.file,
            line: result.location.line,
            seconds: result.seconds,
            outcome: result.passed ? .passed : .failed(message: message, details: details)
        )
    }
}
