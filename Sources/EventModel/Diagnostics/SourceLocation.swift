// Where in a file something is wrong, with the line itself.

/// A place in a file that a person can open, with the line that stands there.
public struct SourceLocation: Sendable, Hashable {
    /// The file's path as the user gave it, or a chunk's name such as `stdin`.
    public var file: String
    /// The line, from 1; nil where only the file is known.
    public var line: Int?
    /// The column in Unicode scalars, from 1; nil where only the line is known.
    public var column: Int?
    /// The text of the line, nil where it is not at hand.
    public var excerpt: String?
    /// The column at which the excerpt begins; above 1 where a long line is cut to the part around the mistake.
    public var excerptColumn: Int

    /// A place, as exactly as it is known.
    public init(file: String, line: Int? = nil, column: Int? = nil, excerpt: String? = nil, excerptColumn: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
        self.excerpt = excerpt
        self.excerptColumn = excerptColumn
    }
}

extension SourceLocation: CustomStringConvertible {
    /// `file:line:column`, as far as known.
    public var description: String {
        guard let line else { return file }
        guard let column else { return "\(file):\(line)" }
        return "\(file):\(line):\(column)"
    }
}
