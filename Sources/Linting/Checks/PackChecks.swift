// Checks of a pack as a whole, and of the comments by which authors talk to the linter.
import EventModel
import Rules

extension LintCheck {
    /// Every check, in the order in which documentation lists them.
    public static let all: [LintCheck] =
        manifestChecks + versionChecks + metadataChecks + exampleChecks + patternChecks + costChecks + luaChecks
        + eventChecks + styleChecks + [noRules, loadError, unknownCheck]

    private static let noRules = LintCheck(
        "no-rules",
        .error,
        "A pack has rules.",
        why: "A folder without a rule does nothing when it is run.",
        bad: .rules("local x = 1\nreturn x\n"),
        mended: .rules("rule \"a\" { kind = \"k\", match = step \"s\" { modality = \"actual\" } }\n")
    ) { subject in
        guard subject.pack.rules.isEmpty, subject.rules.isEmpty, subject.pack.errors.isEmpty else { return [] }
        let file = subject.files.first ?? subject.manifest
        return file.map { [Found($0, nil, "the pack has no rules", hint: "rule \"name\" { … }")] } ?? []
    }

    static let loadError = LintCheck(
        "load-error",
        .error,
        "Every file loads.",
        why: "The rules of a file that does not load are missing, and the others run without them.",
        bad: .rules("rule \"a\" { kind = \"k\", match = step \"s\" { killed = at_least(\"many\") } }\n"),
        mended: .rules("rule \"a\" { kind = \"k\", match = step \"s\" { killed = at_least(3) } }\n")
    ) { subject in
        let files = subject.files + [subject.manifest].compactMap { $0 }
        return subject.pack.errors.map { error in
            let file = files.first { $0.path == error.location?.file }
            let range = error.location?.line.flatMap { line -> Range<Int>? in
                guard let lines = file?.lines, lines.indices.contains(line - 1) else { return nil }
                let text = file?.bytes[lines[line - 1]] ?? []
                let before = error.location?.column.map {
                    String(String(decoding: text, as: UTF8.self).unicodeScalars.prefix($0 - 1)).utf8.count
                }
                let indent = before ?? text.prefix { $0 == 32 || $0 == 9 }.count
                return lines[line - 1].lowerBound + min(indent, text.count)..<lines[line - 1].upperBound
            }
            return Found(file ?? files.first, range, error.message, hint: error.hint)
        }
    }

    static let unknownCheck = LintCheck(
        "unknown-check",
        .warning,
        "Comments that silence checks name checks that exist.",
        why: "A comment with a slip in the name silences nothing.",
        isFixable: true,
        bad: .rules("-- lint: ignore unused-locals\nlocal x = 1\nreturn 1\n"),
        mended: .rules("-- lint: ignore unused-local\nlocal x = 1\nreturn 1\n")
    ) { subject in
        let ids = all.map(\.id)
        return Silencing(subject).marks.flatMap { mark in
            mark.ids.filter { !ids.contains($0) }.map { id in
                let nearest = Suggestion.nearest(to: id, among: ids)
                let text = mark.file.text(mark.comment.range)
                let fixed = nearest.map { text.replacing(id, with: $0) }
                return Found(
                    mark.file,
                    mark.comment.range,
                    "there is no check '\(id)'",
                    hint: Suggestion.hint(for: id, among: ids) ?? "brink lint --list",
                    fix: fixed.map { [TextEdit(mark.comment.range, $0)] } ?? []
                )
            }
        }
    }
}
