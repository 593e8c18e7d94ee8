// What the user has typed before and may be typing again.

/// The newest earlier entry that goes on from what is typed.
struct HistorySuggestion {
    private let entries: [String]
    private var found: String?

    init(entries: [String]) { self.entries = entries }

    /// The rest of the newest entry that begins with a text, nil where there is none.
    mutating func rest(after text: String) -> String? {
        guard !text.isEmpty else { return nil }
        // While the user types along it stays the same entry, and nothing is searched.
        if found?.utf8.starts(with: text.utf8) != true || found?.utf8.count == text.utf8.count {
            found = entries.last { $0.utf8.count > text.utf8.count && $0.utf8.starts(with: text.utf8) }
        }
        return found.map { String(decoding: $0.utf8.dropFirst(text.utf8.count), as: UTF8.self) }
    }
}
