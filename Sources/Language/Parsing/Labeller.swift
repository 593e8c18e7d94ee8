// The relation of each arc of a finished tree.

/// The labeller's weights with its relations.
package struct Labeller: Sendable {
    package let labels: [Relation]
    /// `weights[(feature & mask) + label]`, rows overlapping as in the tagger.
    private let weights: WeightTable<UInt8>
    private let mask: UInt32
    private let root: UInt8
    /// The labels that are scored, in whole blocks.
    private let scored: Int

    /// Labels that a row of weights has room for.
    package static let width = 64

    package init(labels: [Relation], weights: [Int8], mask: UInt32) {
        self.labels = labels
        self.weights = RowSum.table(weights)
        self.mask = mask
        scored = (labels.count + RowSum.blockWidth - 1) / RowSum.blockWidth * RowSum.blockWidth
        root = UInt8(labels.firstIndex(of: .root) ?? 0)
    }

    /// Labels the arcs of the sentence in `scratch`, from left to right.
    package func label(_ links: TreeLinks, _ scratch: ParserScratch) {
        let sentence = scratch.sentence
        @inline(__always) func arc(_ index: Int) -> LabelFeatures.Arc {
            LabelFeatures.Arc(index + 1, links.nodes, sentence.atoms, nothing: sentence.nothing)
        }
        weights.withWeights { base in
            var batch = RowBatch(base, mask, width: scored, scratch)
            var start = 0
            while start < sentence.count {
                let end = min(start + RowBatch.size, sentence.count)
                // What no label has a part in comes first, for many words at once: nothing of it waits for a decision.
                for index in start..<end where links.nodes[index + 1].head != 0 {
                    batch.begin(index - start) { LabelFeatures.ofTree(&$0, arc(index)) }
                }
                batch.finish()
                for index in start..<end {
                    let head = Int(links.nodes[index + 1].head)
                    var best = root
                    if head != 0 {
                        batch.end(index - start, to: scratch.scores) { LabelFeatures.ofLabel(&$0, arc(index)) }
                        scratch.scores[Int(root)] = .min
                        best = UInt8(truncatingIfNeeded: RowSum.best(scratch.scores, labels.count))
                    }
                    scratch.labels[index] = best
                    links.nodes[head].lastLabel = best
                }
                start = end
            }
        }
    }
}
