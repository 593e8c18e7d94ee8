// "Took towns, villages", "found them a house", "sites that you could order it off": a verb has one object.

/// Tells which of two objects is none where commas, places or the verb show it.
enum SecondObjectRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for verb in tree.range where tree.tokens[verb].upos == .verb {
            guard let first = object(of: verb, from: tree.range.lowerBound, tree),
                let second = object(of: verb, from: first + 1, tree)
            else { continue }
            if first < verb {
                guard second > verb, tree.isNominal(second) else { continue }
                leaveClause(first, of: verb, tree)
            } else if isParted(first, second, tree) {
                join(second, to: first, tree)
            } else if tree.start(second) == tree.end(first) + 1, isReceiver(first, second, of: verb, tree) {
                tree.tokens[first].relation = .iobj
            } else if tree.start(second) == first + 1 {
                nest(first, in: second, of: verb, tree)
            }
        }
    }

    private static func object(of verb: Int, from start: Int, _ tree: SentenceTree) -> Int? {
        (start..<tree.range.upperBound).first { tree.tokens[$0].head == verb && tree.tokens[$0].relation == .obj }
    }

    /// The "that" of a relative clause whose verb has an object of its own.
    private static func leaveClause(_ pronoun: Int, of verb: Int, _ tree: SentenceTree) {
        guard tree.tokens[verb].relation == .aclRelative, !ObjectRepair.isGiving(tree.tokens[verb].lemma),
            !ObjectRepair.isNaming(tree.tokens[verb].lemma),
            tree.tokens[pronoun].lemma == "that" || tree.tokens[pronoun].lemma == "which"
        else { return }
        tree.tokens[pronoun].relation = .obl
    }

    /// Whether a comma, a dash or a bracket but no verb stands between two objects.
    private static func isParted(_ first: Int, _ second: Int, _ tree: SentenceTree) -> Bool {
        var isParted = false
        for token in (first + 1)..<second {
            switch tree.tokens[token].tag {
            case ":" where tree.tokens[token].lemma == "-": break
            case ",", ":", "-LRB-": isParted = isParted || token > tree.end(first) || !tree.isWithin(token, first)
            default: if tree.tokens[token].upos == .verb { return false }
            }
        }
        return isParted
    }

    private static func join(_ second: Int, to first: Int, _ tree: SentenceTree) {
        let isList = tree.hasChild(second) { $0 == .cc || $0 == .conj }
        tree.attach(second, to: first, isList ? .conj : .appos)
    }

    /// "It took them two months", "found us a table".
    private static func isReceiver(_ first: Int, _ second: Int, of verb: Int, _ tree: SentenceTree) -> Bool {
        switch tree.tokens[verb].lemma {
        case "take": tree.isTime(second)
        case "find": tree.tokens[first].tag == "PRP"
        default: false
        }
    }

    /// A word right before a second object that has no article of its own belongs to that one.
    private static func nest(_ first: Int, in second: Int, of verb: Int, _ tree: SentenceTree) {
        let lemma = tree.tokens[verb].lemma
        guard tree.end(first) == first, tree.isNoun(second), !tree.isTime(second), !ObjectRepair.isGiving(lemma),
            !ObjectRepair.isNaming(lemma), !takesClause(lemma), lemma != "find", lemma != "take",
            ((first + 1)..<second).allSatisfy({ tree.tokens[$0].upos != .det && tree.tokens[$0].tag != "PRP$" }),
            let relation = relation(of: tree.tokens[first], before: tree.tokens[second])
        else { return }
        for child in tree.children(first) { tree.tokens[child].head = second }
        tree.attach(first, to: second, relation)
    }

    /// Verbs whose second noun may be a verb that was mistaken: "let a bot produce texts".
    static func takesClause(_ lemma: String) -> Bool {
        switch lemma {
        case "make", "let", "help", "see", "hear", "watch": true
        default: false
        }
    }

    private static func relation(of first: Token, before second: Token) -> Relation? {
        switch (first.upos, first.tag, second.upos) {
        case (.det, _, _): .det
        case (.pron, "PRP$", _): .nmodPossessive
        case (.noun, "NN", .noun), (.propn, "NNP", _): .compound
        default: nil
        }
    }
}
