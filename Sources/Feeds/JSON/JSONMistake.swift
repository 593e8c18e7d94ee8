// Text that is no JSON, and where it stops being it.

/// A mistake in JSON text.
struct JSONMistake: Error {
    let message: String
    /// The index of the byte where it was seen, in the bytes parsed.
    let index: Int
}
