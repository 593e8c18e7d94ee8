// Sentences whose tokens are given, on their way to whoever knows what a token is.

/// A file of given tokens, not yet parsed: this room knows nothing of language.
public struct TokenFile: Sendable, Hashable {
    /// The file's stem.
    public var id: String
    /// The file's path as the user gave it.
    public var file: String
    /// The CoNLL-U text.
    public var text: String

    /// A file by its name, its path and what it holds.
    public init(id: String, file: String, text: String) {
        self.id = id
        self.file = file
        self.text = text
    }
}
