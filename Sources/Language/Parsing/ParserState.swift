// Where a parse stands.

/// A stack cell that never changes once made, so that many states can share it.
package struct Frame {
    package var node: Int32
    package var below: Int32
    /// Frames of the outermost two dependents on each side; frame 0 is nothing.
    package var left: (Int32, Int32) = (0, 0)
    package var right: (Int32, Int32) = (0, 0)
    package var lefts: UInt16 = 0
    package var rights: UInt16 = 0
    /// What the features of the stack alone say where this frame is its top.
    var sum = TransitionSum.unknown

    init(node: Int32, below: Int32) {
        self.node = node
        self.below = below
    }
}

/// A place in a parse: the stack's top frame, the next word and its left dependents.
package struct ParserState {
    package var top: Int32
    package var next: Int32
    package var left: (Int32, Int32) = (0, 0)
    package var lefts: UInt16 = 0
    /// The action that led here, and the state before.
    package var action: Transition = .shift
    package var parent: Int32 = -1
    package var score: Int32 = 0
    package var margin: Int32 = 0
}
