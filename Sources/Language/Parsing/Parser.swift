// Dependency trees without labels, by arc-hybrid transitions, greedily or with a beam.

/// Finds the heads of the words of a sentence.
package enum Parser {
    /// How far behind the best parse another may be and still be followed.
    ///
    /// With 80 the dev parts score as with 400 (LAS 82.5 and 83.5, beam 4); with 50 they lose 0.4.
    private static let marginMax: Int32 = 80

    /// Takes the best action each time.
    package static func parseGreedily(
        _ weights: TransitionWeights,
        _ scratch: ParserScratch,
        _ confidence: LogisticCurve
    ) {
        let sentence = scratch.sentence
        let arena = scratch.arena
        let count = sentence.count
        let heads = scratch.heads
        weights.packed.withWeights { base in
            var state = arena.begin(nothing: sentence.nothing)
            let scorer = TransitionScorer(base, weights.mask, scratch)
            for _ in 0..<(2 * count) {
                let scores = TransitionScores(scorer.sum(state), differences: true)
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
                    scratch.confidences[node - 1] = second == .min ? 1 : confidence.value(Float(top - second))
                }
                state = arena.apply(best, state)
            }
        }
    }

    /// Keeps the best few parses at each step.
    static func parse(
        _ weights: TransitionWeights,
        beam: Int,
        _ scratch: ParserScratch,
        _ confidence: LogisticCurve,
        scale: Float
    ) {
        let sentence = scratch.sentence
        let arena = scratch.arena
        let count = sentence.count
        weights.packed.withWeights { base in
            var first = Int(arena.keep(arena.begin(nothing: sentence.nothing)))
            var end = first + 1
            let scorer = TransitionScorer(base, weights.mask, scratch)
            var candidates = BeamCandidates(width: beam)
            // Parses that differ only in what lies far back look alike from here, and there are many of them.
            var known = KnownScores(width: beam)
            defer {
                candidates.deallocate()
                known.deallocate()
            }
            for _ in 0..<(2 * count) {
                candidates.clear()
                known.clear()
                for number in first..<end {
                    let state = arena.states[number]
                    known.add(TransitionContext(state, arena.frames)) {
                        TransitionScores(scorer.sum(state), differences: false)
                    }
                }
                // Only now do scores decide anything, so that the processor reads weights of all states at once.
                for number in first..<end {
                    let state = arena.states[number]
                    let scores = known[number - first]
                    for action in Transition.allCases where arena.allows(action, state, count: count) {
                        candidates.add(state.score &+ scores[action], Int32(truncatingIfNeeded: number), action)
                    }
                }
                candidates.cut(behind: Self.marginMax)
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
            BeamParses(arena: arena, first: first, count: end - first).write(
                scratch,
                scale: scale,
                confidence
            )
        }
    }
}
