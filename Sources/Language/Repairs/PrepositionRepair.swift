// "Following the attack", "questions regarding the plan": prepositions, also those that were participles, have nouns.

/// Makes nouns the heads of their prepositions.
enum PrepositionRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for token in tree.range {
            switch tree.tokens[token].upos {
            case .verb: joinParticiple(token, tree)
            case .adp, .sconj: joinPreposition(token, tree)
            default: break
            }
        }
    }

    private static func joinParticiple(_ participle: Int, _ tree: SentenceTree) {
        switch tree.tokens[participle].relation {
        case .acl, .advcl, .obl, .nmod, .xcomp, .parataxis, .dep, .amod: break
        default: return
        }
        guard isPreposition(tree.tokens[participle]) else { return }
        let objects = tree.objects(participle)
        guard objects.count == 1, let noun = objects.first, tree.isNominal(noun), tree.start(noun) == participle + 1,
            !tree.hasChild(participle, where: marksVerb)
        else { return }
        swap(participle, noun, tree)
    }

    /// What a verb has and a preposition has not.
    private static func marksVerb(_ relation: Relation) -> Bool {
        switch relation {
        case .aux, .auxPassive, .nsubj, .nsubjPassive, .ccomp, .xcomp, .compound, .iobj, .mark, .advmod, .case_: true
        default: false
        }
    }

    private static func joinPreposition(_ preposition: Int, _ tree: SentenceTree) {
        guard tree.tokens[preposition].tag == "IN" || tree.tokens[preposition].tag == "TO" else { return }
        let nouns = tree.objects(preposition).filter { tree.isNominal($0) || tree.tokens[$0].upos == .det }
        guard let noun = nouns.first else { return }
        switch tree.tokens[preposition].relation {
        case .advcl, .acl, .obl, .nmod, .mark, .advmod, .case_, .xcomp, .ccomp, .conj, .parataxis, .dep, .amod, .root:
            swap(preposition, noun, tree)
        default: break
        }
    }

    private static func swap(_ preposition: Int, _ noun: Int, _ tree: SentenceTree) {
        let before = tree.tokens[preposition].relation
        tree.promote(noun, over: preposition, as: .case_)
        if let head = tree.head(noun), before != .conj {
            tree.tokens[noun].relation = tree.isNominal(head) ? .nmod : .obl
        }
        for child in tree.children(preposition) {
            tree.tokens[child].head = noun
            if child > noun { tree.moveOblique(child, from: noun) }
        }
    }

    private static func isPreposition(_ token: Token) -> Bool {
        switch (token.lemma, token.tag) {
        case ("regard", "VBG"), ("concern", "VBG"), ("follow", "VBG"), ("include", "VBG"), ("exclude", "VBG"),
            ("pend", "VBG"), ("bar", "VBG"), ("give", "VBN"):
            true
        default: false
        }
    }
}
