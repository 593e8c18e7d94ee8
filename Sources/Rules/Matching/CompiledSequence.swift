// A sequence made ready for matching: steps by number, relations told apart from what looks at one event alone.
import EventModel

/// One way of meeting a sequence; `SequencePlan` tries its ways in order.
struct CompiledSequence: Sendable {
    /// A step with what remains to be asked of it once its own condition holds.
    struct Step: Sendable {
        let name: String
        /// The bit of the part that its events play; the same for a name in all ways.
        let partBit: UInt32
        /// The number of the own condition among the plan's.
        let own: Int
        let relations: [CompiledRelation]
        /// Conditions that mix events, combinations and Lua functions: asked when all steps are bound.
        let late: [Condition]
        let times: ClosedRange<Int>
    }

    /// An absence before the step of this number; after the last where it is the number of steps.
    struct Absence: Sendable {
        let before: Int
        let own: Int
        let relations: [CompiledRelation]
        let late: [Condition]
        let within: Int?
    }

    let steps: [Step]
    let absences: [Absence]
    let within: Int?

    /// The number of a step's name.
    func index(of name: String) -> Int? { steps.firstIndex { $0.name == name } }
}

/// A relation whose step is a number.
struct CompiledRelation: Sendable, Hashable {
    let relation: Relation
    let step: Int
}

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
