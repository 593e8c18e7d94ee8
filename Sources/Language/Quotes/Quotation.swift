// A stretch of text between quotation marks.

/// A quotation, by atoms.
struct Quotation {
    /// The atom of the opening mark.
    var open: Int
    /// The atom after the closing mark, or after the paragraph where it is left open.
    var end: Int
    /// Whether a mark closes it.
    var isClosed: Bool
    /// The atoms between the marks.
    var inner: Range<Int>
    var paragraph: Int
}
