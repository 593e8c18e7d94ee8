// A sequence met: which rows each step is bound to.

/// A match of one sequence under one key.
struct Match: Hashable {
    /// The steps bound, in order.
    let steps: [BoundStep]
    /// The place of the way among the plan's.
    let way: Int
    /// What a window was measured by; empty for sequences.
    var measures: [Measured] = []

    /// A measure of a window.
    struct Measured: Hashable {
        /// The name under which `alert` finds it.
        let name: String
        /// The value, nil where there is too little to say.
        let value: Double?
        /// What was asked of it.
        let report: ConditionReport
    }

    /// A step and its rows, earliest first.
    struct BoundStep: Hashable {
        let name: String
        let rows: [Int]
        /// Whether the step may bind more than one event.
        var isRun = false
    }

    /// The rows of all steps, in the order of the steps.
    var rows: [Int] { steps.flatMap(\.rows) }

    /// The rows of a step, empty where it is not bound.
    func rows(of step: String) -> [Int] { steps.first { $0.name == step }?.rows ?? [] }
}
