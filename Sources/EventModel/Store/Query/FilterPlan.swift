// A filter made ready for one snapshot: a range of rows and tests over columns.
import CColumns

/// A filter compiled for one snapshot.
///
/// Compiling costs a look at every distinct value; a test of a row then costs one lookup for each condition.
public struct FilterPlan: @unchecked Sendable {
    // @unchecked: the pointers in the tests lead into the snapshot, which never changes and is kept alive here.

    /// The events that it looks at.
    public let snapshot: EventStore.Snapshot
    private let range: Range<Int>
    private let tests: [ColumnTest]
    /// The sides that the rows come from, where so few rows have them that the index by side is the shorter way.
    private let fewSides: [UInt8]?

    private static let chunk = 4096
    /// A walk through the index is sorted afterwards, so it pays only well below the number of rows.
    private static let indexShare = 16

    /// The plan of a filter.
    public init(_ filter: Filter, _ snapshot: EventStore.Snapshot) {
        self.snapshot = snapshot
        var compiler = ConditionCompiler(snapshot: snapshot)
        for condition in filter.conditions { compiler.add(condition) }
        range = compiler.range
        tests = compiler.tests
        fewSides = Self.fewSides(compiler.tests, snapshot, rowCount: compiler.range.count)
    }

    /// Whether a row meets the filter.
    public func matches(_ row: Int) -> Bool {
        range.contains(row) && tests.allSatisfy { $0.accepts(row) }
    }

    /// The number of rows that meet it.
    public func count() -> Int {
        if let fewSides { return keep(indexed(fewSides)).count }
        guard let first = tests.first else { return range.count }
        if tests.count == 1 { return first.count(range) }
        var total = 0
        eachChunk { _, count in total += count }
        return total
    }

    /// The rows that meet it, in order.
    public func rows() -> [UInt32] {
        if let fewSides { return keep(indexed(fewSides)) }
        var rows: [UInt32] = []
        eachChunk { room, count in rows.append(contentsOf: UnsafeBufferPointer(start: room, count: count)) }
        return rows
    }

    /// Those of the rows that meet it, in the order given.
    public func keep(_ rows: [UInt32]) -> [UInt32] {
        let range = range
        var rows = range.count == snapshot.count ? rows : rows.filter { range.contains(Int($0)) }
        let count = rows.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return tests.reduce(buffer.count) { count, test in test.keep(base, count: count) }
        }
        rows.removeLast(rows.count - count)
        return rows
    }

    private func eachChunk(_ body: (UnsafePointer<UInt32>, Int) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.chunk) { room in
            guard let base = room.baseAddress else { return }
            var start = range.lowerBound
            while start < range.upperBound {
                let part = start..<min(start + Self.chunk, range.upperBound)
                body(base, select(part, base))
                start = part.upperBound
            }
        }
    }

    private func select(_ part: Range<Int>, _ room: UnsafeMutablePointer<UInt32>) -> Int {
        guard let first = tests.first else {
            for row in part { room[row - part.lowerBound] = UInt32(truncatingIfNeeded: row) }
            return part.count
        }
        var count = first.select(part, into: room)
        for test in tests.dropFirst() where count > 0 { count = test.keep(room, count: count) }
        return count
    }

    private func indexed(_ sides: [UInt8]) -> [UInt32] {
        let columns = snapshot.columns
        var rows: [UInt32] = []
        for side in 0..<sides.count where sides[side] != 0 {
            let (start, end) = (Int(columns.side_start[side]), Int(columns.side_start[side + 1]))
            rows.append(contentsOf: UnsafeBufferPointer(start: columns.row_by_side + start, count: end - start))
        }
        rows.sort()
        return rows
    }

    private static func fewSides(
        _ tests: [ColumnTest],
        _ snapshot: EventStore.Snapshot,
        rowCount: Int
    ) -> [UInt8]? {
        let columns = snapshot.columns
        let side: UnsafePointer<UInt32> = columns.side
        for test in tests {
            guard case .codes(let column, let mask) = test, column == side else { continue }
            var rows = 0
            for side in 0..<mask.count where mask[side] != 0 {
                rows += Int(columns.side_start[side + 1] - columns.side_start[side])
            }
            if rows * indexShare < rowCount { return mask }
        }
        return nil
    }
}
