// "They want stolen goods", "life - saving treatments": a participle before a noun modifies it and has no object.

/// Hangs participles on the noun that was taken for their object.
enum ParticipleRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for participle in tree.range where tree.tokens[participle].upos == .verb {
            let tag = tree.tokens[participle].tag
            guard tag == "VBN" || tag == "VBG", tree.tokens[participle].relation != .amod,
                let noun = object(of: participle, tree)
            else { continue }
            if let word = hyphenated(before: participle, tree) {
                joinHyphenated(word, participle, noun, tree)
            } else if isOpened(participle, tree) {
                _ = take(noun, participle, from: participle, tree)
            } else if tag == "VBN", tree.tokens[max(participle - 1, tree.range.lowerBound)].tag != "HYPH" {
                joinPassive(participle, noun, tree)
            }
        }
    }

    /// The only object, where nothing but its own words without an article stands between it and the participle.
    private static func object(of participle: Int, _ tree: SentenceTree) -> Int? {
        let objects = tree.objects(participle)
        guard objects.count == 1, let noun = objects.first, tree.isNoun(noun) else { return nil }
        let isBare = ((participle + 1)..<noun).allSatisfy { token in
            switch tree.tokens[token].upos {
            case .adj, .noun, .propn, .adv, .num: tree.isWithin(token, noun)
            default: false
            }
        }
        return isBare && !tree.hasChild(participle) { $0 == .aux || $0 == .auxPassive || $0 == .cop } ? noun : nil
    }

    /// Whether an article, an adjective or an owner stands before a participle without a subject: "the ruling clerics".
    private static func isOpened(_ participle: Int, _ tree: SentenceTree) -> Bool {
        let before = tree.children(participle, in: tree.range.lowerBound..<participle)
        return !before.isEmpty
            && before.allSatisfy { child in
                switch tree.tokens[child].relation {
                case .det, .amod, .nmodPossessive, .nummod: true
                default: false
                }
            }
    }

    /// The word before the hyphen before a participle.
    private static func hyphenated(before participle: Int, _ tree: SentenceTree) -> Int? {
        guard participle - 2 >= tree.range.lowerBound, tree.tokens[participle - 1].tag == "HYPH" else { return nil }
        switch tree.tokens[participle - 2].upos {
        case .noun, .propn, .adj, .adv, .num: return participle - 2
        default: return nil
        }
    }

    private static func joinHyphenated(_ word: Int, _ participle: Int, _ noun: Int, _ tree: SentenceTree) {
        let top = tree.head(word) == participle ? participle : word
        guard top == participle || tree.head(participle) == word, take(noun, participle, from: top, tree) else {
            return
        }
        tree.tokens[word].head = participle
        tree.tokens[word].relation = tree.tokens[word].upos == .adv ? .advmod : .compound
        tree.attach(participle - 1, to: word, .punct)
    }

    /// A passive participle that no auxiliary makes a clause.
    private static func joinPassive(_ participle: Int, _ noun: Int, _ tree: SentenceTree) {
        switch tree.tokens[participle].relation {
        case .conj, .root, .ccomp: return
        case .acl where tree.head(participle) == participle - 1: return
        default: break
        }
        let isClause = tree.hasChild(participle) { relation in
            switch relation {
            case .nsubj, .nsubjPassive, .expl, .compound, .mark, .cc, .iobj, .advcl: true
            default: false
            }
        }
        if !isClause { _ = take(noun, participle, from: participle, tree) }
    }

    /// Puts a noun into the place of the top of a phrase; false where its relation could not be told.
    private static func take(_ noun: Int, _ participle: Int, from top: Int, _ tree: SentenceTree) -> Bool {
        let others = tree.range.filter { token in
            token != noun && token != participle && token != top
                && (tree.head(token) == participle || tree.head(token) == top)
        }
        let preposition = others.first { $0 < participle && tree.tokens[$0].upos == .adp }
        guard let relation = relation(of: noun, for: top, hasPreposition: preposition != nil, tree) else {
            return false
        }
        tree.tokens[noun].head = tree.tokens[top].head
        tree.tokens[noun].relation = relation
        tree.tokens[participle].head = noun
        tree.tokens[participle].relation = .amod
        for token in others {
            if token == participle - 1, tree.tokens[token].upos == .adv {
                tree.tokens[token].head = participle
            } else {
                tree.tokens[token].head = noun
                if token == preposition { tree.tokens[token].relation = .case_ }
                if token > noun { tree.moveOblique(token, from: noun) }
            }
        }
        return true
    }

    private static func relation(
        of noun: Int,
        for top: Int,
        hasPreposition: Bool,
        _ tree: SentenceTree
    ) -> Relation? {
        let relation = tree.tokens[top].relation
        guard let head = tree.head(top) else { return relation }
        if hasPreposition { return tree.isNominal(head) ? .nmod : .obl }
        switch relation {
        case .acl, .advcl, .xcomp, .ccomp, .amod, .dep:
            if tree.tokens[head].upos == .verb, head < noun, !tree.hasChild(head, .obj) { return .obj }
            return tree.isNoun(head) && head > noun ? .compound : nil
        case .obl, .nmod, .parataxis, .appos, .compound, .obj, .nsubj, .nsubjPassive, .conj: return relation
        default: return nil
        }
    }
}
