// How good each transition looks in a state.

/// The scores of the three transitions.
struct TransitionScores {
    let shift: Int32
    let left: Int32
    let right: Int32

    /// The scores by the sum of all features; those of a greedy parser have none for shift.
    @inline(__always) init(_ sum: TransitionSum, differences: Bool) {
        let bias = Int32(TransitionFeatures.count) * 128
        shift = differences ? 0 : sum.shift &- bias
        left = sum.left &- bias
        right = sum.right &- bias
    }

    @inline(__always) subscript(action: Transition) -> Int32 {
        switch action {
        case .shift: shift
        case .left: left
        case .right: right
        }
    }
}
