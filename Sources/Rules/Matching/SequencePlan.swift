// What the matcher runs: a sequence with every way of meeting it.
import EventModel

/// A sequence with all the ways of meeting it, in the order in which they are tried.
struct SequencePlan: Sendable {
    let pattern: SequencePattern
    /// The distinct own conditions; bit i of a row's mask says whether the i-th holds.
    let ownConditions: [Condition]
    let ways: [CompiledSequence]

    /// The most ways that alternatives and optional steps may unfold into.
    static let waysMax = 64
    /// The most distinct conditions, and the most steps, of one sequence: a bit each.
    static let conditionsMax = 32
}
