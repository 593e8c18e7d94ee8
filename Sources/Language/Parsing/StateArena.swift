// The states of arc-hybrid parsing, as frames that share what they have in common.

/// Frames of one sentence.
package final class StateArena {
    // Private, for each access to what other modules may write would be checked while the program runs.
    private var frameMemory = UnsafeMutablePointer<Frame>.allocate(capacity: 512)
    private var stateMemory = UnsafeMutablePointer<ParserState>.allocate(capacity: 512)
    private var frameCount = 0
    private var stateCount = 0
    private var frameCapacity = 512
    private var stateCapacity = 512

    package init() {}

    deinit {
        frameMemory.deallocate()
        stateMemory.deallocate()
    }

    /// The frames; growing moves them.
    @inline(__always) package var frames: UnsafeMutablePointer<Frame> { frameMemory }

    /// The states that are kept; growing moves them.
    @inline(__always) package var states: UnsafeMutablePointer<ParserState> { stateMemory }

    /// Empties the arena for a sentence whose node of nothing is given; returns the first state.
    package func begin(nothing: Int) -> ParserState {
        frameCount = 0
        stateCount = 0
        let nothing = Int32(truncatingIfNeeded: nothing)
        _ = push(Frame(node: nothing, below: 0))
        let root = push(Frame(node: 0, below: 0))
        return ParserState(top: root, next: 1)
    }

    @inline(__always) private func push(_ frame: Frame) -> Int32 {
        if frameCount == frameCapacity { growFrames() }
        frames[frameCount] = frame
        frameCount &+= 1
        return Int32(truncatingIfNeeded: frameCount &- 1)
    }

    /// Keeps a state for later; returns its number.
    @inline(__always) package func keep(_ state: ParserState) -> Int32 {
        if stateCount == stateCapacity { growStates() }
        states[stateCount] = state
        stateCount &+= 1
        return Int32(truncatingIfNeeded: stateCount &- 1)
    }

    /// Whether the action may be taken; `count` is the number of words.
    @inline(__always) package func allows(_ action: Transition, _ state: ParserState, count: Int) -> Bool {
        switch action {
        case .shift: return Int(state.next) <= count
        case .left: return Int(state.next) <= count && frames[Int(state.top)].node != 0
        case .right:
            let top = frames[Int(state.top)]
            guard top.node != 0 else { return false }
            return frames[Int(top.below)].node != 0 || Int(state.next) > count
        }
    }

    /// The state after an allowed action.
    @inline(__always) package func apply(_ action: Transition, _ state: ParserState) -> ParserState {
        var after = state
        after.action = action
        switch action {
        case .shift:
            var frame = Frame(node: state.next, below: state.top)
            frame.left = state.left
            frame.lefts = state.lefts
            after.top = push(frame)
            after.next = state.next &+ 1
            after.left = (0, 0)
            after.lefts = 0
        case .left:
            after.left = (state.top, state.left.0)
            after.lefts = state.lefts &+ 1
            after.top = frames[Int(state.top)].below
        case .right:
            var head = frames[Int(frames[Int(state.top)].below)]
            head.right = (state.top, head.right.0)
            head.rights = head.rights &+ 1
            head.sum = .unknown
            after.top = push(head)
        }
        return after
    }

    /// The node that the top of the stack would depend on by an action.
    @inline(__always) package func head(_ action: Transition, _ state: ParserState) -> Int32 {
        action == .left ? state.next : frames[Int(frames[Int(state.top)].below)].node
    }

    private func growFrames() {
        let larger = UnsafeMutablePointer<Frame>.allocate(capacity: frameCapacity * 2)
        larger.update(from: frames, count: frameCount)
        frameMemory.deallocate()
        frameMemory = larger
        frameCapacity *= 2
    }

    private func growStates() {
        let larger = UnsafeMutablePointer<ParserState>.allocate(capacity: stateCapacity * 2)
        larger.update(from: states, count: stateCount)
        stateMemory.deallocate()
        stateMemory = larger
        stateCapacity *= 2
    }
}
