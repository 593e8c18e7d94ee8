// What the parser looks at before each action (after Zhang and Nivre 2011, with WordNet's classes).

/// The features of a parser state.
package enum TransitionFeatures {
    /// The most features that `extract` writes.
    package static let limit = 160

    /// Writes the features of a state; returns how many.
    @inline(__always) package static func extract(
        _ state: ParserState,
        _ frames: UnsafePointer<Frame>,
        _ atoms: UnsafePointer<SentenceFeatures.Atom>,
        nothing: Int,
        into values: UnsafeMutablePointer<UInt32>
    ) -> Int {
        var list = FeatureList(values)
        let f0 = frames[Int(state.top)]
        let f1 = frames[Int(f0.below)]
        let f2 = frames[Int(f1.below)]
        let next = Int(state.next)
        let s0 = atoms[Int(f0.node)]
        let s1 = atoms[Int(f1.node)]
        let s2 = atoms[Int(f2.node)]
        let b0 = atoms[next]
        let b1 = atoms[min(next + 1, nothing)]
        let b2 = atoms[min(next + 2, nothing)]
        @inline(__always) func child(_ frame: Int32) -> SentenceFeatures.Atom { atoms[Int(frames[Int(frame)].node)] }
        let s0l1 = child(f0.left.0)
        let s0l2 = child(f0.left.1)
        let s0r1 = child(f0.right.0)
        let s0r2 = child(f0.right.1)
        let s1l1 = child(f1.left.0)
        let s1r1 = child(f1.right.0)
        let s1r2 = child(f1.right.1)
        let b0l1 = child(state.left.0)
        let b0l2 = child(state.left.1)
        let d0 = distance(Int(f0.node), next)
        let d1 = distance(Int(f1.node), Int(f0.node))
        let v0 = valency(f0.rights)
        let v1 = valency(f1.rights)
        let l0 = valency(f0.lefts)
        let l1 = valency(f1.lefts)
        let lb = valency(state.lefts)

        single(&list, s0, s1, s2, b0, b1, b2)
        pairs(&list, s0, s1, b0, b1)
        list.add(s0.tag, b0.tag, b1.tag)
        list.add(b0.tag, b1.tag, b2.tag)
        list.add(s1.tag, s0.tag, b0.tag)
        list.add(s2.tag, s1.tag, s0.tag)
        list.add(s1.tag, s0.tag, b0.tag, b1.tag)
        list.add(s2.upos, s1.upos, s0.upos, b0.upos)
        list.add(s1.word, s0.tag, b0.tag)
        list.add(s1.tag, s0.word, b0.tag)
        list.add(s1.tag, s0.tag, b0.word)
        list.add(s0.word, b0.tag, b1.tag)
        list.add(s0.tag, b0.word, b1.tag)
        list.add(s0.tag, b0.tag, b1.word)
        list.add(s0.tag, b0.tag, s0l1.tag)
        list.add(s0.tag, b0.tag, s0r1.tag)
        list.add(s0.tag, b0.tag, b0l1.tag)
        list.add(s1.tag, s0.tag, s1r1.tag)
        list.add(s1.tag, s0.tag, s1l1.tag)
        list.add(s1.tag, s0.tag, s0l1.tag)
        list.add(s1.tag, s0.tag, s0r1.tag)
        list.add(s1.upos, s0.upos, s0l1.word)
        list.add(s1.word, s0.upos, s0l1.word)
        list.add(s1.upos, s0.word, s0l1.word)
        list.add(s0.upos, s1.upos, s1r1.word)
        list.add(s0.tag, s0l1.tag, s0l2.tag)
        list.add(s0.tag, s0r1.tag, s0r2.tag)
        list.add(b0.tag, b0l1.tag, b0l2.tag)
        list.add(s1.tag, s1r1.tag, s1r2.tag)
        list.add(s0.word, d0)
        list.add(s0.tag, d0)
        list.add(b0.word, d0)
        list.add(b0.tag, d0)
        list.add(s0.tag, b0.tag, d0)
        list.add(s0.word, b0.word, d0)
        list.add(s1.tag, s0.tag, d1)
        list.add(s1.word, s0.tag, d1)
        list.add(s1.tag, s0.word, d1)
        list.add(s0.word, v0)
        list.add(s0.tag, v0)
        list.add(s0.word, l0)
        list.add(s0.tag, l0)
        list.add(s1.word, v1)
        list.add(s1.tag, v1, l1)
        list.add(b0.word, lb)
        list.add(b0.tag, lb)
        list.add(s1.tag, s0.tag, v1, v0)
        list.add(s0.tag, b0.tag, v0, lb)
        list.add(s0l1.word, s0.tag)
        list.add(s0r1.word, s0.tag)
        list.add(s1r1.word, s1.tag)
        list.add(b0l1.word, b0.tag)
        list.add(s0l2.wordTag)
        list.add(s0r2.tag, s0.word)
        list.add(s1l1.tag, s1.word)
        list.add(s1r1.tag, s1.word)
        list.add(s0r1.tag, s0.word)
        list.add(s0l1.tag, s0.word)
        attachment(&list, s0, s1, s0l1, b0, b1, b2)
        between(&list, s0, s1, b0, atoms[nothing], d0, d1)
        // The next verb and what stands before it tell an object from the subject of a clause that follows.
        list.add(s0.tag, b0.tag, b0.ahead)
        list.add(s1.tag, s0.tag, b0.ahead)
        list.add(s1.word, s0.upos, b0.ahead)
        list.add(s1.sense, s0.tag, b0.ahead)
        list.add(s0.word, b0.upos, b0.ahead)
        return list.count
    }

    @inline(__always) private static func single(
        _ list: inout FeatureList,
        _ s0: SentenceFeatures.Atom,
        _ s1: SentenceFeatures.Atom,
        _ s2: SentenceFeatures.Atom,
        _ b0: SentenceFeatures.Atom,
        _ b1: SentenceFeatures.Atom,
        _ b2: SentenceFeatures.Atom
    ) {
        list.add(1)
        list.add(s0.word)
        list.add(s0.tag)
        list.add(s0.wordTag)
        list.add(s1.word)
        list.add(s1.tag)
        list.add(s1.wordTag)
        list.add(s2.tag)
        list.add(s2.wordTag)
        list.add(b0.word)
        list.add(b0.tag)
        list.add(b0.wordTag)
        list.add(b1.word)
        list.add(b1.tag)
        list.add(b1.wordTag)
        list.add(b2.tag)
        list.add(b2.wordTag)
    }

    @inline(__always) private static func pairs(
        _ list: inout FeatureList,
        _ s0: SentenceFeatures.Atom,
        _ s1: SentenceFeatures.Atom,
        _ b0: SentenceFeatures.Atom,
        _ b1: SentenceFeatures.Atom
    ) {
        list.add(s0.wordTag, b0.wordTag)
        list.add(s0.wordTag, b0.word)
        list.add(s0.word, b0.wordTag)
        list.add(s0.wordTag, b0.tag)
        list.add(s0.tag, b0.wordTag)
        list.add(s0.tag, b0.tag)
        list.add(s0.word, b0.word)
        list.add(b0.tag, b1.tag)
        list.add(b0.word, b1.tag)
        list.add(b0.tag, b1.word)
        list.add(s1.wordTag, s0.wordTag)
        list.add(s1.wordTag, s0.tag)
        list.add(s1.tag, s0.wordTag)
        list.add(s1.tag, s0.tag)
        list.add(s1.word, s0.word)
        list.add(s1.wordTag, b0.tag)
        list.add(s1.tag, b0.wordTag)
        list.add(s1.tag, b0.tag)
    }

    /// Where prepositional phrases and clauses go, by words and by WordNet's classes.
    @inline(__always) private static func attachment(
        _ list: inout FeatureList,
        _ s0: SentenceFeatures.Atom,
        _ s1: SentenceFeatures.Atom,
        _ s0l1: SentenceFeatures.Atom,
        _ b0: SentenceFeatures.Atom,
        _ b1: SentenceFeatures.Atom,
        _ b2: SentenceFeatures.Atom
    ) {
        list.add(s1.word, s0.word, b0.word)
        list.add(s1.sense, s0.sense)
        list.add(s0.sense, b0.sense)
        list.add(s1.sense, s0.word)
        list.add(s1.word, s0.sense)
        list.add(s0.sense, b0.word)
        list.add(s0.word, b0.sense)
        list.add(s1.sense, s0.sense, b0.word)
        list.add(s1.sense, s0.sense, b0.tag)
        list.add(s1.sense, b0.word)
        list.add(s0.sense, b0.word, b1.sense)
        list.add(s1.sense, b0.word, b1.sense)
        list.add(s0.sense, b0.word, b2.sense)
        list.add(s1.sense, b0.word, b2.sense)
        list.add(s1.sense, s0.sense, s0l1.word)
        list.add(s1.word, s0l1.word, s0.sense)
        list.add(s0.tag, b0.word, b1.word)
        list.add(s0.word, b0.tag, b1.sense)
    }

    /// Verbs, commas and conjunctions between two words, which bound clauses.
    @inline(__always) private static func between(
        _ list: inout FeatureList,
        _ s0: SentenceFeatures.Atom,
        _ s1: SentenceFeatures.Atom,
        _ b0: SentenceFeatures.Atom,
        _ last: SentenceFeatures.Atom,
        _ d0: UInt32,
        _ d1: UInt32
    ) {
        let verbs0 = few(b0.verbs - s0.verbs)
        let commas0 = few(b0.commas - s0.commas)
        let joins0 = few(b0.conjunctions - s0.conjunctions)
        let verbs1 = few(s0.verbs - s1.verbs)
        let commas1 = few(s0.commas - s1.commas)
        let joins1 = few(s0.conjunctions - s1.conjunctions)
        let ahead = few(last.verbs - b0.verbs)
        let commasAhead = few(last.commas - b0.commas)
        list.add(s0.tag, b0.tag, verbs0)
        list.add(s0.tag, b0.tag, commas0, joins0)
        list.add(s1.tag, s0.tag, verbs1)
        list.add(s1.tag, s0.tag, commas1, joins1)
        list.add(s1.tag, s0.tag, mix(verbs1, commas1), d1)
        list.add(s0.tag, b0.tag, ahead)
        list.add(s1.tag, s0.tag, b0.tag, mix(ahead, commasAhead))
        list.add(s0.upos, s1.upos, mix(joins1, commas1), mix(ahead, b0.upos))
    }

    @inline(__always) private static func few(_ count: Int32) -> UInt32 {
        count <= 0 ? 0 : count > 2 ? 3 : UInt32(truncatingIfNeeded: count)
    }

    @inline(__always) private static func distance(_ from: Int, _ to: Int) -> UInt32 {
        let length = max(to - from, 0)
        return length < 5 ? UInt32(truncatingIfNeeded: length) : length < 8 ? 5 : length < 14 ? 6 : 7
    }

    @inline(__always) private static func valency(_ count: UInt16) -> UInt32 { count < 4 ? UInt32(count) : 4 }
}
