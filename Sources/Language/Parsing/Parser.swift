// Dependency trees without labels, by arc-hybrid transitions, greedily or with a beam.

/// The parser's weights as biased bytes: left and right measured against shift, or all three for themselves.
package struct TransitionWeights: Sendable {
    /// The bytes of a place: left, right, shift, and one unused.
    package let packed: [UInt32]
    package let mask: UInt32

    /// The weights of a greedy parser: two planes of one power of two of places, left and right.
    package init(differences planes: [Int8]) {
        self.init(planes, shift: nil, left: 0, right: 1, count: 2)
    }

    /// The weights of whole parses: three planes, shift, left and right.
    package init(_ planes: [Int8]) {
        self.init(planes, shift: 0, left: 1, right: 2, count: 3)
    }

    private init(_ planes: [Int8], shift: Int?, left: Int, right: Int, count: Int) {
        let size = planes.count / count
        mask = UInt32(max(size, 1) - 1)
        packed = [UInt32](unsafeUninitializedCapacity: size) { packed, filled in
            planes.withUnsafeBufferPointer { planes in
                for place in 0..<size {
                    let low = UInt32(UInt8(bitPattern: planes[left &* size &+ place]) ^ 0x80)
                    let middle = UInt32(UInt8(bitPattern: planes[right &* size &+ place]) ^ 0x80) << 16
                    packed[place] = low | middle
                }
                guard let shift else { return }
                for place in 0..<size {
                    packed[place] |= UInt32(UInt8(bitPattern: planes[shift &* size &+ place]) ^ 0x80) << 8
                }
            }
            filled = size
        }
    }
}

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

/// Finds the heads of the words of a sentence.
package struct Parser {
    /// How margins become confidences.
    package struct Confidence: Sendable {
        package var offset: Float
        package var slope: Float

        package init(offset: Float, slope: Float) {
            self.offset = offset
            self.slope = slope
        }

        /// The likelihood that an arc chosen by this margin is right.
        func value(_ margin: Int32) -> Float { logistic(offset + slope * Float(margin)) }
    }

    /// Takes the best action each time.
    package static func parseGreedily(
        _ weights: TransitionWeights,
        _ scratch: ParserScratch,
        _ confidence: Confidence
    ) {
        let sentence = scratch.sentence
        let arena = scratch.arena
        let count = sentence.count
        let heads = scratch.heads
        weights.packed.withUnsafeBufferPointer { table in
            guard let base = table.baseAddress else { return }
            var state = arena.begin(nothing: sentence.nothing)
            for _ in 0..<(2 * count) {
                let found = TransitionFeatures.extract(
                    state,
                    arena.frames,
                    sentence.atoms,
                    nothing: sentence.nothing,
                    into: scratch.features
                )
                let scores = TransitionScores(base, weights.mask, scratch.features, found, differences: true)
                var best = Transition.shift
                var top = Int32.min
                var second = Int32.min
                for action in Transition.allCases where arena.allows(action, state, count: count) {
                    let score = scores[action]
                    if score > top {
                        second = top
                        top = score
                        best = action
                    } else if score > second {
                        second = score
                    }
                }
                if best != .shift {
                    let node = Int(arena.frames[Int(state.top)].node)
                    heads[node - 1] = arena.head(best, state)
                    scratch.confidences[node - 1] = second == .min ? 1 : confidence.value(top - second)
                }
                state = arena.apply(best, state)
            }
        }
    }

    /// Keeps the best few parses at each step.
    package static func parse(
        _ weights: TransitionWeights,
        beam: Int,
        _ scratch: ParserScratch,
        _ confidence: Confidence
    ) {
        let sentence = scratch.sentence
        let arena = scratch.arena
        let count = sentence.count
        weights.packed.withUnsafeBufferPointer { table in
            guard let base = table.baseAddress else { return }
            var first = Int(arena.keep(arena.begin(nothing: sentence.nothing)))
            var end = first + 1
            var candidates = BeamCandidates(width: beam)
            for _ in 0..<(2 * count) {
                candidates.clear()
                for number in first..<end {
                    let state = arena.states[number]
                    let found = TransitionFeatures.extract(
                        state,
                        arena.frames,
                        sentence.atoms,
                        nothing: sentence.nothing,
                        into: scratch.features
                    )
                    let scores = TransitionScores(base, weights.mask, scratch.features, found, differences: false)
                    for action in Transition.allCases where arena.allows(action, state, count: count) {
                        candidates.add(state.score &+ scores[action], Int32(truncatingIfNeeded: number), action)
                    }
                }
                first = end
                for index in 0..<candidates.count {
                    let candidate = candidates[index]
                    var state = arena.apply(candidate.action, arena.states[Int(candidate.state)])
                    state.parent = candidate.state
                    state.score = candidate.score
                    _ = arena.keep(state)
                }
                end = first + candidates.count
            }
            BeamParses(arena: arena, first: first, count: end - first).write(scratch, slope: confidence.slope)
        }
    }
}

/// 1 / (1 + e⁻ˣ).
@inline(__always) func logistic(_ x: Float) -> Float { 1 / (1 + exponential(-x)) }

/// eˣ to about one part in a thousand, which confidences need no better, without Foundation.
@inline(__always) func exponential(_ x: Float) -> Float {
    let bounded = min(max(x, -60), 60)
    let scaled = bounded * 1.442695
    let whole = scaled.rounded(.down)
    let part = scaled - whole
    let fraction = 1 + part * (0.695_976 + part * (0.224_940 + part * 0.079_084))
    return Float(sign: .plus, exponent: Int(whole), significand: fraction)
}
