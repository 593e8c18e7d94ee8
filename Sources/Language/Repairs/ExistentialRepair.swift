// "There have been dozens of attacks": `been` is the head, `there` its expletive, what there is its subject.

/// Makes the verb of "there is" the head of its clause.
enum ExistentialRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for there in tree.range where tree.tokens[there].lemma == "there" {
            guard let verb = verb(after: there, tree), let subject = subject(of: verb, tree) else { continue }
            tree.tokens[there].upos = .pron
            tree.tokens[there].tag = "EX"
            if tree.head(verb) == subject { raise(verb, over: subject, tree) }
            tree.tokens[subject].relation = .nsubj
            tree.tokens[verb].upos = .verb
            tree.attach(there, to: verb, .expl)
        }
    }

    /// The form of "be" after auxiliaries and adverbs.
    private static func verb(after there: Int, _ tree: SentenceTree) -> Int? {
        var found: Int?
        for at in (there + 1)..<min(there + 6, tree.range.upperBound) {
            let token = tree.tokens[at]
            if token.lemma == "be" {
                found = at
            } else if found != nil
                || !(token.upos == .aux || token.upos == .adv || token.upos == .part || token.lemma == "have")
            {
                break
            }
        }
        return found
    }

    /// The noun after the verb that is its predicate or already its subject.
    private static func subject(of verb: Int, _ tree: SentenceTree) -> Int? {
        if let head = tree.head(verb), head > verb, isNominal(head, tree), tree.tokens[verb].relation == .cop {
            return tree.leftChild(head, .case_) == nil ? head : nil
        }
        return tree.children(verb, in: verb..<tree.range.upperBound)
            .first { (tree.tokens[$0].relation == .nsubj || tree.tokens[$0].relation == .obj) && isNominal($0, tree) }
    }

    private static func isNominal(_ token: Int, _ tree: SentenceTree) -> Bool {
        switch tree.tokens[token].upos {
        case .noun, .propn, .num, .pron: true
        default: false
        }
    }

    private static func raise(_ verb: Int, over subject: Int, _ tree: SentenceTree) {
        tree.promote(verb, over: subject, as: .nsubj)
        for child in tree.children(subject) where child < verb || tree.tokens[child].relation == .punct {
            if child > subject, child != tree.range.upperBound - 1 { continue }
            let relation = tree.tokens[child].relation
            tree.attach(child, to: verb, relation.universal == "nmod" ? .obl : relation)
        }
    }
}
