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
