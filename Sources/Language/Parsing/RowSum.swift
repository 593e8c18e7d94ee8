// The sums of rows of weights, for all tags or labels at once.

/// Adds up rows of a table for a perceptron's classes.
///
/// Weights are raised by 128 to bytes above 0, and two sums share a lane: the bytes' sum as it is, which carries from the
/// even class into the odd one, and the odd ones' own. All scores carry the same offset, so that they can be compared with
/// each other only. 128 rows at most.
enum RowSum {
    /// Classes that are summed in one pass over the rows: as many as stay in registers.
    static let blockWidth = 32
    private typealias Lanes = SIMD8<UInt16>

    /// The vectors that the sums of so many classes, a multiple of the block's, take.
    @inline(__always) static func vectorCount(width: Int) -> Int { width / blockWidth * 4 }

    /// The table of these signed bytes, raised.
    static func table(_ weights: [UInt8]) -> WeightTable<UInt8> {
        WeightTable(count: weights.count) { raised in
            weights.withUnsafeBufferPointer { weights in
                for index in 0..<weights.count { raised[index] = weights[index] ^ 0x80 }
            }
        }
    }

    /// Adds rows to the sums for each of their classes.
    ///
    /// A pass per block keeps few operations between the reads of two rows, so that many are waited for at the same time.
    @inline(__always) static func add(
        _ rows: TableRows,
        to sums: UnsafeMutablePointer<SIMD8<UInt16>>
    ) {
        for block in 0..<(rows.width / blockWidth) {
            let sum = sums + 4 &* block
            var both0 = sum[0]
            var odd0 = sum[1]
            var both1 = sum[2]
            var odd1 = sum[3]
            for index in 0..<rows.count {
                let row = rows[index] + block &* blockWidth
                let first = row.loadUnaligned(as: Lanes.self)
                let second = row.loadUnaligned(fromByteOffset: 16, as: Lanes.self)
                both0 &+= first
                odd0 &+= first &>> 8
                both1 &+= second
                odd1 &+= second &>> 8
            }
            sum[0] = both0
            sum[1] = odd0
            sum[2] = both1
            sum[3] = odd1
        }
    }

    /// Writes the score of each class.
    @inline(__always) static func write(
        _ sums: UnsafePointer<SIMD8<UInt16>>,
        width: Int,
        to scores: UnsafeMutablePointer<Int16>
    ) {
        for half in 0..<(width / 16) {
            let odd = sums[2 &* half &+ 1]
            let even = sums[2 &* half] &- odd &<< 8
            let score = scores + 16 &* half
            for lane in 0..<8 {
                score[2 &* lane] = Int16(bitPattern: even[lane])
                score[2 &* lane &+ 1] = Int16(bitPattern: odd[lane])
            }
        }
    }

    /// The first class with the highest score of the first `count`, 256 at most.
    @inline(__always) static func best(_ scores: UnsafePointer<Int16>, _ count: Int) -> Int {
        // Score and number in one, for a branch for each class would be taken wrongly too often.
        var best = Int32.min
        for number in 0..<count {
            best = max(best, Int32(scores[number]) << 8 | Int32(truncatingIfNeeded: 255 &- number))
        }
        return 255 - Int(best & 0xFF)
    }
}
