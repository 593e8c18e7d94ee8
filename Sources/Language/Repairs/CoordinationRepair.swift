// A word after its own "and" is a conjunct of the like word before it.

/// Names conjuncts so that their conjunction already marks.
enum CoordinationRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for join in tree.range where tree.tokens[join].relation == .cc {
            guard let token = tree.head(join), token > join, let head = tree.head(token), head < join else { continue }
            switch tree.tokens[token].relation {
            case .dep, .parataxis, .appos, .list, .nmod, .nmodUnmarked, .compound:
                if tree.tokens[token].upos == tree.tokens[head].upos, tree.leftChild(token, .case_) == nil {
                    tree.tokens[token].relation = .conj
                }
            default: break
            }
        }
    }
}
