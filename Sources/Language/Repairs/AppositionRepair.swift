// "Kataib Hezbollah, a militia, said": between commas and without a conjunction this is an apposition.

/// Turns a lone conjunct without a conjunction into an apposition.
enum AppositionRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for token in tree.range where tree.tokens[token].relation == .obj { joinBehindComma(token, tree) }
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

    /// "Signed the treaty, the first of its kind": no comma parts a verb from its object, so the noun before it has this one.
    private static func joinBehindComma(_ token: Int, _ tree: SentenceTree) {
        guard let verb = tree.head(token), verb + 2 < token, tree.tokens[verb].upos == .verb, tree.isNominal(token),
            ((verb + 2)..<token).contains(where: { isComma($0, tree) })
        else { return }
        let start = tree.start(token)
        let comma = isComma(start, tree) ? start : start - 1
        guard comma > verb + 1, isComma(comma, tree),
            !((verb + 1)..<comma).contains(where: { isComma($0, tree) })
        else { return }
        let isList = tree.hasChild(token) { $0 == .cc || $0 == .conj }
        var before = comma - 1
        while let head = tree.head(before), head > verb {
            // In a list what is alike goes together: "dozens of lawyers, judges and teachers".
            if isList, tree.tokens[before].tag == tree.tokens[token].tag { break }
            before = head
        }
        guard tree.isWithin(before, verb), before > verb, tree.isNominal(before) else { return }
        tree.attach(token, to: before, isList ? .conj : .appos)
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
