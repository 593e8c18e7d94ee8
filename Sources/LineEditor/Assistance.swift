// What the caller knows of the language that is typed, and the editor does not.

/// How an editor helps with what is typed.
///
/// The closures are called while the terminal is raw, so they must not write to it; `editExternally` alone is called
/// with the terminal as it was.
public struct Assistance {
    /// Whether Enter ends the entry or begins a new line.
    public var isComplete: (_ text: String) -> Bool = { _ in true }
    /// What the text could go on with; the cursor is a number of characters.
    public var complete: (_ text: String, _ cursor: Int) -> Completion = { _, _ in .none }
    /// How the text looks, nil for no looks at all: brackets are not matched and nothing is suggested then.
    public var highlight: ((_ text: String) -> [Highlight])?
    /// The columns that a line is indented by after the lines before it, nil to leave that to the user.
    public var indentation: ((_ before: String, _ line: String) -> Int)?
    /// Lets the user change a text elsewhere; nil where that failed.
    public var editExternally: ((_ text: String) -> String?)?
    /// Asked about twice a second while no key comes; what it returns is printed above the entry.
    public var idle: (() -> String?)?

    /// No help.
    public init() {}
}
