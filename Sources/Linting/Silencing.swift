// Comments by which an author silences checks: `-- lint: ignore CHECK`, on the line itself or on one above.

/// What the comments of a pack silence.
struct Silencing {
    /// A comment that silences.
    struct Mark {
        let file: LintFile
        let comment: LuaComment
        let ids: [String]
        /// The lines, from 1, that it silences; nil for the whole file.
        let lines: ClosedRange<Int>?
    }

    /// The comments.
    let marks: [Mark]

    init(_ subject: LintSubject) {
        marks = ([subject.manifest].compactMap { $0 } + subject.files).flatMap { file in
            file.comments.compactMap { Self.mark($0, file) }
        }
    }

    private static func mark(_ comment: LuaComment, _ file: LintFile) -> Mark? {
        for (word, isWhole) in [("lint: ignore-file ", true), ("lint: ignore ", false)] {
            guard comment.text.hasPrefix(word) else { continue }
            // Ids are separated by commas; what follows the last is the author's reason.
            let rest = comment.text.dropFirst(word.count)
            let ids = rest.split(separator: ",").compactMap { $0.split(separator: " ").first.map(String.init) }
            let line = file.position(comment.range.lowerBound).line
            let isAlone = file.isFirstOnLine(comment.range.lowerBound)
            return Mark(
                file: file,
                comment: comment,
                ids: ids,
                lines: isWhole ? nil : line...(isAlone ? line + 1 : line)
            )
        }
        return nil
    }

    /// Whether a comment silences a finding.
    func covers(_ finding: LintFinding) -> Bool {
        guard finding.code != LintCheck.unknownCheck.id else { return false }
        return marks.contains { mark in
            guard mark.ids.contains(finding.code), mark.file.path == finding.location?.file else { return false }
            guard let lines = mark.lines else { return true }
            return finding.location?.line.map(lines.contains) ?? false
        }
    }
}
