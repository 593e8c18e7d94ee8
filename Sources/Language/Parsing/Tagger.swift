// Part-of-speech tags from left to right by an averaged perceptron.

/// The tagger's weights with its tags.
package struct Tagger: Sendable {
    package let tags: [TagPair]
    /// `weights[(feature & mask) + tag]`; rows overlap, which hashing pays for with little.
    private let weights: WeightTable<UInt8>
    private let mask: UInt32
    /// The tags that are scored, in whole blocks.
    private let scored: Int

    /// Tags that a row of weights has room for.
    package static let width = 96

    package init(tags: [TagPair], weights: [UInt8], mask: UInt32) {
        self.tags = tags
        self.weights = RowSum.table(weights)
        self.mask = mask
        scored = (tags.count + RowSum.blockWidth - 1) / RowSum.blockWidth * RowSum.blockWidth
    }

    /// Tags the words of one sentence.
    package func tag(
        _ words: UnsafePointer<WordFeatures>,
        _ count: Int,
        into tags: UnsafeMutablePointer<UInt8>,
        scratch: ParserScratch
    ) {
        weights.withWeights { base in
            var batch = RowBatch(base, mask, width: scored, scratch)
            let letters = TaggerFeatures.letters(words, count)
            var t1: UInt32 = 200
            var t2: UInt32 = 201
            var start = 0
            while start < count {
                let end = min(start + RowBatch.size, count)
                // What no tag has a part in comes first, for many words at once: nothing of it waits for a decision.
                for at in start..<end where words[at].onlyTag == 0 {
                    batch.begin(at - start) { TaggerFeatures.ofWords(&$0, words, at, count, letters: letters) }
                }
                batch.finish()
                for at in start..<end {
                    var best = words[at].onlyTag &- 1
                    if words[at].onlyTag == 0 {
                        batch.end(at - start, to: scratch.scores) {
                            TaggerFeatures.ofTags(&$0, words, at, count, t1, t2, letters: letters)
                        }
                        best = UInt32(truncatingIfNeeded: RowSum.best(scratch.scores, self.tags.count))
                    }
                    tags[at] = UInt8(truncatingIfNeeded: best)
                    t2 = t1
                    t1 = best
                }
                start = end
            }
        }
    }
}
