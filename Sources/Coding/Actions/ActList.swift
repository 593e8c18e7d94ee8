// The acts of an article, and which of them each sentence tells.

/// Acts in the order of the text.
struct ActList: Sendable, RandomAccessCollection {
    private let acts: [Act]
    /// For every sentence the number of acts in those before it; one more at the end.
    private let firsts: [Int]

    /// A list of acts that stand in the order of their sentences, of which the article has so many.
    init(_ acts: [Act], sentenceCount: Int) {
        self.acts = acts
        var firsts = [Int](repeating: 0, count: sentenceCount + 1)
        for act in acts { firsts[act.sentence + 1] += 1 }
        for sentence in firsts.indices.dropFirst() { firsts[sentence] += firsts[sentence - 1] }
        self.firsts = firsts
    }

    var startIndex: Int { 0 }
    var endIndex: Int { acts.count }

    subscript(index: Int) -> Act {
        _read { yield acts[index] }
    }

    /// The acts that a sentence tells.
    func indices(ofSentence sentence: Int) -> Range<Int> { firsts[sentence]..<firsts[sentence + 1] }

    /// The acts that a sentence tells.
    func acts(ofSentence sentence: Int) -> ArraySlice<Act> { acts[indices(ofSentence: sentence)] }
}
