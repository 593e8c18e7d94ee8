// A mistake in the arguments.

/// What is wrong with the arguments.
struct UsageError: Error, CustomStringConvertible {
    var message: String
    var description: String { message }
}
