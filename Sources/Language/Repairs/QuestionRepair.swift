// "Which towns did they take?", "the bridge that rebels hold": what is asked for stands before the subject.

/// Makes the first of two subjects an object where it asks or refers back.
enum QuestionRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for verb in tree.range where tree.tokens[verb].upos == .verb {
            let before = tree.children(verb, in: tree.range.lowerBound..<verb)
            let subjects = before.filter { tree.tokens[$0].relation == .nsubj }
            if tree.tokens[verb].relation == .aclRelative, subjects.count == 1 { nameObject(of: verb, before, tree) }
            guard subjects.count == 2, asks(subjects[0], tree), !tree.hasChild(verb, .obj) else { continue }
            tree.tokens[subjects[0]].relation = .obj
        }
    }

    /// The "that" of "the bridge that rebels hold" marks nothing: it stands for the bridge.
    private static func nameObject(of verb: Int, _ before: [Int], _ tree: SentenceTree) {
        guard let first = before.first, tree.tokens[first].relation == .mark, tree.tokens[first].lemma == "that",
            let noun = tree.head(verb), !tree.hasChild(verb, .obj), !tree.hasChild(verb, .ccomp)
        else { return }
        tree.tokens[first].relation = tree.isTime(noun) ? .oblUnmarked : .obj
        tree.tokens[first].upos = .pron
        tree.tokens[first].tag = "WDT"
    }

    /// Whether a noun is a word such as "which" or "that", or has one.
    private static func asks(_ token: Int, _ tree: SentenceTree) -> Bool {
        if tree.tokens[token].tag == "WDT" || tree.tokens[token].tag == "WP" { return true }
        let first = tree.tokens[tree.start(token)].tag
        return first == "WDT" || first == "WP" || first == "WRB"
    }
}
