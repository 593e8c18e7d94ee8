// Memory that the tagger and the parser reuse from sentence to sentence.

/// Buffers for one thread's work; grows with the longest sentence.
package final class ParserScratch {
    package let features = UnsafeMutablePointer<UInt32>.allocate(capacity: 256)
    /// The sums of a batch of words, 96 classes each at most.
    let rowSums = UnsafeMutablePointer<SIMD8<UInt16>>.allocate(
        capacity: RowBatch.size * RowSum.vectorCount(width: 96)
    )
    package let scores = UnsafeMutablePointer<Int16>.allocate(capacity: 256)
    package let form = UnsafeMutablePointer<UInt8>.allocate(capacity: WordFeatures.longest + 8)
    package private(set) var words = UnsafeMutablePointer<WordFeatures>.allocate(capacity: 64)
    package private(set) var tags = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)
    package private(set) var heads = UnsafeMutablePointer<Int32>.allocate(capacity: 64)
    package private(set) var confidences = UnsafeMutablePointer<Float>.allocate(capacity: 64)
    package private(set) var labels = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)
    private(set) var marks = UnsafeMutablePointer<SentenceTree.Marks>.allocate(capacity: 64)
    package private(set) var links = UnsafeMutablePointer<TreeLinks.Node>.allocate(capacity: 65)
    package let sentence = SentenceFeatures()
    package let arena = StateArena()
    let transitions = TransitionCache()
    private var capacity = 64

    package init() {}

    deinit {
        features.deallocate()
        rowSums.deallocate()
        scores.deallocate()
        form.deallocate()
        release()
    }

    /// Makes room for a sentence of this many words.
    package func reserve(_ count: Int) {
        guard count > capacity else { return }
        release()
        capacity = count * 2
        words = .allocate(capacity: capacity)
        tags = .allocate(capacity: capacity)
        heads = .allocate(capacity: capacity)
        confidences = .allocate(capacity: capacity)
        labels = .allocate(capacity: capacity)
        marks = .allocate(capacity: capacity)
        links = .allocate(capacity: capacity + 1)
    }

    /// Takes over the words of a sentence that is tagged already.
    func take(_ words: ArraySlice<WordFeatures>, _ tags: ArraySlice<UInt8>) {
        reserve(words.count + 1)
        for (index, word) in words.enumerated() { self.words[index] = word }
        for (index, tag) in tags.enumerated() { self.tags[index] = tag }
    }

    private func release() {
        words.deallocate()
        tags.deallocate()
        heads.deallocate()
        confidences.deallocate()
        labels.deallocate()
        marks.deallocate()
        links.deallocate()
    }
}
