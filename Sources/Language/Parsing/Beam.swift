// The best few parses at a step, and what they agree on in the end.

/// The best candidates so far, best first.
struct BeamCandidates {
    /// A state with an action to take.
    struct Candidate {
        var score: Int32
        var state: Int32
        var action: Transition
    }

    private var items: [Candidate]
    private(set) var count = 0

    init(width: Int) {
        items = Array(repeating: Candidate(score: 0, state: 0, action: .shift), count: max(width, 1))
    }

    @inline(__always) mutating func clear() { count = 0 }

    @inline(__always) subscript(index: Int) -> Candidate { items[index] }

    @inline(__always) mutating func add(_ score: Int32, _ state: Int32, _ action: Transition) {
        if count == items.count {
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

/// The parses that a beam ends with.
struct BeamParses {
    let arena: StateArena
    let first: Int
    let count: Int

    /// Writes the best parse's heads, each with the share of all parses that agree, weighted by their scores.
    func write(_ scratch: ParserScratch, slope: Float) {
        guard count > 0 else { return }
        walk(first) { node, head in
            scratch.heads[node - 1] = head
            scratch.confidences[node - 1] = 1
        }
        let best = arena.states[first].score
        var total: Float = 1
        for number in (first + 1)..<max(first + count, first + 1) {
            let weight = exponential(slope * Float(arena.states[number].score - best))
            total += weight
            walk(number) { node, head in
                if scratch.heads[node - 1] == head { scratch.confidences[node - 1] += weight }
            }
        }
        for index in 0..<scratch.sentence.count { scratch.confidences[index] /= total }
    }

    @inline(__always) private func walk(_ last: Int, _ visit: (Int, Int32) -> Void) {
        var number = last
        while number >= 0 {
            let state = arena.states[number]
            if state.action != .shift, state.parent >= 0 {
                let before = arena.states[Int(state.parent)]
                visit(Int(arena.frames[Int(before.top)].node), arena.head(state.action, before))
            }
            number = Int(state.parent)
        }
    }
}
