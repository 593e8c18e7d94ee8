// The scores of the states at one step, found again for states that look alike.

/// Scores of states with what the parser's features see of each.
struct KnownScores {
    private let contexts: UnsafeMutablePointer<TransitionContext>
    private let scores: UnsafeMutablePointer<TransitionScores>
    private var count = 0

    /// Room for `width` states, which `deallocate` gives back.
    init(width: Int) {
        contexts = .allocate(capacity: max(width, 1))
        scores = .allocate(capacity: max(width, 1))
    }

    func deallocate() {
        contexts.deallocate()
        scores.deallocate()
    }

    @inline(__always) mutating func clear() { count = 0 }

    /// The scores of the states in the order in which they were added.
    @inline(__always) subscript(index: Int) -> TransitionScores { scores[index] }

    /// Adds a state; `score` is asked where no state that looks like it has been added.
    @inline(__always) mutating func add(_ context: TransitionContext, _ score: () -> TransitionScores) {
        var alike = 0
        while alike < count, contexts[alike] != context { alike += 1 }
        scores[count] = alike < count ? scores[alike] : score()
        contexts[count] = context
        count += 1
    }
}
