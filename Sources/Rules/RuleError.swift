// What is wrong with a rule: how it is written, what it asks for, or how it runs.
import EventModel

/// A rule that does not load, or that failed while it ran.
public struct RuleError: Diagnostic {
    public var code: String
    public var message: String
    public var location: SourceLocation?
    public var hint: String?
    /// The rule's id, nil where the file as a whole is to blame.
    public var rule: String?

    /// A mistake, and where it is as far as known.
    public init(
        code: String,
        message: String,
        location: SourceLocation? = nil,
        hint: String? = nil,
        rule: String? = nil
    ) {
        self.code = code
        self.message = message
        self.location = location
        self.hint = hint
        self.rule = rule
    }
}
