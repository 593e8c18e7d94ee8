// "Kataib Hezbollah, a militia, said": between commas and without a conjunction this is an apposition.

/// Turns a lone conjunct without a conjunction into an apposition.
enum AppositionRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for token in tree.range where tree.tokens[token].relation == .conj {
            guard isNominal(token, tree), let head = tree.head(token), head < token, isNominal(head, tree) else {
                continue
            }
            let start = tree.start(token)
            let follows = start > tree.range.lowerBound && (isComma(start, tree) || isComma(start - 1, tree))
            guard follows, !tree.hasChild(token, .cc), isOnly(token, of: head, tree), begins(start, tree) else {
                continue
            }
            let last = tree.end(token)
            if last + 1 >= tree.range.upperBound || tree.tokens[last].upos == .punct
                || tree.tokens[last + 1].upos == .punct
            {
                tree.tokens[token].relation = .appos
            }
        }
    }

    /// An apposition begins with an article or follows a name.
    private static func begins(_ start: Int, _ tree: SentenceTree) -> Bool {
        let first = isComma(start, tree) ? start + 1 : start
        return tree.range.contains(first) && tree.tokens[first].upos == .det
    }

    private static func isOnly(_ token: Int, of head: Int, _ tree: SentenceTree) -> Bool {
        !tree.children(head).contains { child in
            child != token && (tree.tokens[child].relation == .conj || tree.tokens[child].relation == .cc)
        } && !tree.hasChild(token, .conj)
    }

    private static func isComma(_ token: Int, _ tree: SentenceTree) -> Bool { tree.tokens[token].tag == "," }

    private static func isNominal(_ token: Int, _ tree: SentenceTree) -> Bool {
        tree.tokens[token].upos == .noun || tree.tokens[token].upos == .propn
    }
}
