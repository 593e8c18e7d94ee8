// Scores states; what states have in common is summed once.

/// Sums the weights of a state's features.
struct TransitionScorer {
    private let weights: UnsafePointer<UInt32>
    private let mask: UInt32
    private let places: UnsafeMutablePointer<UInt32>
    private let words: SentenceWords
    private let arena: StateArena
    private let cache: TransitionCache

    /// A scorer for the sentence in `scratch`, whose arena has just begun it.
    init(_ weights: UnsafePointer<UInt32>, _ mask: UInt32, _ scratch: ParserScratch) {
        self.weights = weights
        self.mask = mask
        places = scratch.features
        words = SentenceWords(atoms: scratch.sentence.atoms, nothing: scratch.sentence.nothing)
        arena = scratch.arena
        cache = scratch.transitions
        cache.begin(scratch.sentence.count)
        lookAhead()
    }

    /// The sum for a state.
    func sum(_ state: ParserState) -> TransitionSum {
        let view = TransitionView(state, arena.frames, words)
        let (second, top, next) = (view.f1.node, view.f0.node, state.next)
        let frame = arena.frames + Int(state.top)
        let pair = cache.find(top: top, next: next)
        let triple = cache.find(second: second, top: top, next: next)
        // The places of all parts are asked for before the first is read.
        var own = rows(0)
        TransitionFeatures.ofChildrenAndNext(&own, view)
        var ofStack = rows(1)
        if frame.pointee.sum == .unknown { TransitionFeatures.ofStack(&ofStack, view) }
        var ofPair = rows(2)
        if !pair.isKnown { TransitionFeatures.ofTopAndNext(&ofPair, words, top, next) }
        var ofTriple = rows(3)
        if !triple.isKnown { TransitionFeatures.ofTwoAndNext(&ofTriple, words, second, top, next) }
        if frame.pointee.sum == .unknown { frame.pointee.sum = ofStack.sum }
        if !pair.isKnown { pair.sum.pointee = ofPair.sum }
        if !triple.isKnown { triple.sum.pointee = ofTriple.sum }
        var total = own.sum
        total += frame.pointee.sum
        total += cache.nexts[Int(next)]
        total += pair.sum.pointee
        total += triple.sum.pointee
        return total
    }

    /// Sums what every parse will ask for: each next word, alone and with the word before it on top of the stack.
    private func lookAhead() {
        var start: Int32 = 1
        while start <= words.nothing {
            let end = min(start + 2, Int32(truncatingIfNeeded: words.nothing) + 1)
            var alone = (rows(0), rows(1))
            var shifted = (rows(2), rows(3))
            TransitionFeatures.ofNext(&alone.0, words, start)
            TransitionFeatures.ofTopAndNext(&shifted.0, words, start - 1, start)
            if end - start > 1 {
                TransitionFeatures.ofNext(&alone.1, words, start + 1)
                TransitionFeatures.ofTopAndNext(&shifted.1, words, start, start + 1)
                cache.nexts[Int(start) + 1] = alone.1.sum
                cache.shifted[Int(start) + 1] = shifted.1.sum
            }
            cache.nexts[Int(start)] = alone.0.sum
            cache.shifted[Int(start)] = shifted.0.sum
            start = end
        }
    }

    /// Room for the places of one part of the features.
    @inline(__always) private func rows(_ part: Int) -> TablePlaces {
        TablePlaces(weights, mask, places + part * TransitionFeatures.partLimit)
    }
}
