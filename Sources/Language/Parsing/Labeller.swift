// The relation of each arc of a finished tree.

/// The labeller's weights with its relations.
package struct Labeller: Sendable {
    package let labels: [Relation]
    /// `weights[(feature & mask) + label]`, rows overlapping as in the tagger.
    private let weights: WeightTable<Int8>
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
        self.weights = WeightTable(signed: weights)
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
                links.nodes[head].seen |= kinds[Int(best)]
            }
        }
    }
}
