// What the parses that a beam ends with agree on.

/// The parses that a beam ends with.
struct BeamParses {
    let arena: StateArena
    let first: Int
    let count: Int

    /// Writes the best parse's heads, and how sure each is by the share of parses that agree.
    func write(_ scratch: ParserScratch, scale: Float, _ confidence: LogisticCurve) {
        guard count > 0 else { return }
        walk(first) { node, head in
            scratch.heads[node - 1] = head
            scratch.confidences[node - 1] = 1
        }
        let best = arena.states[first].score
        var total: Float = 1
        for number in (first + 1)..<max(first + count, first + 1) {
            let weight = LogisticCurve.exponential(scale * Float(arena.states[number].score - best))
            total += weight
            walk(number) { node, head in
                if scratch.heads[node - 1] == head { scratch.confidences[node - 1] += weight }
            }
        }
        for index in 0..<scratch.sentence.count {
            scratch.confidences[index] = confidence.value(LogisticCurve.logit(scratch.confidences[index] / total))
        }
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
