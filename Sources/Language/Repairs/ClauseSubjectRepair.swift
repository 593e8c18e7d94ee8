// "I suggest you leave", "days after rebels left": a noun right before a finite verb without a subject is its subject.

/// Gives nouns to the clause behind them that lacks a subject.
enum ClauseSubjectRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for verb in tree.range where tree.tokens[verb].upos == .verb {
            if tree.tokens[verb].relation == .advcl {
                raiseConjunction(before: verb, tree)
                reduceClause(verb, tree)
            }
            if tree.tokens[verb].relation != .amod { divideHyphenated(verb, tree) }
        }
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

    /// "Two days after Hamas attacked": a preposition before a clause is a conjunction.
    private static func raiseConjunction(before verb: Int, _ tree: SentenceTree) {
        guard verb > tree.range.lowerBound, isFinite(tree.tokens[verb].tag), !tree.hasChild(verb, where: opens) else {
            return
        }
        var noun = verb - 1
        while let head = tree.head(noun), head < verb, tree.leftChild(noun, .case_) == nil { noun = head }
        guard tree.isNominal(noun), tree.end(noun) == verb - 1, let time = tree.head(noun), tree.isTime(time),
            tree.head(time) == verb, let marker = tree.leftChild(noun, .case_), marker == time + 1
        else { return }
        switch tree.tokens[marker].lemma {
        case "after", "before", "since", "until":
            tree.attach(noun, to: verb, .nsubj)
            tree.attach(marker, to: verb, .mark)
            tree.tokens[marker].upos = .sconj
        default: break
        }
    }

    /// "The army fighting rebels has won": a participle between two nouns before the verb modifies the first, its subject.
    private static func reduceClause(_ participle: Int, _ tree: SentenceTree) {
        guard tree.tokens[participle].tag == "VBG",
            let verb = tree.head(participle), verb > participle,
            let noun = tree.leftChild(participle, .nsubj), tree.end(noun) == participle - 1,
            let object = tree.leftChild(verb, .nsubj), tree.start(object) == participle + 1,
            tree.children(participle) == [noun]
        else { return }
        tree.attach(noun, to: verb, .nsubj)
        tree.attach(participle, to: noun, .acl)
        tree.attach(object, to: participle, .obj)
    }

    /// "North Korea test - fired a missile": what stands before a verb with a hyphen is no part of its first half.
    private static func divideHyphenated(_ verb: Int, _ tree: SentenceTree) {
        let word = verb - 2
        guard word > tree.range.lowerBound, tree.tokens[verb - 1].tag == "HYPH", tree.head(word) == verb,
            tree.tokens[verb].tag == "VBD" || tree.tokens[verb].tag == "VBN", tree.hasChild(verb, .obj),
            !tree.hasChild(verb, where: opens), !tree.hasChild(verb, .auxPassive),
            let noun = tree.children(word).first(where: { $0 == word - 1 && tree.isNoun($0) })
        else { return }
        tree.tokens[word].relation = .compound
        tree.tokens[verb].tag = "VBD"
        for child in tree.children(word) where child < noun { tree.tokens[child].head = noun }
        tree.attach(noun, to: verb, .nsubj)
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
