// A parser state as features see it.

/// The words about a state: s0, s1, s2 on the stack, b0, b1, b2 to come, and their outermost children.
struct TransitionView {
    let state: ParserState
    let frames: UnsafePointer<Frame>
    let words: SentenceWords

    @inline(__always) init(
        _ state: ParserState,
        _ frames: UnsafePointer<Frame>,
        _ words: SentenceWords
    ) {
        self.state = state
        self.frames = frames
        self.words = words
    }

    @inline(__always) var f0: Frame { frames[Int(state.top)] }
    @inline(__always) var f1: Frame { frames[Int(f0.below)] }
    @inline(__always) var f2: Frame { frames[Int(f1.below)] }
    @inline(__always) var s0: SentenceFeatures.Atom { words[f0.node] }
    @inline(__always) var s1: SentenceFeatures.Atom { words[f1.node] }
    @inline(__always) var s2: SentenceFeatures.Atom { words[f2.node] }
    @inline(__always) var b0: SentenceFeatures.Atom { words[state.next] }
    @inline(__always) var s0l1: SentenceFeatures.Atom { child(f0.left.0) }
    @inline(__always) var s0l2: SentenceFeatures.Atom { child(f0.left.1) }
    @inline(__always) var s0r1: SentenceFeatures.Atom { child(f0.right.0) }
    @inline(__always) var s0r2: SentenceFeatures.Atom { child(f0.right.1) }
    @inline(__always) var s1l1: SentenceFeatures.Atom { child(f1.left.0) }
    @inline(__always) var s1r1: SentenceFeatures.Atom { child(f1.right.0) }
    @inline(__always) var s1r2: SentenceFeatures.Atom { child(f1.right.1) }
    @inline(__always) var b0l1: SentenceFeatures.Atom { child(state.left.0) }
    @inline(__always) var b0l2: SentenceFeatures.Atom { child(state.left.1) }
    /// How far the word below is from the top, in classes.
    @inline(__always) var d1: UInt32 { SentenceWords.distance(f1.node, f0.node) }
    /// How many right and left children there are, at most 4.
    @inline(__always) var v0: UInt32 { Self.valency(f0.rights) }
    @inline(__always) var v1: UInt32 { Self.valency(f1.rights) }
    @inline(__always) var l0: UInt32 { Self.valency(f0.lefts) }
    @inline(__always) var l1: UInt32 { Self.valency(f1.lefts) }
    @inline(__always) var lb: UInt32 { Self.valency(state.lefts) }

    @inline(__always) private func child(_ frame: Int32) -> SentenceFeatures.Atom {
        words[frames[Int(frame)].node]
    }

    @inline(__always) private static func valency(_ count: UInt16) -> UInt32 { count < 4 ? UInt32(count) : 4 }
}
