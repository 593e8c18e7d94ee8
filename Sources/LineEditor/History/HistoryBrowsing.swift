// Up and down through earlier entries, each of which keeps what was changed in it until the entry is done.

/// A walk through the history that begins at the entry being written.
struct HistoryBrowsing {
    /// The earlier entries, oldest first.
    let entries: [String]
    private var index: Int
    private var edited: [Int: String] = [:]

    init(entries: [String]) {
        self.entries = entries
        index = entries.count
    }

    /// The entry before; what stands in the buffer is kept for the way back.
    mutating func older(than text: String) -> String? {
        index > 0 ? go(to: index - 1, keeping: text) : nil
    }

    /// The entry after, the last being the one that was begun.
    mutating func newer(than text: String) -> String? {
        index < entries.count ? go(to: index + 1, keeping: text) : nil
    }

    private mutating func go(to next: Int, keeping text: String) -> String {
        edited[index] = text
        index = next
        return edited[index] ?? (index < entries.count ? entries[index] : "")
    }
}
