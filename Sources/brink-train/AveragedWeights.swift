// Weights under training, with the running sum that averaging needs.

/// Hashed perceptron weights; rows begin anywhere and overlap, or lie apart when `stride` is set.
final class AveragedWeights {
    let weights: UnsafeMutablePointer<Float>
    private let sums: UnsafeMutablePointer<Float>
    let mask: UInt32
    let stride: Int
    let count: Int
    /// Steps so far, which weigh the sums.
    var step: Float = 1

    /// Two to the `bits` rows; `padding` cells behind them for rows that overlap.
    init(bits: Int, stride: Int, padding: Int) {
        mask = UInt32(1 << bits) - 1
        self.stride = stride
        count = (1 << bits) * stride + padding
        weights = .allocate(capacity: count)
        sums = .allocate(capacity: count)
        weights.initialize(repeating: 0, count: count)
        sums.initialize(repeating: 0, count: count)
    }

    deinit {
        weights.deallocate()
        sums.deallocate()
    }

    @inline(__always) func row(_ feature: UInt32) -> Int { Int(feature & mask) * stride }

    func score(_ features: UnsafePointer<UInt32>, _ found: Int, into scores: UnsafeMutablePointer<Float>, width: Int) {
        for cell in 0..<width { scores[cell] = 0 }
        for index in 0..<found {
            let row = weights + row(features[index])
            for cell in 0..<width { scores[cell] += row[cell] }
        }
    }

    @inline(__always) func add(_ amount: Float, _ features: UnsafePointer<UInt32>, _ found: Int, _ cell: Int) {
        for index in 0..<found {
            let place = row(features[index]) + cell
            weights[place] += amount
            sums[place] += amount * step
        }
    }

    /// The averages of all steps.
    var averages: [Float] { (0..<count).map { weights[$0] - sums[$0] / step } }
}

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
    func quantised(largest: Float = 127) -> [Int8] { Self.quantise(values, largest) }

    /// Rows of transitions as one plane for each: shift, left, right.
    func transitionPlanes() -> [Int8] {
        let rows = 0..<(values.count / stride)
        return Self.quantise((0..<3).flatMap { action in rows.map { values[$0 * stride + action] } }, 127)
    }

    /// Rows of transitions as two planes: how far left and right are ahead of shift, which is all that one state asks.
    func transitionDifferences() -> [Int8] {
        let rows = 0..<(values.count / stride)
        let left = rows.map { values[$0 * stride + 1] - values[$0 * stride] }
        let right = rows.map { values[$0 * stride + 2] - values[$0 * stride] }
        return Self.quantise(left + right, 127)
    }

    /// Numbers as bytes with one scale for all, so that the largest is `bound`.
    private static func quantise(_ values: [Float], _ bound: Float) -> [Int8] {
        let largest = values.reduce(0) { max($0, abs($1)) }
        let scale = largest > 0 ? bound / largest : 1
        return values.map { Int8(($0 * scale).rounded()) }
    }
}
