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
        /// Whether no other event of the key may stand between it and the step before.
        let isImmediate: Bool
        /// Whether its runs have no other event of the key in them.
        let isContiguous: Bool
        /// Whether every event that fits is taken in turn.
        let isEvery: Bool
        /// The most days from one event of its runs to the next.
        let maxGap: Int?
        /// The number of the own condition that ends its runs.
        let until: Int?
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

    /// Whether one last event may close several matches.
    var isEnumerating: Bool { steps.dropLast().contains(where: \.isEvery) }

    /// Whether what plays a step's part is used up by a match: not where a later step takes each event that fits.
    func isUsedUp(_ step: Int) -> Bool { !steps[(step + 1)...].contains(where: \.isEvery) }

    /// The number of a step's name.
    func index(of name: String) -> Int? { steps.firstIndex { $0.name == name } }
}
