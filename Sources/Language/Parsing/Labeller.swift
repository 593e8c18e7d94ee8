// The relation of each arc of a finished tree.

/// The labeller's weights with its relations.
package struct Labeller: Sendable {
    package let labels: [Relation]
    /// `weights[(feature & mask) + label]`, rows overlapping as in the tagger.
    private let weights: WeightTable<Int8>
    private let mask: UInt32
    private let root: UInt8
    /// The labels that are scored, in whole blocks.
    private let scored: Int

    /// Labels that a row of weights has room for.
    package static let width = 64

    package init(labels: [Relation], weights: [Int8], mask: UInt32) {
        self.labels = labels
        self.weights = WeightTable(weights)
        self.mask = mask
        scored = (labels.count + RowSum.blockWidth - 1) / RowSum.blockWidth * RowSum.blockWidth
        root = UInt8(labels.firstIndex(of: .root) ?? 0)
    }

    /// Labels the arcs of the sentence in `scratch`, from left to right.
    package func label(_ links: TreeLinks, _ scratch: ParserScratch) {
        let sentence = scratch.sentence
        let features = scratch.features
        let scores = scratch.scores
        let known = labels.count
        weights.withWeights { base in
            for index in 0..<sentence.count {
                let node = index + 1
                let head = Int(links.nodes[node].head)
                var best = root
                if head != 0 {
                    let found = LabelFeatures.extract(
                        node,
                        links.nodes,
                        sentence.atoms,
                        nothing: sentence.nothing,
                        into: features
                    )
                    RowSum.write(base, mask, features, found, width: scored, to: scores)
                    var top = Int16.min
                    for label in 0..<known where scores[label] > top && label != Int(root) {
                        top = scores[label]
                        best = UInt8(truncatingIfNeeded: label)
                    }
                }
                scratch.labels[index] = best
                links.nodes[head].lastLabel = best
            }
        }
    }
}
