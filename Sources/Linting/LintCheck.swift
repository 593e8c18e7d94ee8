// A check: what it looks for, why, what is wrong and what is right, and how to find it.

/// A check of packs.
public struct LintCheck: Sendable {
    /// The id, by which findings, options and comments name it.
    public let id: String
    /// How grave its findings are.
    public let level: LintLevel
    /// What it finds, in a sentence.
    public let summary: String
    /// Why it matters, and what to do.
    public let reason: String
    /// Whether `--fix` can mend what it finds.
    public let isFixable: Bool
    /// What it finds fault with.
    public let bad: LintExample
    /// The same, mended.
    public let mended: LintExample

    let find: @Sendable (LintSubject) -> [Found]

    /// Something that a check found.
    struct Found {
        /// The file; nil for the pack as a whole.
        var file: LintFile?
        /// Where in it; nil for the file as a whole.
        var range: Range<Int>?
        var message: String
        var hint: String?
        var fix: [TextEdit] = []

        init(
            _ file: LintFile?,
            _ range: Range<Int>?,
            _ message: String,
            hint: String? = nil,
            fix: [TextEdit] = []
        ) {
            self.file = file
            self.range = range
            self.message = message
            self.hint = hint
            self.fix = fix
        }
    }

    init(
        _ id: String,
        _ level: LintLevel,
        _ summary: String,
        why reason: String,
        isFixable: Bool = false,
        bad: LintExample,
        mended: LintExample,
        find: @escaping @Sendable (LintSubject) -> [Found]
    ) {
        self.id = id
        self.level = level
        self.summary = summary
        self.reason = reason
        self.isFixable = isFixable
        self.bad = bad
        self.mended = mended
        self.find = find
    }
}
