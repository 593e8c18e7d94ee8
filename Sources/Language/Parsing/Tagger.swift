// Part-of-speech tags from left to right by an averaged perceptron.

/// The tagger's weights with its tags.
package struct Tagger: Sendable {
    package let tags: [TagPair]
    /// `weights[(feature & mask) + tag]`; rows overlap, which hashing pays for with little.
    private let weights: WeightTable<Int8>
    private let mask: UInt32
    /// The tags that are scored, in whole blocks.
    private let scored: Int

    /// Tags that a row of weights has room for.
    package static let width = 96

    package init(tags: [TagPair], weights: [UInt8], mask: UInt32) {
        self.tags = tags
        self.weights = WeightTable(signed: weights)
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
        let features = scratch.features
        let scores = scratch.scores
        let known = self.tags.count
        weights.withWeights { base in
            let letters = TaggerFeatures.letters(words, count)
            var t1: UInt32 = 200
            var t2: UInt32 = 201
            for at in 0..<count {
                var best: UInt32
                if words[at].onlyTag > 0 {
                    best = words[at].onlyTag - 1
                } else {
                    let found = TaggerFeatures.extract(
                        words,
                        at,
                        count,
                        previous: t1,
                        beforePrevious: t2,
                        letters: letters,
                        into: features
                    )
                    RowSum.write(base, mask, features, found, width: scored, to: scores)
                    var top = scores[0]
                    best = 0
                    for tag in 1..<known where scores[tag] > top {
                        top = scores[tag]
                        best = UInt32(truncatingIfNeeded: tag)
                    }
                }
                tags[at] = UInt8(truncatingIfNeeded: best)
                t2 = t1
                t1 = best
            }
        }
    }
}
