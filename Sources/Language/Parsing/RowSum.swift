// The sums of rows of weights, for all tags or labels at once.

/// Adds up rows of a table for a perceptron's classes.
enum RowSum {
    /// Classes that are summed in one pass over the rows: as many as stay in registers.
    static let blockWidth = 32

    /// Writes the sum of the rows for each of `width` classes, a multiple of the block's, to `scores`.
    ///
    /// All scores carry the same offset, so that they can be compared with each other only. Weights are raised by 128,
    /// which makes two sums fit beside each other into one lane; 256 rows at most. A pass per block keeps few operations
    /// between the reads of two rows, so that the processor waits for many rows at the same time.
    @inline(__always) static func write(
        _ base: UnsafePointer<Int8>,
        _ mask: UInt32,
        _ features: UnsafePointer<UInt32>,
        _ count: Int,
        width: Int,
        to scores: UnsafeMutablePointer<Int16>
    ) {
        let raise = SIMD8<UInt16>(repeating: 0x8080)
        let low = SIMD8<UInt16>(repeating: 0x00FF)
        var start = 0
        while start < width {
            var even0 = SIMD8<UInt16>.zero
            var odd0 = SIMD8<UInt16>.zero
            var even1 = SIMD8<UInt16>.zero
            var odd1 = SIMD8<UInt16>.zero
            let block = UnsafeRawPointer(base) + start
            for index in 0..<count {
                let row = block + Int(features[index] & mask)
                let first = row.loadUnaligned(as: SIMD8<UInt16>.self) ^ raise
                let second = row.loadUnaligned(fromByteOffset: 16, as: SIMD8<UInt16>.self) ^ raise
                even0 &+= first & low
                odd0 &+= first &>> 8
                even1 &+= second & low
                odd1 &+= second &>> 8
            }
            for lane in 0..<8 {
                scores[start &+ 2 &* lane] = Int16(bitPattern: even0[lane])
                scores[start &+ 2 &* lane &+ 1] = Int16(bitPattern: odd0[lane])
                scores[start &+ 2 &* lane &+ 16] = Int16(bitPattern: even1[lane])
                scores[start &+ 2 &* lane &+ 17] = Int16(bitPattern: odd1[lane])
            }
            start &+= blockWidth
        }
    }
}
