// A window in time over the events of one key.

/// A window: its days, and the members that stand in it.
struct WindowFrame {
    /// The first day, since 1970-01-01.
    var first: Int
    /// The last day.
    var last: Int
    /// The places of the events among the members of the key.
    var members: Range<Int>

    /// The length in days.
    var days: Int { last - first + 1 }
}

/// The events of one key that a window counts, by their first days.
struct WindowMembers {
    var starts: [Int] = []
    var rows: [Int] = []
    /// Bit 0: the key's first side acts upon its second; bit 1: the other way round.
    var directions: [UInt8] = []

    /// The number of events.
    var count: Int { rows.count }

    mutating func removeAll() {
        starts.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
        directions.removeAll(keepingCapacity: true)
    }

    mutating func append(_ entry: Bucket.Entry) {
        starts.append(Int(entry.start))
        rows.append(Int(entry.row))
        directions.append(entry.directions)
    }

    /// The places of the members whose first day is one of these.
    func places(from first: Int, through last: Int) -> Range<Int> {
        let low = place(of: first)
        return low..<max(low, place(of: last + 1))
    }

    /// The place of the first member that starts on a day or later.
    private func place(of day: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
