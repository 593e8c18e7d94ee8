// Who depends on whom in one sentence, as links that the labeller follows.

/// Links between the nodes of a tree: children from left to right, and the function words among them.
package struct TreeLinks {
    /// The links of one node; 0 is none, and the root has none to siblings.
    package struct Node {
        package var head: Int32 = 0
        package var firstChild: Int32 = 0
        package var lastChild: Int32 = 0
        package var previousSibling: Int32 = 0
        package var nextSibling: Int32 = 0
        /// The first preposition, subordinator or `to` before the word that depends on it.
        package var marker: Int32 = 0
        /// The last auxiliary before the word that depends on it.
        package var auxiliary: Int32 = 0
        /// The label of the last dependent that was labelled, or 255.
        package var lastLabel: UInt8 = 255
        /// The kinds of dependents that were labelled so far, as `Labeller.kind` tells them.
        package var seen: UInt8 = 0
        /// Nominal dependents on the left.
        package var nominals: UInt8 = 0
    }

    package let nodes: UnsafeMutablePointer<Node>

    /// Links the nodes of a tree; `nodes` has room for the root and all words.
    package init(
        _ nodes: UnsafeMutablePointer<Node>,
        heads: UnsafePointer<Int32>,
        count: Int,
        tags: UnsafePointer<UInt8>,
        roles: [TagRole]
    ) {
        self.nodes = nodes
        for node in 0...count { nodes[node] = Node() }
        for index in 0..<count {
            let node = Int32(truncatingIfNeeded: index + 1)
            let head = Int(heads[index])
            nodes[index + 1].head = heads[index]
            let previous = nodes[head].lastChild
            nodes[index + 1].previousSibling = previous
            if previous == 0 { nodes[head].firstChild = node } else { nodes[Int(previous)].nextSibling = node }
            nodes[head].lastChild = node
            guard head > index + 1 else { continue }
            switch roles[Int(tags[index])] {
            case .marker: if nodes[head].marker == 0 { nodes[head].marker = node }
            case .auxiliary: nodes[head].auxiliary = node
            case .nominal: nodes[head].nominals = min(nodes[head].nominals + 1, 2)
            case .other: break
            }
        }
    }
}
