// Averaged weights as the bytes of a model.

/// Trained weights on their way into a model file.
struct TrainedWeights {
    private var values: [Float]
    private let stride: Int
    let mask: UInt32

    /// The mean of several trainings that saw the same in different orders, which is steadier than one.
    init(repeats: Int, _ random: inout SeededGenerator, _ train: (inout SeededGenerator) -> AveragedWeights) {
        let first = train(&random)
        values = first.averages
        stride = first.stride
        mask = first.mask
        for _ in 1..<max(repeats, 1) {
            for (cell, value) in train(&random).averages.enumerated() { values[cell] += value }
        }
    }

    /// The weights as bytes; a smaller `largest` makes a smaller file.
    func quantised(largest: Float = 127) -> [UInt8] { Self.quantise(values, largest) }

    /// Rows of transitions as one plane for each: shift, left, right.
    func transitionPlanes(largest: Float) -> [UInt8] {
        let rows = 0..<(values.count / stride)
        return Self.quantise((0..<3).flatMap { action in rows.map { values[$0 * stride + action] } }, largest)
    }

    /// Rows of transitions as two planes: how far left and right are ahead of shift, which is all that one state asks.
    func transitionDifferences() -> [UInt8] {
        let rows = 0..<(values.count / stride)
        let left = rows.map { values[$0 * stride + 1] - values[$0 * stride] }
        let right = rows.map { values[$0 * stride + 2] - values[$0 * stride] }
        return Self.quantise(left + right, 127)
    }

    /// Numbers as signed bytes with one scale for all, so that the largest is `bound`.
    private static func quantise(_ values: [Float], _ bound: Float) -> [UInt8] {
        let largest = values.reduce(0) { max($0, abs($1)) }
        let scale = largest > 0 ? bound / largest : 1
        return values.map { UInt8(bitPattern: Int8(($0 * scale).rounded())) }
    }
}
