// "I suggest you leave": a noun between two verbs is the subject of a finite one that has none.

/// Gives objects to the clause behind them that lacks a subject.
enum ClauseSubjectRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for predicate in tree.range {
            switch tree.tokens[predicate].relation {
            case .ccomp, .xcomp, .parataxis: break
            default: continue
            }
            guard let verb = tree.head(predicate), verb < predicate, tree.tokens[verb].upos == .verb,
                isFinite(predicate, certainly: seesBare(tree.tokens[verb].lemma), tree),
                tree.marks(verb).contains(.clause), !tree.hasChild(predicate, where: opens)
            else { continue }
            let start = tree.start(predicate)
            let noun = tree.objects(verb).first { $0 < start && tree.end($0) == start - 1 }
            guard let noun, tree.start(noun) == verb + 1 else { continue }
            tree.tokens[predicate].relation = .ccomp
            tree.attach(noun, to: predicate, .nsubj)
        }
    }

    /// What a clause without a subject of its own does not begin with.
    private static func opens(_ relation: Relation) -> Bool {
        switch relation {
        case .nsubj, .nsubjPassive, .csubj, .expl, .mark, .cc: true
        default: false
        }
    }

    private static func isFinite(_ predicate: Int, certainly: Bool, _ tree: SentenceTree) -> Bool {
        let auxiliaries = tree.children(predicate, in: tree.range.lowerBound..<predicate).filter {
            let relation = tree.tokens[$0].relation
            return relation == .aux || relation == .auxPassive || relation == .cop
        }
        if auxiliaries.contains(where: { isFinite(tree.tokens[$0].tag) || tree.tokens[$0].tag == "MD" }) {
            return tree.tokens[predicate].upos == .verb || tree.tokens[predicate].upos == .aux
                || auxiliaries.contains { tree.tokens[$0].relation == .cop }
        }
        guard tree.tokens[predicate].upos == .verb || tree.tokens[predicate].upos == .aux else { return false }
        return certainly ? tree.tokens[predicate].tag == "VBZ" : isFinite(tree.tokens[predicate].tag)
    }

    private static func isFinite(_ tag: String) -> Bool { tag == "VBZ" || tag == "VBP" || tag == "VBD" }

    /// Verbs with an object and a bare infinitive or participle, which may look finite: "saw them fall".
    private static func seesBare(_ lemma: String) -> Bool {
        switch lemma {
        case "help", "make", "have", "get", "see", "hear", "watch", "let", "feel", "notice", "find": true
        default: false
        }
    }
}
