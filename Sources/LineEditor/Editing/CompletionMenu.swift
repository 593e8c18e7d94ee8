// The list of candidates under an entry, and the one that Tab has come to.

/// Candidates, the place of the text that they replace, and which one stands there.
struct CompletionMenu: Equatable {
    let candidates: [Completion.Candidate]
    /// Where the replaced text begins.
    let start: Int
    /// Where it ends, which changes with the candidate that stands there.
    var end: Int
    /// The candidate that stands in the text, nil before the second Tab.
    private(set) var selected: Int?
    private(set) var isFirstTurn = false

    init(candidates: [Completion.Candidate], start: Int, end: Int) {
        self.candidates = candidates
        self.start = start
        self.end = end
    }

    /// Goes on to the next candidate or back to the one before, round and round.
    mutating func turn(by step: Int) {
        guard !candidates.isEmpty else { return }
        isFirstTurn = selected == nil
        let from = selected ?? (step > 0 ? -1 : 0)
        selected = (from + step + candidates.count) % candidates.count
    }

    /// The candidate that stands in the text.
    var candidate: Completion.Candidate? { selected.map { candidates[$0] } }
}
