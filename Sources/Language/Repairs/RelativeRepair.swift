// "The city that we speak of", "the day that he left", "told the office that he left": what a "that" stands for.

/// Tells the objects of relative clauses from obliques, and marks from pronouns.
enum RelativeRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for pronoun in tree.range where tree.tokens[pronoun].relation == .obj || tree.tokens[pronoun].relation == .mark
        {
            guard isPronoun(tree.tokens[pronoun]), let verb = tree.head(pronoun), verb > pronoun else { continue }
            if let preposition = stranded(behind: verb, for: pronoun, tree) {
                tree.tokens[pronoun].relation = .obl
                tree.attach(preposition, to: pronoun, .case_)
            } else if tree.tokens[pronoun].lemma == "that", tree.tokens[verb].relation == .aclRelative,
                let noun = tree.head(verb)
            {
                name(pronoun, of: verb, after: noun, tree)
            }
        }
    }

    private static func isPronoun(_ token: Token) -> Bool {
        switch token.lemma {
        case "that": return token.tag == "WDT" || token.tag == "IN"
        case "which", "who", "whom", "what": return token.relation == .obj && (token.tag == "WDT" || token.tag == "WP")
        default: return false
        }
    }

    /// A preposition behind the verb that has no noun of its own.
    private static func stranded(behind verb: Int, for pronoun: Int, _ tree: SentenceTree) -> Int? {
        guard tree.tokens[verb].upos == .verb || tree.tokens[verb].upos == .adj,
            tree.tokens[pronoun].relation == .obj || tree.tokens[verb].relation == .aclRelative
        else { return nil }
        return ((verb + 1)..<min(verb + 9, tree.range.upperBound)).first { token in
            guard tree.head(token) == verb, tree.tokens[token].upos == .adp, tree.tokens[token].tag == "IN" else {
                return false
            }
            switch tree.tokens[token].relation {
            case .case_, .obl, .advmod, .mark, .dep, .compound: return tree.children(token).isEmpty
            default: return false
            }
        }
    }

    private static func name(_ pronoun: Int, of verb: Int, after noun: Int, _ tree: SentenceTree) {
        guard tree.hasChild(verb, where: { $0 == .nsubj || $0 == .nsubjPassive }) else { return }
        if tree.isTime(noun) || ["time", "way", "reason"].contains(tree.tokens[noun].lemma) {
            if tree.tokens[pronoun].relation == .obj, !isSpending(tree.tokens[verb].lemma) {
                tree.tokens[pronoun].relation = .oblUnmarked
            }
        } else if leavesNoPlace(verb, for: pronoun, tree) {
            mark(pronoun, verb, after: noun, tree)
        }
    }

    /// Whether a verb can have no further object: it has one, never has any, or is passive.
    private static func leavesNoPlace(_ verb: Int, for pronoun: Int, _ tree: SentenceTree) -> Bool {
        if ObjectRepair.isGiving(tree.tokens[verb].lemma) { return false }
        if !tree.objects(verb).isEmpty || tree.hasChild(verb, .nsubjPassive) { return true }
        let marks = tree.marks(verb)
        return marks.contains(.bare) && !marks.contains(.object) && tree.tokens[pronoun].relation == .obj
    }

    /// A clause that lacks nothing, behind someone who is told it or a noun that says what it is.
    private static func mark(_ pronoun: Int, _ verb: Int, after noun: Int, _ tree: SentenceTree) {
        if tree.tokens[noun].relation == .obl, let teller = tree.head(noun), teller < noun,
            tree.tokens[teller].upos == .verb, tree.marks(teller).contains(.clause), !tree.hasChild(teller, .ccomp)
        {
            tree.attach(verb, to: teller, .ccomp)
        } else {
            tree.tokens[verb].relation = .acl
        }
        tree.tokens[pronoun].relation = .mark
        tree.tokens[pronoun].upos = .sconj
        tree.tokens[pronoun].tag = "IN"
    }

    /// Verbs that have times for objects.
    private static func isSpending(_ lemma: String) -> Bool {
        switch lemma {
        case "spend", "waste", "take", "have", "need", "want", "serve", "lose": true
        default: false
        }
    }
}
