// What a check found, where, and how to mend it.
import EventModel

/// How grave a finding is.
public enum LintLevel: String, Sendable, CaseIterable {
    /// It does not work.
    case error
    /// It works otherwise than its author thinks, or leaves its users without something that they need.
    case warning
    /// It could be better.
    case note
}

/// A change of a text.
public struct TextEdit: Sendable, Hashable {
    /// What goes, in bytes; empty where text is only put in.
    public var range: Range<Int>
    /// What comes.
    public var text: String

    /// A change.
    public init(_ range: Range<Int>, _ text: String) {
        self.range = range
        self.text = text
    }
}

/// A finding of a check.
public struct LintFinding: Diagnostic {
    /// The id of the check.
    public var code: String
    /// How grave it is.
    public var level: LintLevel
    public var message: String
    public var location: SourceLocation?
    public var hint: String?
    /// Where in the file, in bytes; nil for the file as a whole.
    public var range: Range<Int>?
    /// Where it ends, as line and column from 1, the column exclusive; nil for the file as a whole.
    public var end: (line: Int, column: Int)?
    /// The changes of its file that mend it; empty where only a person can.
    public var fix: [TextEdit] = []
}
