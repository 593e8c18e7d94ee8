// The parser's weights, packed for summing.

/// The parser's weights as biased bytes: left and right measured against shift, or all three for themselves.
package struct TransitionWeights: Sendable {
    /// The weights of a place, 11 bits each so that eight can be added: left, right, shift.
    let packed: WeightTable<UInt32>
    package let mask: UInt32

    /// The weights of a greedy parser: two planes of one power of two of places, left and right.
    package init(differences planes: [UInt8]) {
        self.init(planes, shift: nil, left: 0, right: 1, count: 2)
    }

    /// The weights of whole parses: three planes, shift, left and right.
    package init(_ planes: [UInt8]) {
        self.init(planes, shift: 0, left: 1, right: 2, count: 3)
    }

    private init(_ planes: [UInt8], shift: Int?, left: Int, right: Int, count: Int) {
        let size = planes.count / count
        mask = UInt32(max(size, 1) - 1)
        packed = WeightTable(count: size) { packed in
            planes.withUnsafeBufferPointer { planes in
                for place in 0..<size {
                    let low = UInt32(planes[left &* size &+ place] ^ 0x80)
                    let middle = UInt32(planes[right &* size &+ place] ^ 0x80) << 11
                    packed[place] = low | middle
                }
                guard let shift else { return }
                for place in 0..<size {
                    packed[place] |= UInt32(planes[shift &* size &+ place] ^ 0x80) << 22
                }
            }
        }
    }
}
