// Entries out of a text that nobody types: a pipe, a transcript.

/// Splits a text into entries as a session would take them, line by line.
public struct EntryReader {
    private var lines: ArraySlice<Substring>

    /// The entries of a text.
    public init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    }

    /// The next entry: lines until the session says that it is whole, or the end of the text; nil after the last.
    public mutating func next(_ session: Session) -> String? {
        var entry: String?
        while let line = lines.popFirst() {
            let text = entry.map { $0 + "\n" + line } ?? String(line)
            if entry == nil, text.trimmingWhiteSpace.isEmpty { continue }
            // In a pipe an empty line ends nothing: only Lua says what is whole.
            if session.isComplete(text.trimmingWhiteSpace) { return text }
            entry = text
        }
        return entry
    }
}
