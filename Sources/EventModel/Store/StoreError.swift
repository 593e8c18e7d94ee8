// What a store cannot take.

/// An event that a store cannot take.
public struct StoreError: Diagnostic {
    public var code: String
    public var message: String
    public var location: SourceLocation?
    public var hint: String?

    /// The store holds as much text or as many events as four-byte offsets can tell apart.
    static func full(_ what: String) -> StoreError {
        StoreError(
            code: "store_full",
            message: "the store is full: \(what)",
            location: nil,
            hint: "split the corpus, or drop events that no rule needs"
        )
    }
}
