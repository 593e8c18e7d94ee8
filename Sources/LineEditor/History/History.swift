// Earlier entries, kept from session to session in a file.

/// The entries of this session and of those before, oldest first.
public struct History: Sendable {
    /// The entries, oldest first.
    public private(set) var entries: [String] = []
    /// Why the file could not be read or written, nil where it could; entries are kept in memory all the same.
    public private(set) var failure: HistoryError?

    private let file: HistoryFile?
    private let countMax: Int

    /// A history in memory only.
    public init(countMax: Int = 10_000) {
        file = nil
        self.countMax = countMax
    }

    /// A history kept in a file, which is made with the first entry; its folder must be there.
    public init(path: String, countMax: Int = 10_000) {
        let file = HistoryFile(path: path)
        self.file = file
        self.countMax = countMax
        do throws(HistoryError) {
            let all = try file.entries()
            entries = all.suffix(countMax)
            // Rewriting is put off until it pays.
            if all.count > countMax * 2 { try file.rewrite(entries) }
        } catch {
            failure = error
        }
    }

    /// Keeps an entry, unless it is blank or the same as the last.
    public mutating func add(_ entry: String) {
        guard !entry.allSatisfy(\.isWhitespace), entry != entries.last else { return }
        entries.append(entry)
        if entries.count > countMax { entries.removeFirst(entries.count - countMax) }
        do throws(HistoryError) {
            try file?.append(entry)
        } catch {
            failure = error
        }
    }
}
