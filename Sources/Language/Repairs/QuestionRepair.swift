// "Which towns did they take?", "the bridge that rebels hold": what is asked for stands before the subject.

/// Makes the first of two subjects an object where it asks or refers back.
enum QuestionRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for verb in tree.range where tree.tokens[verb].upos == .verb {
            let before = tree.children(verb, in: tree.range.lowerBound..<verb)
            let subjects = before.filter { tree.tokens[$0].relation == .nsubj }
            guard subjects.count == 2, asks(subjects[0], tree), !tree.hasChild(verb, .obj) else { continue }
            tree.tokens[subjects[0]].relation = .obj
        }
    }

    /// Whether a noun is a word such as "which" or "that", or has one.
    private static func asks(_ token: Int, _ tree: SentenceTree) -> Bool {
        if tree.tokens[token].tag == "WDT" || tree.tokens[token].tag == "WP" { return true }
        let first = tree.tokens[tree.start(token)].tag
        return first == "WDT" || first == "WP" || first == "WRB"
    }
}
