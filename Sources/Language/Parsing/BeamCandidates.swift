// The best few parses at a step.

/// The best candidates so far, best first.
struct BeamCandidates {
    /// A state with an action to take.
    struct Candidate {
        var score: Int32
        var state: Int32
        var action: Transition
    }

    private let items: UnsafeMutablePointer<Candidate>
    private let width: Int
    private(set) var count = 0

    /// Room for `width` candidates, which `deallocate` gives back.
    init(width: Int) {
        self.width = max(width, 1)
        items = .allocate(capacity: self.width)
    }

    func deallocate() { items.deallocate() }

    @inline(__always) mutating func clear() { count = 0 }

    /// Drops the candidates that are further behind the best one than this.
    @inline(__always) mutating func cut(behind margin: Int32) {
        while count > 1, items[count - 1].score < items[0].score &- margin { count -= 1 }
    }

    @inline(__always) subscript(index: Int) -> Candidate { items[index] }

    @inline(__always) mutating func add(_ score: Int32, _ state: Int32, _ action: Transition) {
        if count == width {
            if score <= items[count - 1].score { return }
            count -= 1
        }
        var place = count
        while place > 0, items[place - 1].score < score {
            items[place] = items[place - 1]
            place -= 1
        }
        items[place] = Candidate(score: score, state: state, action: action)
        count += 1
    }
}
