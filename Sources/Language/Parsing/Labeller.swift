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
        let vectors = RowSum.vectorCount(width: scored)
        weights.withWeights { base in
            var start = 0
            while start < sentence.count {
                let end = min(start + ParserScratch.batch, sentence.count)
                // What no label has a part in comes first, for many words at once: nothing of it waits for a decision.
                for index in start..<end where links.nodes[index + 1].head != 0 {
                    var rows = TableRows(base, mask, scratch.features)
                    LabelFeatures.ofTree(&rows, arc(index, links, sentence))
                    let sums = scratch.rowSums + (index - start) * vectors
                    sums.update(repeating: .zero, count: vectors)
                    RowSum.add(rows, width: scored, to: sums)
                }
                for index in start..<end {
                    let head = Int(links.nodes[index + 1].head)
                    var best = root
                    if head != 0 {
                        var rows = TableRows(base, mask, scratch.features)
                        LabelFeatures.ofLabel(&rows, arc(index, links, sentence))
                        best = self.best(rows, scratch.rowSums + (index - start) * vectors, scratch.scores)
                    }
                    scratch.labels[index] = best
                    links.nodes[head].lastLabel = best
                }
                start = end
            }
        }
    }

    @inline(__always) private func arc(_ index: Int, _ links: TreeLinks, _ sentence: SentenceFeatures)
        -> LabelFeatures.Arc
    {
        LabelFeatures.Arc(index + 1, links.nodes, sentence.atoms, nothing: sentence.nothing)
    }

    /// The best label but that of a root.
    @inline(__always) private func best(
        _ rows: TableRows,
        _ sums: UnsafeMutablePointer<SIMD8<UInt16>>,
        _ scores: UnsafeMutablePointer<Int16>
    ) -> UInt8 {
        RowSum.add(rows, width: scored, to: sums)
        RowSum.write(sums, width: scored, to: scores)
        scores[Int(root)] = .min
        return UInt8(truncatingIfNeeded: RowSum.best(scores, labels.count))
    }
}
