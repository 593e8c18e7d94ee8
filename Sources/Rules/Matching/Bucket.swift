// The events under one key that some step may want, in the order of rows.
import CColumns
import EventModel

/// The events of one key; filled again for each key, so that matching allocates little.
struct Bucket {
    /// An event, with what the matcher looks at most.
    struct Entry {
        let row: Int32
        /// The first day, `unknownFigure` where unknown.
        let start: Int32
        /// The last day.
        let end: Int32
        /// Bit i: the plan's i-th own condition holds.
        let mask: UInt32
        /// Bit i: the event has played the i-th part.
        var played: UInt32 = 0
        /// Bit 0: the key's first side acts upon its second; bit 1: the other way round.
        let directions: UInt8
        /// Whether it says that it answers some event.
        let answers: Bool
    }

    private var entries: [Entry] = []
    private var merged: [Entry] = []
    /// The entries before this one have a date.
    private(set) var datedCount = 0
    /// The length of the longest span, in days; 0 where all are single days.
    private(set) var longest: Int32 = 0
    /// All masks together.
    private(set) var anyMask: UInt32 = 0

    /// The number of entries.
    var count: Int { entries.count }

    subscript(entry: Int) -> Entry {
        get { entries[entry] }
        _modify { yield &entries[entry] }
    }

    /// Takes in the rows of a key for which some condition holds.
    mutating func fill(
        _ group: KeyIndex.Group,
        of index: KeyIndex,
        masks rowMasks: UnsafeBufferPointer<UInt32>,
        in columns: brink_columns
    ) {
        entries.removeAll(keepingCapacity: true)
        datedCount = 0
        longest = 0
        anyMask = 0
        for place in group.members {
            let member = index.members[place]
            let number = Int(member.entry)
            let first = entries.count
            if index.bySides {
                let rows = Int(columns.side_start[number])..<Int(columns.side_start[number + 1])
                for place in rows {
                    append(Int(columns.row_by_side[place]), member.directions, rowMasks, columns)
                }
                merge(from: first)
            } else {
                append(number, member.directions, rowMasks, columns)
            }
        }
    }

    /// Takes in the rows of a key for which some condition holds, where they were sought out beforehand.
    mutating func fill(
        _ rows: ArraySlice<KeyIndex.FewRows.Row>,
        masks rowMasks: UnsafeBufferPointer<UInt32>,
        in columns: brink_columns
    ) {
        entries.removeAll(keepingCapacity: true)
        datedCount = 0
        longest = 0
        anyMask = 0
        for row in rows { append(Int(row.row), row.directions, rowMasks, columns) }
    }

    @inline(__always)
    private mutating func append(
        _ row: Int,
        _ directions: UInt8,
        _ rowMasks: UnsafeBufferPointer<UInt32>,
        _ columns: brink_columns
    ) {
        let mask = rowMasks[row]
        guard mask != 0 else { return }
        let start = columns.start[row]
        let end = columns.end[row]
        anyMask |= mask
        if start != unknownFigure {
            datedCount += 1
            longest = max(longest, end - start)
        }
        entries.append(
            Entry(
                row: Int32(truncatingIfNeeded: row),
                start: start,
                end: end,
                mask: mask,
                directions: directions,
                answers: columns.extra_answers[Int(columns.extra[row])] != 0
            )
        )
    }

    /// Merges the rows from a place on, which are in order, with those before it, which are too.
    private mutating func merge(from place: Int) {
        guard place > 0, place < entries.count, entries[place - 1].row > entries[place].row else { return }
        merged.removeAll(keepingCapacity: true)
        var left = 0
        var right = place
        while left < place, right < entries.count {
            if entries[left].row < entries[right].row {
                merged.append(entries[left])
                left += 1
            } else {
                merged.append(entries[right])
                right += 1
            }
        }
        merged.append(contentsOf: entries[left..<place])
        merged.append(contentsOf: entries[right...])
        swap(&entries, &merged)
    }

    /// The entry of a row, nil where the row is not under this key or no step wants it.
    func entry(ofRow row: Int) -> Int? {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].row < Int32(row) { low = middle + 1 } else { high = middle }
        }
        return low < entries.count && entries[low].row == Int32(row) ? low : nil
    }
}
