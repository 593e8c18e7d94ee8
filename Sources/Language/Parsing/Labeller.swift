// The relation of each arc of a finished tree.

/// The labeller's weights with its relations.
package struct Labeller: Sendable {
    package let labels: [Relation]
    /// `weights[(feature & mask) + label]`, rows overlapping as in the tagger.
    private let weights: WeightTable<UInt8>
    private let mask: UInt32
    private let root: UInt8
    /// The kind of each label, a bit each.
    private let kinds: [UInt8]
    /// The labels that are scored, in whole blocks.
    private let scored: Int

    /// Labels that a row of weights has room for.
    package static let width = 64

    package init(labels: [Relation], weights: [UInt8], mask: UInt32) {
        self.labels = labels
        self.weights = RowSum.table(weights)
        self.mask = mask
        scored = (labels.count + RowSum.blockWidth - 1) / RowSum.blockWidth * RowSum.blockWidth
        kinds = labels.map(Self.kind)
        root = UInt8(labels.firstIndex(of: .root) ?? 0)
    }

    /// What a relation tells of its head that later dependents may depend on, as a bit.
    package static func kind(_ relation: Relation) -> UInt8 {
        switch relation {
        case .nsubj, .nsubjPassive, .csubj, .expl: 1
        case .obj: 2
        case .iobj: 4
        case .xcomp, .ccomp: 8
        case .compoundParticle: 16
        case .auxPassive, .cop: 32
        case .obl, .oblUnmarked, .advmod: 64
        case .mark: 128
        default: 0
        }
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
                    links.nodes[head].seen |= kinds[Int(best)]
                }
                start = end
            }
        }
    }
}
