// A native function's complaint about what it was given.

/// An argument that does not fit; raised in Lua as `bad argument #1 to 'days' (number expected, got nil)`.
public struct ArgumentError: Error, CustomStringConvertible {
    /// The message that scripts read.
    public let description: String

    /// A complaint of any wording.
    public init(_ description: String) {
        self.description = description
    }
}
