// The rows under each key where a sequence wants few of all rows: no key needs to look at what it does not want.
import CColumns
import EventModel

extension KeyIndex {
    /// Rows by group, in order within each.
    struct FewRows {
        /// A row and the directions in which it stands.
        struct Row {
            let row: Int32
            let directions: UInt8
        }

        var rows: [Row]
        /// Where the rows of each group start, and after the last where they end.
        var starts: [Int]
    }

    /// Below this share of rows it is worth while to seek them out; one in so many.
    private static let rowsPerWanted = 16
    /// With so few keys, looking at their rows costs less than seeking among all.
    private static let groupCountMin = 8

    /// The rows that some condition holds for, by group; nil where they are many, or keys do not hang on sides.
    func fewRows(_ masks: UnsafeBufferPointer<UInt32>, in columns: brink_columns) -> FewRows? {
        guard bySides, groups.count > Self.groupCountMin else { return nil }
        var wanted: [Int32] = []
        let most = masks.count / Self.rowsPerWanted
        for row in masks.indices where masks[row] != 0 {
            guard wanted.count < most else { return nil }
            wanted.append(Int32(truncatingIfNeeded: row))
        }
        var isWanted = [Bool](repeating: false, count: Int(columns.counts.sides))
        for row in wanted { isWanted[Int(columns.side[Int(row)])] = true }
        // The groups of each of the sides that are wanted, as lists one after the other.
        var next = [Int32](repeating: 0, count: isWanted.count + 1)
        for group in groups {
            for member in members[group.members] where isWanted[Int(member.entry)] { next[Int(member.entry) + 1] += 1 }
        }
        for side in 1..<next.count { next[side] += next[side - 1] }
        var places = [(group: Int32, directions: UInt8)](repeating: (0, 0), count: Int(next[next.count - 1]))
        let first = next
        for (number, group) in groups.enumerated() {
            for member in members[group.members] where isWanted[Int(member.entry)] {
                places[Int(next[Int(member.entry)])] = (Int32(truncatingIfNeeded: number), member.directions)
                next[Int(member.entry)] += 1
            }
        }
        return sorted(wanted, first, places, columns)
    }

    /// A counting sort by group: rows are met in order, so those of each group stay in order.
    private func sorted(
        _ wanted: [Int32],
        _ first: [Int32],
        _ places: [(group: Int32, directions: UInt8)],
        _ columns: brink_columns
    ) -> FewRows {
        func range(_ row: Int32) -> Range<Int> {
            let side = Int(columns.side[Int(row)])
            return Int(first[side])..<Int(first[side + 1])
        }
        var starts = [Int](repeating: 0, count: groups.count + 1)
        for row in wanted {
            for place in range(row) { starts[Int(places[place].group) + 1] += 1 }
        }
        for group in groups.indices { starts[group + 1] += starts[group] }
        var next = starts
        var rows = [FewRows.Row](repeating: FewRows.Row(row: 0, directions: 0), count: starts[groups.count])
        for row in wanted {
            for place in range(row) {
                let group = Int(places[place].group)
                rows[next[group]] = FewRows.Row(row: row, directions: places[place].directions)
                next[group] += 1
            }
        }
        return FewRows(rows: rows, starts: starts)
    }
}
