// Runs the checks over a pack, leaves out what its author asked to, and applies fixes.
import EventModel
import LuaRuntime

/// Runs checks.
public struct Linter: Sendable {
    /// The checks that are run, in their order.
    public var checks: [LintCheck]
    private let ontology: Ontology

    /// A linter with all checks.
    public init(ontology: Ontology) {
        self.ontology = ontology
        checks = LintCheck.all
    }

    /// What the checks find in a pack, by file and place; throws where no VM can be made.
    ///
    /// `before` is the version that this one is to replace.
    public func findings(_ files: PackFiles, before: PackFiles? = nil) throws(LuaError) -> [LintFinding] {
        let subject = try LintSubject(files, before: before, ontology: ontology)
        var findings: [LintFinding] = []
        for check in checks {
            findings += check.find(subject).map { Self.finding($0, of: check) }
        }
        let silenced = Silencing(subject)
        findings = findings.filter { !silenced.covers($0) }
        if checks.contains(where: { $0.id == LintCheck.loadError.id }) {
            // What does not load is told by the check that knows more, where there is one.
            let others = findings.filter { $0.level == .error && $0.code != "load-error" }
            findings.removeAll { finding in
                finding.code == "load-error"
                    && others.contains { $0.location?.file == finding.location?.file && Self.tellsSame($0, finding) }
            }
        }
        return findings.sorted { Self.key($0) < Self.key($1) }
    }

    /// The text of each file with all that can be mended mended, for the files that change.
    ///
    /// A fix may bring to light what another can mend, so that it goes on until nothing changes.
    public func fixed(_ files: PackFiles, before: PackFiles? = nil) throws(LuaError) -> [(path: String, bytes: [UInt8])]
    {
        var current = files
        for _ in 0..<Self.fixRoundsMax {
            var changed = false
            let fixes = try findings(current, before: before).filter { !$0.fix.isEmpty }
            for place in current.files.indices {
                let path = current.files[place].path
                let edits = fixes.filter { $0.location?.file == path }.map(\.fix)
                guard !edits.isEmpty else { continue }
                current.files[place].bytes = Self.applied(edits, to: current.files[place].bytes)
                changed = true
            }
            if !changed { break }
        }
        return zip(files.files, current.files).filter { $0.bytes != $1.bytes }.map { ($1.path, $1.bytes) }
    }

    private static let fixRoundsMax = 10

    /// The bytes after fixes; of fixes that touch each other only the first is applied.
    private static func applied(_ fixes: [[TextEdit]], to bytes: [UInt8]) -> [UInt8] {
        var taken: [TextEdit] = []
        for fix in fixes {
            let isFree = fix.allSatisfy { edit in
                !taken.contains { $0.range.overlaps(edit.range) || $0.range.lowerBound == edit.range.lowerBound }
            }
            if isFree { taken += fix }
        }
        var result = bytes
        for edit in taken.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            result.replaceSubrange(edit.range, with: Array(edit.text.utf8))
        }
        return result
    }

    /// Whether two findings of one file are of one mistake: on one line, or in the same words.
    private static func tellsSame(_ one: LintFinding, _ other: LintFinding) -> Bool {
        one.location?.line == other.location?.line || one.message == other.message
    }

    private static func finding(_ found: LintCheck.Found, of check: LintCheck) -> LintFinding {
        let location = found.file.map { file in
            found.range.map(file.location) ?? SourceLocation(file: file.path)
        }
        return LintFinding(
            code: check.id,
            level: check.level,
            message: found.message,
            location: location,
            hint: found.hint,
            range: found.range,
            end: found.range.flatMap { range in found.file?.position(range.upperBound) },
            fix: found.fix
        )
    }

    private static func key(_ finding: LintFinding) -> (String, Int, Int, String, String) {
        (
            finding.location?.file ?? "", finding.range?.lowerBound ?? -1, finding.range?.upperBound ?? -1,
            finding.code, finding.message
        )
    }
}
