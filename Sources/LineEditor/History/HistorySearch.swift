// Ctrl-R: the newest entry that holds what is typed, then the one before it.

/// An incremental search through the history.
struct HistorySearch {
    /// An entry found and the place of the query in it, in characters.
    struct Match: Equatable {
        let entry: String
        let place: Int
    }

    /// What stood in the buffer before the search.
    let draft: EditBuffer
    private(set) var query = ""
    private(set) var match: Match?
    /// Whether the query, as it is now, stands nowhere.
    private(set) var isFailing = false

    private let entries: [String]
    private var index: Int

    init(entries: [String], draft: EditBuffer) {
        self.entries = entries
        self.draft = draft
        index = entries.count
    }

    /// Adds to the query and looks from the present match on.
    mutating func extend(by text: String) -> Bool {
        query += text
        return look(through: stride(from: min(index, entries.count - 1), through: 0, by: -1))
    }

    /// Takes the query's last character away and looks from the newest entry again.
    mutating func shorten() -> Bool {
        guard !query.isEmpty else { return false }
        query.removeLast()
        index = entries.count
        match = nil
        guard !query.isEmpty else {
            isFailing = false
            return true
        }
        return look(through: stride(from: entries.count - 1, through: 0, by: -1))
    }

    /// The match before.
    mutating func older() -> Bool {
        guard !query.isEmpty else { return false }
        return look(through: stride(from: index - 1, through: 0, by: -1))
    }

    /// The match after.
    mutating func newer() -> Bool {
        guard !query.isEmpty, index < entries.count else { return false }
        return look(through: stride(from: index + 1, to: entries.count, by: 1))
    }

    private mutating func look(through indices: some Sequence<Int>) -> Bool {
        for candidate in indices where entries[candidate] != match?.entry || candidate == index {
            guard let range = entries[candidate].firstRange(of: query) else { continue }
            let entry = entries[candidate]
            index = candidate
            match = Match(entry: entry, place: entry.distance(from: entry.startIndex, to: range.lowerBound))
            isFailing = false
            return true
        }
        isFailing = true
        return false
    }
}
