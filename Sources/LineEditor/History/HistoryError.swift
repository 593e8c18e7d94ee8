// Why a history file could not be used.

/// A history file that does not read or write.
public struct HistoryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file's path.
    public var path: String
    /// What was wrong.
    public var message: String

    /// The path and what was wrong.
    public var description: String { "\(path): \(message)" }
}
