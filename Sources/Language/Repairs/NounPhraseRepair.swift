// "The $ 5000", "lab work", "you all": words of one noun phrase that the parser hung side by side on one verb.

/// Joins the parts of noun phrases.
enum NounPhraseRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for token in tree.range {
            if tree.tokens[token].upos == .det, isArticle(tree.tokens[token]) {
                joinArticle(token, tree)
            } else if tree.tokens[token].relation == .obj, tree.isNoun(token) {
                joinCompound(token, tree)
                joinObject(token, tree)
            } else if tree.tokens[token].relation == .nsubj, tree.tokens[token].upos == .noun {
                joinSubject(token, tree)
            }
            joinAll(token, tree)
        }
    }

    private static func isArticle(_ token: Token) -> Bool {
        switch token.relation {
        case .obj, .nmod, .obl, .nsubj, .root, .conj: break
        default: return false
        }
        switch token.lemma {
        case "the", "a", "an", "no", "every": return true
        default: return false
        }
    }

    /// An article is never an argument: the noun behind it is.
    private static func joinArticle(_ article: Int, _ tree: SentenceTree) {
        guard article + 1 < tree.range.upperBound, opensNoun(article + 1, tree) else { return }
        var noun = article + 1
        while let head = tree.head(noun), head > article, head - article < 5, tree.isNominal(head) { noun = head }
        if tree.head(noun) == article {
            tree.promote(noun, over: article, as: .det)
        } else if let head = tree.head(noun), head == tree.head(article), tree.isNominal(noun) {
            tree.tokens[noun].relation = tree.tokens[article].relation
            tree.tokens[article].head = noun
            tree.tokens[article].relation = .det
        } else {
            return
        }
        for child in tree.children(article) { tree.tokens[child].head = noun }
    }

    private static func opensNoun(_ token: Int, _ tree: SentenceTree) -> Bool {
        switch tree.tokens[token].upos {
        case .noun, .propn, .sym, .num, .adj: true
        default: false
        }
    }

    /// Two nouns behind a verb that does not give: the first says of what kind the second is.
    private static func joinCompound(_ first: Int, _ tree: SentenceTree) {
        let second = first + 1
        guard second < tree.range.upperBound, let verb = tree.head(first), verb < first,
            tree.tokens[verb].upos == .verb, tree.head(second) == verb,
            tree.isNoun(second), isOneKind(tree.tokens[first].tag, tree.tokens[second].tag),
            tree.end(first) == first, tree.start(second) == second, !tree.isTime(second)
        else { return }
        switch tree.tokens[second].relation {
        case .obj, .obl, .oblUnmarked, .xcomp, .dep, .nmod, .nmodUnmarked: break
        default: return
        }
        let lemma = tree.tokens[verb].lemma
        guard !ObjectRepair.isGiving(lemma), !ObjectRepair.isNaming(lemma), !SecondObjectRepair.takesClause(lemma),
            lemma != "find"
        else { return }
        tree.tokens[second].relation = .obj
        for child in tree.children(first) { tree.tokens[child].head = second }
        tree.tokens[first].head = second
        tree.tokens[first].relation = .compound
    }

    /// "UK and EU negotiators met": names right before the subject of a verb are no subject of it.
    private static func joinSubject(_ noun: Int, _ tree: SentenceTree) {
        let start = tree.start(noun)
        guard let verb = tree.head(noun), verb > noun, start > tree.range.lowerBound,
            tree.tokens[start - 1].upos == .propn, tree.tokens[start].upos != .det, tree.tokens[start].tag != "PRP$"
        else { return }
        let names = tree.children(verb, in: tree.range.lowerBound..<start).first { name in
            tree.tokens[name].relation == .nsubj && tree.tokens[name].upos == .propn && !tree.isTime(name)
                && tree.end(name) == start - 1
        }
        if let names { tree.attach(names, to: noun, .compound) }
    }

    /// "Health effects": what stands right behind a noun is no object of it, for nouns have none.
    private static func joinObject(_ second: Int, _ tree: SentenceTree) {
        let first = second - 1
        guard first >= tree.range.lowerBound, tree.head(second) == first, tree.isNoun(first),
            tree.start(second) == second,
            isOneKind(tree.tokens[first].tag, tree.tokens[second].tag), tree.leftChild(first, .case_) == nil
        else { return }
        tree.promote(second, over: first, as: .compound)
        for child in tree.children(first) { tree.tokens[child].head = second }
    }

    private static func isOneKind(_ first: String, _ second: String) -> Bool {
        first == second && (first == "NN" || first == "NNP") || first == "NN" && second == "NNS"
            || first == "NNP" && second == "NNPS"
    }

    private static func joinAll(_ token: Int, _ tree: SentenceTree) {
        guard token > tree.range.lowerBound,
            tree.tokens[token].lemma == "all" || tree.tokens[token].lemma == "both",
            tree.tokens[token - 1].tag == "PRP", let head = tree.head(token), head == tree.head(token - 1)
        else { return }
        switch tree.tokens[token].relation {
        case .obj, .obl, .oblUnmarked, .nmod, .nmodUnmarked: tree.attach(token, to: token - 1, .nmod)
        default: break
        }
    }
}
