// Part-of-speech tags from left to right by an averaged perceptron.

/// The tagger's weights with its tags.
package struct Tagger: Sendable {
    package let tags: [TagPair]
    /// `weights[(feature & mask) + tag]`; rows overlap, which hashing pays for with little.
    package let weights: [Int8]
    package let mask: UInt32

    /// Tags that a row of weights has room for.
    package static let width = 96

    package init(tags: [TagPair], weights: [Int8], mask: UInt32) {
        self.tags = tags
        self.weights = weights
        self.mask = mask
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
        weights.withUnsafeBufferPointer { table in
            guard let base = table.baseAddress else { return }
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
                    sum(base, features, found, scores)
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

    @inline(__always) private func sum(
        _ base: UnsafePointer<Int8>,
        _ features: UnsafePointer<UInt32>,
        _ count: Int,
        _ scores: UnsafeMutablePointer<Int16>
    ) {
        for tag in 0..<Self.width { scores[tag] = 0 }
        for index in 0..<count {
            let row = base + Int(features[index] & mask)
            for tag in 0..<Self.width { scores[tag] &+= Int16(row[tag]) }
        }
    }
}
