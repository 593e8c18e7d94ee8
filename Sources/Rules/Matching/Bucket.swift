// The events under one key that some step may want, in the order of rows.
import CColumns
import EventModel

/// The events of one key; filled again for each key, so that matching allocates little.
struct Bucket {
    private(set) var rows: [Int32] = []
    private(set) var starts: [Int32] = []
    private(set) var ends: [Int32] = []
    private(set) var directions: [UInt8] = []
    /// Bit i: the plan's i-th own condition holds.
    private(set) var masks: [UInt32] = []
    /// Bit i: the event has played the plan's i-th part.
    var played: [UInt32] = []
    /// The entries before this one have a date.
    private(set) var datedCount = 0
    /// The length of the longest span, in days; 0 where all are single days.
    private(set) var longest: Int32 = 0
    /// All masks together.
    private(set) var anyMask: UInt32 = 0

    /// The number of entries.
    var count: Int { rows.count }

    /// Takes in the rows of a key for which some condition holds.
    mutating func fill(
        _ group: KeyIndex.Group,
        of index: KeyIndex,
        masks rowMasks: UnsafeBufferPointer<UInt32>,
        in snapshot: EventStore.Snapshot
    ) {
        empty()
        let columns = snapshot.columns
        var sorted = true
        for member in index.members[group.members] {
            let entry = Int(member.entry)
            guard index.bySides else {
                append(Int32(entry), member.directions, rowMasks[entry], &sorted)
                continue
            }
            for place in Int(columns.side_start[entry])..<Int(columns.side_start[entry + 1]) {
                let row = Int(columns.row_by_side[place])
                append(Int32(row), member.directions, rowMasks[row], &sorted)
            }
        }
        if !sorted { sortByRow() }
        readDates(columns)
    }

    private mutating func empty() {
        rows.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        directions.removeAll(keepingCapacity: true)
        masks.removeAll(keepingCapacity: true)
        played.removeAll(keepingCapacity: true)
        datedCount = 0
        longest = 0
        anyMask = 0
    }

    private mutating func append(_ row: Int32, _ direction: UInt8, _ mask: UInt32, _ sorted: inout Bool) {
        guard mask != 0 else { return }
        if let last = rows.last, last > row { sorted = false }
        rows.append(row)
        directions.append(direction)
        masks.append(mask)
        anyMask |= mask
    }

    private mutating func sortByRow() {
        let order = rows.indices.sorted { rows[$0] < rows[$1] }
        rows = order.map { rows[$0] }
        directions = order.map { directions[$0] }
        masks = order.map { masks[$0] }
    }

    private mutating func readDates(_ columns: brink_columns) {
        for row in rows {
            let start = columns.start[Int(row)]
            let end = columns.end[Int(row)]
            starts.append(start)
            ends.append(end)
            if start != unknownFigure {
                datedCount += 1
                longest = max(longest, end - start)
            }
        }
        played.append(contentsOf: repeatElement(0, count: rows.count))
    }

    /// The entry of a row, nil where the row is not under this key or no step wants it.
    func entry(ofRow row: Int) -> Int? {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle] < Int32(row) { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low] == Int32(row) ? low : nil
    }
}
