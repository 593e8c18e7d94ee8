// "The US on Tuesday night carried out strikes": the night belongs to the verb, not to the US.

/// Moves times from the subject before a verb to the verb.
enum TemporalRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for token in tree.range where tree.isTime(token) {
            let relation = tree.tokens[token].relation
            guard relation == .nmod || relation == .nmodUnmarked || relation == .nmodTemporal,
                let noun = tree.head(token), noun < token, let verb = tree.head(noun), verb > token,
                tree.tokens[verb].upos == .verb
            else { continue }
            let subject = tree.tokens[noun].relation
            guard subject == .nsubj || subject == .nsubjPassive else { continue }
            if let marker = tree.leftChild(token, .case_) {
                guard tree.tokens[marker].lemma == "on" || isNamed(token, tree) else { continue }
                tree.attach(token, to: verb, .obl)
            } else if isNamed(token, tree) {
                tree.attach(token, to: verb, .oblUnmarked)
            }
        }
    }

    /// A weekday or a month, also before "night" and the like; "the events of last year" stay with their noun.
    private static func isNamed(_ token: Int, _ tree: SentenceTree) -> Bool {
        if tree.leftChild(token, .case_).map({ tree.tokens[$0].lemma == "of" }) ?? false { return false }
        if tree.tokens[token].upos == .propn { return true }
        return tree.children(token, in: tree.range.lowerBound..<token).contains {
            tree.isTime($0) && tree.tokens[$0].upos == .propn
        }
    }
}
