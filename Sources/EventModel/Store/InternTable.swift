// Entries that are kept once, and lists of numbers that are kept once.

/// Interns entries; each gets the number of its first appearance.
struct InternTable<Entry: Hashable> {
    /// The distinct entries.
    private(set) var entries: [Entry] = []
    private var numbers: [Entry: UInt32] = [:]

    /// A table whose first entries are these.
    init(_ entries: [Entry] = []) {
        for entry in entries { _ = number(entry) }
    }

    /// The number of an entry.
    mutating func number(_ entry: Entry) -> UInt32 {
        if let number = numbers[entry] { return number }
        let number = UInt32(entries.count)
        entries.append(entry)
        numbers[entry] = number
        return number
    }
}

/// Interns lists of numbers.
///
/// A list's number is its offset: there stands its count, then its elements. The list at 0 is empty.
struct ListTable {
    /// Counts and elements.
    private(set) var elements: [UInt32] = [0]
    private var offsets: [[UInt32]: UInt32] = [[]: 0]

    /// The offset of a list.
    mutating func list(_ list: [UInt32]) -> UInt32 {
        if let offset = offsets[list] { return offset }
        let offset = UInt32(elements.count)
        elements.append(UInt32(list.count))
        elements.append(contentsOf: list)
        offsets[list] = offset
        return offset
    }
}
