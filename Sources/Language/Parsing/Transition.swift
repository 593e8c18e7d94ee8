// The actions of the parser.

/// An action of the arc-hybrid system.
package enum Transition: UInt8, Sendable, CaseIterable {
    /// The next word goes onto the stack.
    case shift
    /// The word on top depends on the next word and leaves.
    case left
    /// The word on top depends on the one below and leaves.
    case right
}
