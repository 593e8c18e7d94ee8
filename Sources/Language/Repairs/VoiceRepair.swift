// Subjects, auxiliaries and agents agree on whether their verb is passive.

/// Names the parts of passive clauses alike.
enum VoiceRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for auxiliary in tree.range
        where tree.tokens[auxiliary].relation == .aux || tree.tokens[auxiliary].relation == .auxPassive {
            guard let verb = tree.head(auxiliary), auxiliary < verb, tree.tokens[verb].upos == .verb,
                isLast(auxiliary, before: verb, tree)
            else { continue }
            let lemma = tree.tokens[auxiliary].lemma
            let isPassive = tree.tokens[verb].tag == "VBN" && (lemma == "be" || lemma == "get")
            if lemma == "be" || lemma == "have" || lemma == "get" {
                tree.tokens[auxiliary].relation = isPassive ? .auxPassive : .aux
                name(verb, isPassive, tree)
            }
        }
    }

    private static func isLast(_ auxiliary: Int, before verb: Int, _ tree: SentenceTree) -> Bool {
        !((auxiliary + 1)..<verb).contains {
            tree.tokens[$0].head == verb
                && (tree.tokens[$0].relation == .aux || tree.tokens[$0].relation == .auxPassive)
        }
    }

    private static func name(_ verb: Int, _ isPassive: Bool, _ tree: SentenceTree) {
        for child in tree.children(verb) {
            switch tree.tokens[child].relation {
            case .nsubj where isPassive: tree.tokens[child].relation = .nsubjPassive
            case .nsubjPassive where !isPassive: tree.tokens[child].relation = .nsubj
            case .obl where isPassive && child > verb && !tree.isTime(child):
                if let marker = tree.leftChild(child, .case_), tree.tokens[marker].lemma == "by" {
                    tree.tokens[child].relation = .oblAgent
                }
            default: break
            }
        }
    }
}
