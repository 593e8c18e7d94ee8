// "The president's army left": what has a possessive mark belongs to the noun after it.

/// Attaches possessors to the noun that they stand before.
enum PossessiveRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for mark in tree.range where tree.tokens[mark].tag == "POS" {
            guard let owner = tree.head(mark), owner < mark, tree.tokens[owner].relation != .nmodPossessive,
                let head = tree.head(owner), tree.end(owner) == mark
            else { continue }
            // The noun whose phrase begins right after the mark and that depends on the same word.
            let noun = tree.children(head, in: (mark + 1)..<tree.range.upperBound).first { candidate in
                isNominal(candidate, tree) && tree.start(candidate) == mark + 1
            }
            if let noun { tree.attach(owner, to: noun, .nmodPossessive) }
        }
    }

    private static func isNominal(_ token: Int, _ tree: SentenceTree) -> Bool {
        tree.tokens[token].upos == .noun || tree.tokens[token].upos == .propn
    }
}
