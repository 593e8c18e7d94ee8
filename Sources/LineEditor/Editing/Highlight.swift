// A run of the entry that looks different from the rest.

/// A run of characters and how it looks.
public struct Highlight: Sendable, Hashable {
    /// The characters, counted from 0.
    public var range: Range<Int>
    /// The parameters of the terminal's sequence for looks (ECMA-48 SGR), such as `1;34`.
    public var look: String
    /// Whether brackets in it are text and no brackets, as in strings and comments.
    public var isProse: Bool

    /// A run and its look.
    public init(_ range: Range<Int>, look: String, isProse: Bool = false) {
        self.range = range
        self.look = look
        self.isProse = isProse
    }
}
