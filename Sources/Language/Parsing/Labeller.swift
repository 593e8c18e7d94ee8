// The relation of each arc of a finished tree.

/// The labeller's weights with its relations.
package struct Labeller: Sendable {
    package let labels: [Relation]
    /// `weights[(feature & mask) + label]`, rows overlapping as in the tagger.
    package let weights: [Int8]
    package let mask: UInt32
    private let root: UInt8

    /// Labels that a row of weights has room for.
    package static let width = 64

    package init(labels: [Relation], weights: [Int8], mask: UInt32) {
        self.labels = labels
        self.weights = weights
        self.mask = mask
        root = UInt8(labels.firstIndex(of: .root) ?? 0)
    }

    /// Labels the arcs of the sentence in `scratch`, from left to right.
    package func label(_ links: TreeLinks, _ scratch: ParserScratch) {
        let sentence = scratch.sentence
        let features = scratch.features
        let scores = scratch.scores
        let known = labels.count
        weights.withUnsafeBufferPointer { table in
            guard let base = table.baseAddress else { return }
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
                    for label in 0..<Self.width { scores[label] = 0 }
                    for place in 0..<found {
                        let row = base + Int(features[place] & mask)
                        for label in 0..<Self.width { scores[label] &+= Int16(row[label]) }
                    }
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
