// What the parser looks at before each action (after Zhang and Nivre 2011, with WordNet's classes).

/// The features of a parser state, in groups that see the same part of it, so that their sums can be kept.
///
/// The number of a feature's template is a part of its hash: models know no other order.
package enum TransitionFeatures {
    /// How many features a state has.
    package static let count = 122
    /// The most features that `extract` writes.
    package static let limit = 160
    /// The most features of one group.
    static let partLimit = 64

    /// Writes the features of a state; returns how many.
    package static func extract(
        _ state: ParserState,
        _ frames: UnsafePointer<Frame>,
        _ atoms: UnsafePointer<SentenceFeatures.Atom>,
        nothing: Int,
        into values: UnsafeMutablePointer<UInt32>
    ) -> Int {
        let words = SentenceWords(atoms: atoms, nothing: nothing)
        let view = TransitionView(state, frames, words)
        let (second, top) = (view.f1.node, view.f0.node)
        var list = NumberedFeatures(values: values)
        ofNext(&list, words, state.next)
        ofTopAndNext(&list, words, top, state.next)
        ofTwoAndNext(&list, words, second, top, state.next)
        ofStack(&list, view)
        ofChildrenAndNext(&list, view)
        return count
    }

    /// The next words alone.
    @inline(__always) static func ofNext(_ list: inout some FeatureSink, _ words: SentenceWords, _ next: Int32) {
        let (b0, b1, b2) = (words[next], words.after(next, 1), words.after(next, 2))
        list.add(0, 1)
        list.add(9, b0.word)
        list.add(10, b0.tag)
        list.add(11, b0.wordTag)
        list.add(12, b1.word)
        list.add(13, b1.tag)
        list.add(14, b1.wordTag)
        list.add(15, b2.tag)
        list.add(16, b2.wordTag)
        list.add(24, b0.tag, b1.tag)
        list.add(25, b0.word, b1.tag)
        list.add(26, b0.tag, b1.word)
        list.add(36, b0.tag, b1.tag, b2.tag)
    }

    /// The top of the stack and the next words, without their children.
    @inline(__always) static func ofTopAndNext(
        _ list: inout some FeatureSink,
        _ words: SentenceWords,
        _ top: Int32,
        _ next: Int32
    ) {
        let (s0, b0, b1, b2) = (words[top], words[next], words.after(next, 1), words.after(next, 2))
        let d0 = SentenceWords.distance(top, next)
        list.add(1, s0.word)
        list.add(2, s0.tag)
        list.add(3, s0.wordTag)
        list.add(17, s0.wordTag, b0.wordTag)
        list.add(18, s0.wordTag, b0.word)
        list.add(19, s0.word, b0.wordTag)
        list.add(20, s0.wordTag, b0.tag)
        list.add(21, s0.tag, b0.wordTag)
        list.add(22, s0.tag, b0.tag)
        list.add(23, s0.word, b0.word)
        list.add(35, s0.tag, b0.tag, b1.tag)
        list.add(44, s0.word, b0.tag, b1.tag)
        list.add(45, s0.tag, b0.word, b1.tag)
        list.add(46, s0.tag, b0.tag, b1.word)
        list.add(62, s0.word, d0)
        list.add(63, s0.tag, d0)
        list.add(64, b0.word, d0)
        list.add(65, b0.tag, d0)
        list.add(66, s0.tag, b0.tag, d0)
        list.add(67, s0.word, b0.word, d0)
        // Where prepositional phrases and clauses go, by words and by WordNet's classes.
        list.add(93, s0.sense, b0.sense)
        list.add(96, s0.sense, b0.word)
        list.add(97, s0.word, b0.sense)
        list.add(101, s0.sense, b0.word, b1.sense)
        list.add(103, s0.sense, b0.word, b2.sense)
        list.add(107, s0.tag, b0.word, b1.word)
        list.add(108, s0.word, b0.tag, b1.sense)
        // Verbs, commas and conjunctions between two words, which bound clauses.
        let joins = few(b0.conjunctions - s0.conjunctions)
        list.add(109, s0.tag, b0.tag, few(b0.verbs - s0.verbs))
        list.add(110, s0.tag, b0.tag, few(b0.commas - s0.commas), joins)
        list.add(114, s0.tag, b0.tag, few(words.last.verbs - b0.verbs))
        // The next verb and what stands before it tell an object from the subject of a clause that follows.
        list.add(117, s0.tag, b0.tag, b0.ahead)
        list.add(121, s0.word, b0.upos, b0.ahead)
    }

    /// Two words of the stack and the next words, without their children.
    @inline(__always) static func ofTwoAndNext(
        _ list: inout some FeatureSink,
        _ words: SentenceWords,
        _ second: Int32,
        _ top: Int32,
        _ next: Int32
    ) {
        let (s0, s1) = (words[top], words[second])
        let (b0, b1, b2) = (words[next], words.after(next, 1), words.after(next, 2))
        list.add(32, s1.wordTag, b0.tag)
        list.add(33, s1.tag, b0.wordTag)
        list.add(34, s1.tag, b0.tag)
        list.add(37, s1.tag, s0.tag, b0.tag)
        list.add(39, s1.tag, s0.tag, b0.tag, b1.tag)
        list.add(41, s1.word, s0.tag, b0.tag)
        list.add(42, s1.tag, s0.word, b0.tag)
        list.add(43, s1.tag, s0.tag, b0.word)
        list.add(91, s1.word, s0.word, b0.word)
        list.add(98, s1.sense, s0.sense, b0.word)
        list.add(99, s1.sense, s0.sense, b0.tag)
        list.add(100, s1.sense, b0.word)
        list.add(102, s1.sense, b0.word, b1.sense)
        list.add(104, s1.sense, b0.word, b2.sense)
        let ahead = few(words.last.verbs - b0.verbs)
        let commasAhead = few(words.last.commas - b0.commas)
        let commas = few(s0.commas - s1.commas)
        let joins = few(s0.conjunctions - s1.conjunctions)
        list.add(115, s1.tag, s0.tag, b0.tag, mix(ahead, commasAhead))
        list.add(116, s0.upos, s1.upos, mix(joins, commas), mix(ahead, b0.upos))
        list.add(118, s1.tag, s0.tag, b0.ahead)
        list.add(119, s1.word, s0.upos, b0.ahead)
        list.add(120, s1.sense, s0.tag, b0.ahead)
    }

    /// The stack alone, with the children of its words.
    @inline(__always) static func ofStack(_ list: inout some FeatureSink, _ view: TransitionView) {
        let (s0, s1, s2) = (view.s0, view.s1, view.s2)
        let (s0l1, s0r1, s1l1, s1r1) = (view.s0l1, view.s0r1, view.s1l1, view.s1r1)
        let (d1, v0, v1) = (view.d1, view.v0, view.v1)
        list.add(4, s1.word)
        list.add(5, s1.tag)
        list.add(6, s1.wordTag)
        list.add(7, s2.tag)
        list.add(8, s2.wordTag)
        list.add(27, s1.wordTag, s0.wordTag)
        list.add(28, s1.wordTag, s0.tag)
        list.add(29, s1.tag, s0.wordTag)
        list.add(30, s1.tag, s0.tag)
        list.add(31, s1.word, s0.word)
        list.add(38, s2.tag, s1.tag, s0.tag)
        list.add(50, s1.tag, s0.tag, s1r1.tag)
        list.add(51, s1.tag, s0.tag, s1l1.tag)
        list.add(52, s1.tag, s0.tag, s0l1.tag)
        list.add(53, s1.tag, s0.tag, s0r1.tag)
        list.add(54, s1.upos, s0.upos, s0l1.word)
        list.add(55, s1.word, s0.upos, s0l1.word)
        list.add(56, s1.upos, s0.word, s0l1.word)
        list.add(57, s0.upos, s1.upos, s1r1.word)
        list.add(58, s0.tag, s0l1.tag, view.s0l2.tag)
        list.add(59, s0.tag, s0r1.tag, view.s0r2.tag)
        list.add(61, s1.tag, s1r1.tag, view.s1r2.tag)
        list.add(68, s1.tag, s0.tag, d1)
        list.add(69, s1.word, s0.tag, d1)
        list.add(70, s1.tag, s0.word, d1)
        list.add(71, s0.word, v0)
        list.add(72, s0.tag, v0)
        list.add(73, s0.word, view.l0)
        list.add(74, s0.tag, view.l0)
        list.add(75, s1.word, v1)
        list.add(76, s1.tag, v1, view.l1)
        list.add(79, s1.tag, s0.tag, v1, v0)
        list.add(81, s0l1.word, s0.tag)
        list.add(82, s0r1.word, s0.tag)
        list.add(83, s1r1.word, s1.tag)
        list.add(85, view.s0l2.wordTag)
        list.add(86, view.s0r2.tag, s0.word)
        list.add(87, s1l1.tag, s1.word)
        list.add(88, s1r1.tag, s1.word)
        list.add(89, s0r1.tag, s0.word)
        list.add(90, s0l1.tag, s0.word)
        list.add(92, s1.sense, s0.sense)
        list.add(94, s1.sense, s0.word)
        list.add(95, s1.word, s0.sense)
        list.add(105, s1.sense, s0.sense, s0l1.word)
        list.add(106, s1.word, s0l1.word, s0.sense)
        let commas = few(s0.commas - s1.commas)
        let verbs = few(s0.verbs - s1.verbs)
        list.add(111, s1.tag, s0.tag, verbs)
        list.add(112, s1.tag, s0.tag, commas, few(s0.conjunctions - s1.conjunctions))
        list.add(113, s1.tag, s0.tag, mix(verbs, commas), d1)
    }

    /// What sees children or the third word of the stack together with the next word.
    @inline(__always) static func ofChildrenAndNext(_ list: inout some FeatureSink, _ view: TransitionView) {
        let (s0, b0, b0l1) = (view.s0, view.b0, view.b0l1)
        let lb = view.lb
        list.add(40, view.s2.upos, view.s1.upos, s0.upos, b0.upos)
        list.add(47, s0.tag, b0.tag, view.s0l1.tag)
        list.add(48, s0.tag, b0.tag, view.s0r1.tag)
        list.add(49, s0.tag, b0.tag, b0l1.tag)
        list.add(60, b0.tag, b0l1.tag, view.b0l2.tag)
        list.add(77, b0.word, lb)
        list.add(78, b0.tag, lb)
        list.add(80, s0.tag, b0.tag, view.v0, lb)
        list.add(84, b0l1.word, b0.tag)
    }

    @inline(__always) private static func few(_ count: Int32) -> UInt32 {
        count <= 0 ? 0 : count > 2 ? 3 : UInt32(truncatingIfNeeded: count)
    }
}
