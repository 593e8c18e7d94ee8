// How good each transition looks in a state.

/// The scores of the three transitions.
struct TransitionScores {
    let shift: Int32
    let left: Int32
    let right: Int32

    /// The sums of the weights of features; those of a greedy parser have none for shift.
    @inline(__always) init(
        _ weights: UnsafePointer<UInt32>,
        _ mask: UInt32,
        _ features: UnsafePointer<UInt32>,
        _ count: Int,
        differences: Bool
    ) {
        // Two sums of up to 256 bytes fit beside each other into 32 bits.
        var outer: UInt32 = 0
        var inner: UInt32 = 0
        for index in 0..<count {
            let row = weights[Int(features[index] & mask)]
            outer &+= row & 0x00FF_00FF
            inner &+= row >> 8 & 0xFF
        }
        let bias = Int32(truncatingIfNeeded: count) &* 128
        shift = differences ? 0 : Int32(bitPattern: inner) &- bias
        left = Int32(bitPattern: outer & 0xFFFF) &- bias
        right = Int32(bitPattern: outer >> 16) &- bias
    }

    @inline(__always) subscript(action: Transition) -> Int32 {
        switch action {
        case .shift: shift
        case .left: left
        case .right: right
        }
    }
}
