// Sums of the parser's weights: three numbers in one, quick to add.

/// What some features say for left, right and shift, a lane of 21 bits each; weights are raised by 128.
struct TransitionSum: Equatable {
    private(set) var lanes: UInt64 = 0

    /// Nothing summed yet; no sum of features is nothing, for their raised weights are greater than 0.
    static let unknown = TransitionSum()

    init() {}

    /// The lanes of a sum of at most eight rows of a table, in which they have 11 bits each.
    @inline(__always) init(rows: UInt64) {
        lanes = rows & 0x7FF | (rows & 0x3F_F800) << 10 | (rows >> 22) << 42
    }

    @inline(__always) static func += (sum: inout Self, other: Self) { sum.lanes &+= other.lanes }

    @inline(__always) var left: Int32 { Int32(truncatingIfNeeded: lanes & 0x1F_FFFF) }
    @inline(__always) var right: Int32 { Int32(truncatingIfNeeded: lanes >> 21 & 0x1F_FFFF) }
    @inline(__always) var shift: Int32 { Int32(truncatingIfNeeded: lanes >> 42) }
}
