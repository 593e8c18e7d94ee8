// What `brink lint` prints: excerpts with carets for people, JSON and SARIF for programs.
import ArgumentParser
import EventModel
import Linting
import Rendering

/// The formats of `brink lint`.
enum LintFormat: String, CaseIterable, ExpressibleByArgument {
    /// Excerpts with carets.
    case text
    /// One JSON array.
    case json
    /// A JSON object a line.
    case jsonl
    /// SARIF 2.1.0.
    case sarif
}

/// The findings of a run.
struct LintReport {
    private let checks: [LintCheck]
    private let style: Style
    private var sources: [String: [UInt8]] = [:]
    private var fileCount = 0
    /// What was found.
    private(set) var findings: [LintFinding] = []

    init(_ checks: [LintCheck], style: Style) {
        self.checks = checks
        self.style = style
    }

    /// Adds the findings of a pack.
    mutating func add(_ findings: [LintFinding], of files: PackFiles) {
        self.findings += findings
        fileCount += files.lua.count
        for file in files.lua { sources[file.path] = file.bytes }
    }

    /// The report in a format.
    func text(_ format: LintFormat) -> String {
        switch format {
        case .text: plain
        case .json: RecordWriter<Record>.text(findings.map(record), .json)
        case .jsonl: RecordWriter<Record>.text(findings.map(record), .jsonl)
        case .sarif: sarif.json
        }
    }

    private var plain: String {
        var blocks = findings.map { finding in
            let role: Style.Role =
                switch finding.level {
                case .error: .danger
                case .warning: .caution
                case .note: .faint
                }
            let head = style.paint("\(finding.level.rawValue)[\(finding.code)]", role)
            return "\(head) \(finding)"
        }
        let mendable = findings.count { !$0.fix.isEmpty }
        var last = "\(Count.of(findings.count, "finding")) in \(Count.of(fileCount, "file"))"
        if mendable > 0 { last += ", \(mendable) of them for --fix to mend" }
        blocks.append(style.paint(last, .faint))
        return blocks.joined(separator: findings.isEmpty ? "" : "\n") + "\n"
    }

    private func record(_ finding: LintFinding) -> Record {
        [
            "check": .text(finding.code), "level": .text(finding.level.rawValue), "message": .text(finding.message),
            "hint": .text(finding.hint), "file": .text(finding.location?.file),
            "line": .integer(finding.location?.line), "column": .integer(finding.location?.column),
            "end_line": .integer(finding.end?.line), "end_column": .integer(finding.end?.column),
            "fixable": .bool(!finding.fix.isEmpty),
        ]
    }

    private var sarif: SARIFReport {
        SARIFReport(
            tool: "brink",
            version: Version.current,
            rules: checks.map { check in
                SARIFReport.Rule(id: check.id, summary: check.summary, help: check.reason, level: level(check.level))
            },
            results: findings.map { finding in
                SARIFReport.Result(
                    rule: finding.code,
                    level: level(finding.level),
                    message: finding.message + (finding.hint.map { " (\($0))" } ?? ""),
                    path: finding.location?.file ?? ".",
                    region: region(finding),
                    fingerprint: Digest.hex([
                        finding.code, finding.location?.file ?? "", finding.message, finding.location?.excerpt ?? "",
                    ]),
                    fix: finding.fix.compactMap { edit in
                        region(edit.range, finding).map { SARIFReport.Replacement(region: $0, text: edit.text) }
                    }
                )
            }
        )
    }

    private func level(_ level: LintLevel) -> SARIFReport.Level {
        switch level {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }

    private func region(_ finding: LintFinding) -> SARIFReport.Region? {
        guard let location = finding.location, let line = location.line, let column = location.column,
            let end = finding.end
        else { return nil }
        return SARIFReport.Region(startLine: line, startColumn: column, endLine: end.line, endColumn: end.column)
    }

    private func region(_ range: Range<Int>, _ finding: LintFinding) -> SARIFReport.Region? {
        guard let bytes = finding.location.flatMap({ sources[$0.file] }), range.upperBound <= bytes.count else {
            return nil
        }
        func position(_ offset: Int) -> (line: Int, column: Int) {
            let before = bytes[..<offset]
            let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            return (
                before.count { $0 == UInt8(ascii: "\n") } + 1, bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
            )
        }
        let start = position(range.lowerBound)
        let end = position(range.upperBound)
        return SARIFReport.Region(
            startLine: start.line,
            startColumn: start.column,
            endLine: end.line,
            endColumn: end.column
        )
    }

    /// Why a check is made, with its example.
    static func explanation(_ check: LintCheck) -> String {
        """
        \(check.id) (\(check.level.rawValue)\(check.isFixable ? ", --fix mends it" : ""))

        \(check.summary)

        \(check.reason)

        Finds fault with:

        \(indented(check.bad.text))
        Finds nothing in:

        \(indented(check.mended.text))
        To silence it where you know better: -- lint: ignore \(check.id)

        """
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
    }

    /// The checks, a line each.
    static func list(_ checks: [LintCheck]) -> String {
        let rows = checks.map { [$0.id, $0.level.rawValue, $0.isFixable ? "fix" : "", $0.summary] }
        return TextTable().table(header: ["check", "level", "", "finds fault unless"], rows: rows, width: 120)
    }
}
