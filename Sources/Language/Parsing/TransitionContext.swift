// All of a state that the parser's features are made of.

/// What `TransitionFeatures` sees of a state; two states with the same have the same features.
struct TransitionContext: Equatable {
    private let stack: UInt64
    private let front: UInt64
    private let firstChildren: UInt64
    private let firstSecondChildren: UInt64
    private let secondChildren: UInt64
    private let nextChildren: UInt64
    private let lastChild: UInt64
    private let valencies: UInt64

    @inline(__always) init(_ state: ParserState, _ frames: UnsafePointer<Frame>) {
        let f0 = frames[Int(state.top)]
        let f1 = frames[Int(f0.below)]
        let f2 = frames[Int(f1.below)]
        @inline(__always) func pair(_ one: Int32, _ other: Int32) -> UInt64 {
            UInt64(UInt32(bitPattern: one)) << 32 | UInt64(UInt32(bitPattern: other))
        }
        @inline(__always) func children(_ one: Int32, _ other: Int32) -> UInt64 {
            pair(frames[Int(one)].node, frames[Int(other)].node)
        }
        stack = pair(f0.node, f1.node)
        front = pair(f2.node, state.next)
        firstChildren = children(f0.left.0, f0.right.0)
        firstSecondChildren = children(f0.left.1, f0.right.1)
        secondChildren = children(f1.left.0, f1.right.0)
        nextChildren = children(state.left.0, state.left.1)
        lastChild = children(f1.right.1, 0)
        valencies =
            UInt64(min(f0.lefts, 255)) | UInt64(min(f0.rights, 255)) << 8 | UInt64(min(f1.lefts, 255)) << 16
            | UInt64(min(f1.rights, 255)) << 24 | UInt64(min(state.lefts, 255)) << 32
    }
}
