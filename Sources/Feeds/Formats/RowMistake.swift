// A row that does not say what a row must say.

/// Something wrong with a row; the row is left out and reading goes on.
struct RowMistake: Error {
    let code: String
    let message: String
    /// The index of the byte where the wrong value stands, in the bytes of the row.
    let index: Int
    var hint: String?
}
