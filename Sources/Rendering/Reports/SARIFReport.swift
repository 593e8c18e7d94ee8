// Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read.

/// Findings of a tool in files.
public struct SARIFReport: Sendable {
    /// The tool's name.
    public var tool: String
    /// The tool's version.
    public var version: String
    /// The page that says what the tool is.
    public var informationURI: String?
    /// The checks that the tool knows.
    public var rules: [Rule]
    /// What it found.
    public var results: [Result]

    /// A check.
    public struct Rule: Sendable {
        /// The id.
        public var id: String
        /// One sentence.
        public var summary: String
        /// Why it matters and what to do, in plain text.
        public var help: String
        /// How grave its findings are.
        public var level: Level

        /// A check.
        public init(id: String, summary: String, help: String, level: Level) {
            self.id = id
            self.summary = summary
            self.help = help
            self.level = level
        }
    }

    /// How grave a finding is.
    public enum Level: String, Sendable {
        case error
        case warning
        case note
    }

    /// A finding.
    public struct Result: Sendable {
        /// The id of the check.
        public var rule: String
        /// How grave it is.
        public var level: Level
        /// What is wrong.
        public var message: String
        /// The file's path.
        public var path: String
        /// Where in it, nil for the file as a whole.
        public var region: Region?
        /// What stays the same while the code around it changes, so that a finding is known again.
        public var fingerprint: String
        /// The changes that mend it.
        public var fix: [Replacement]

        /// A finding.
        public init(
            rule: String,
            level: Level,
            message: String,
            path: String,
            region: Region?,
            fingerprint: String,
            fix: [Replacement] = []
        ) {
            self.rule = rule
            self.level = level
            self.message = message
            self.path = path
            self.region = region
            self.fingerprint = fingerprint
            self.fix = fix
        }
    }

    /// A part of a file; lines and columns from 1, columns in Unicode scalars, the end exclusive.
    public struct Region: Sendable {
        /// The first line.
        public var startLine: Int
        /// The first column.
        public var startColumn: Int
        /// The last line.
        public var endLine: Int
        /// The column after the last.
        public var endColumn: Int

        /// A part.
        public init(startLine: Int, startColumn: Int, endLine: Int, endColumn: Int) {
            self.startLine = startLine
            self.startColumn = startColumn
            self.endLine = endLine
            self.endColumn = endColumn
        }
    }

    /// A part of the finding's file and the text to put there.
    public struct Replacement: Sendable {
        /// What goes; empty where text is only put in.
        public var region: Region
        /// What comes.
        public var text: String

        /// A replacement.
        public init(region: Region, text: String) {
            self.region = region
            self.text = text
        }
    }

    /// A report of a tool.
    public init(tool: String, version: String, informationURI: String? = nil, rules: [Rule], results: [Result]) {
        self.tool = tool
        self.version = version
        self.informationURI = informationURI
        self.rules = rules
        self.results = results
    }

    /// The report as one JSON document.
    public var json: String { RecordValue.record(record).json + "\n" }

    private var record: Record {
        var driver: Record = ["name": .text(tool), "version": .text(version), "semanticVersion": .text(version)]
        if let informationURI { driver.append("informationUri", .text(informationURI)) }
        driver.append("rules", .list(rules.map { .record(Self.record($0)) }))
        let run: Record = [
            "tool": .record(["driver": .record(driver)]),
            "columnKind": "unicodeCodePoints",
            "results": .list(results.map { .record(record($0)) }),
        ]
        return [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
            "runs": .list([.record(run)]),
        ]
    }

    private static func record(_ rule: Rule) -> Record {
        [
            "id": .text(rule.id),
            "shortDescription": .record(["text": .text(rule.summary)]),
            "help": .record(["text": .text(rule.help)]),
            "defaultConfiguration": .record(["level": .text(rule.level.rawValue)]),
        ]
    }

    private func record(_ result: Result) -> Record {
        var physical: Record = ["artifactLocation": Self.artifact(result.path)]
        if let region = result.region { physical.append("region", Self.value(region)) }
        var record: Record = ["ruleId": .text(result.rule)]
        if let index = rules.firstIndex(where: { $0.id == result.rule }) {
            record.append("ruleIndex", .integer(index))
        }
        record.append("level", .text(result.level.rawValue))
        record.append("message", .record(["text": .text(result.message)]))
        record.append("locations", .list([.record(["physicalLocation": .record(physical)])]))
        record.append("partialFingerprints", .record(["brinkLint/v1": .text(result.fingerprint)]))
        guard !result.fix.isEmpty else { return record }
        let replacements = result.fix.map { replacement -> RecordValue in
            .record([
                "deletedRegion": Self.value(replacement.region),
                "insertedContent": .record(["text": .text(replacement.text)]),
            ])
        }
        let change: Record = [
            "artifactLocation": Self.artifact(result.path), "replacements": .list(replacements),
        ]
        record.append("fixes", .list([.record(["artifactChanges": .list([.record(change)])])]))
        return record
    }

    /// A path as a URI: relative where the path is, with what URIs do not allow escaped.
    private static func artifact(_ path: String) -> RecordValue {
        var uri = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                uri += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return .record(["uri": .text(uri)])
    }

    private static func value(_ region: Region) -> RecordValue {
        .record([
            "startLine": .integer(region.startLine), "startColumn": .integer(region.startColumn),
            "endLine": .integer(region.endLine), "endColumn": .integer(region.endColumn),
        ])
    }
}
