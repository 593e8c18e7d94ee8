// Why a rule did not fire: how far it got, and what failed there.

/// The closest that a rule came to firing.
public struct NearMiss: Sendable, Hashable {
    /// How far the rule got.
    public var stage: Stage
    /// The events that were bound when it failed, by step.
    public var bound: [Bound]
    /// The step, or the absence, at which it failed.
    public var step: String
    /// The id of the event that came closest there, nil where there was none.
    public var event: String?
    /// What was asked there; what did not hold says by how much.
    public var reports: [ConditionReport]

    /// A step and the event bound to it.
    public struct Bound: Sendable, Hashable {
        /// The step's name.
        public var step: String
        /// The event's id.
        public var event: String
    }

    /// How far a rule gets, in rising order.
    public enum Stage: Int, Sendable, Comparable {
        /// No event meets a step's own condition.
        case step
        /// Each step has its events, but not under one key.
        case key
        /// The events under the key are not in the order of the steps.
        case order
        /// A step that must repeat has too few events.
        case count
        /// A relation or a time bound fails.
        case relation
        /// A window is not as its measures should be.
        case measure
        /// Something stands where nothing should.
        case absence
        /// A function of the rule says no.
        case function

        /// Earlier stages come first.
        public static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
    }
}

extension NearMiss {
    /// How close it is: the steps bound, then the stage.
    var rank: Rank { Rank(bound: bound.count, stage: stage) }

    /// What orders near misses.
    struct Rank: Comparable {
        let bound: Int
        let stage: Stage

        static func < (left: Rank, right: Rank) -> Bool { (left.bound, left.stage) < (right.bound, right.stage) }
    }
}

extension NearMiss: CustomStringConvertible {
    /// A sentence, and a line for each condition.
    public var description: String {
        let failed =
            switch stage {
            case .step: "no event meets step '\(step)'"
            case .key: "no event under the same key meets step '\(step)'"
            case .order: "no event that comes later meets step '\(step)'"
            case .count: "there are too few events for step '\(step)'"
            case .relation: "step '\(step)' does not stand to the others as asked"
            case .measure: "no window measures up"
            case .absence: "there is an event that should be absent \(step)"
            case .function: "a function of step '\(step)' says no"
            }
        let lines = reports.map { "  \($0)" }
        let closest = event.map { "; closest is \($0)" } ?? ""
        return ([failed + closest] + lines).joined(separator: "\n")
    }
}
