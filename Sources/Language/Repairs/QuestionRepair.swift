// "Which towns did they take?", "the bridge that rebels hold": what is asked for stands before the subject.

/// Makes the first of two subjects an object where it asks or refers back, and finds the clause of what is known.
enum QuestionRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for word in tree.range where tree.tokens[word].tag == "WP" { ask(word, tree) }
        for verb in tree.range where tree.tokens[verb].upos == .verb {
            let before = tree.children(verb, in: tree.range.lowerBound..<verb)
            let subjects = before.filter { tree.tokens[$0].relation == .nsubj }
            if tree.tokens[verb].relation == .aclRelative, subjects.count == 1 { nameObject(of: verb, before, tree) }
            if let object = before.first(where: { tree.tokens[$0].relation == .obj }), asks(object, tree) {
                pass(object, on: verb, tree)
            }
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

    /// "What would you like to do": what is asked for is done, not liked.
    private static func pass(_ object: Int, on verb: Int, _ tree: SentenceTree) {
        var inner = verb
        while takesInfinitive(tree.tokens[inner].lemma) {
            let behind = tree.children(inner, in: (inner + 1)..<max(inner + 1, tree.range.upperBound))
            let verbs = behind.filter { tree.tokens[$0].relation == .xcomp && tree.tokens[$0].upos == .verb }
            guard verbs.count == 1, let next = verbs.first,
                !behind.contains(where: { tree.tokens[$0].relation == .obj || tree.tokens[$0].relation == .ccomp }),
                !tree.hasChild(next, where: { $0 == .obj || $0 == .ccomp || $0 == .auxPassive })
            else { break }
            inner = next
        }
        if inner != verb, tree.marks(inner).contains(.object) { tree.attach(object, to: inner, .obj) }
    }

    /// Verbs of wanting and trying, whose object is what is to be done.
    private static func takesInfinitive(_ lemma: String) -> Bool {
        switch lemma {
        case "want", "like", "love", "wish", "hope", "try", "attempt", "seek", "decide", "plan", "intend", "expect",
            "prefer", "choose", "need", "have", "begin", "start", "continue", "manage", "agree", "refuse", "fail":
            true
        default: false
        }
    }

    /// Whether a noun is a word such as "which" or "that", or has one.
    private static func asks(_ token: Int, _ tree: SentenceTree) -> Bool {
        if tree.tokens[token].tag == "WDT" || tree.tokens[token].tag == "WP" { return true }
        let first = tree.tokens[tree.start(token)].tag
        return first == "WDT" || first == "WP" || first == "WRB"
    }

    /// "They know what he did": the clause is known, what stands before it belongs to it.
    private static func ask(_ word: Int, _ tree: SentenceTree) {
        guard tree.tokens[word].relation == .obj, let knowing = tree.head(word), knowing < word,
            isKnowing(tree.tokens[knowing].lemma),
            tree.tokens[knowing].lemma != "find" || tree.hasChild(knowing, .compoundParticle),
            tree.tokens[word].lemma != "whom"
        else { return }
        let clauses = tree.children(word).filter { tree.tokens[$0].relation != .punct }
        guard clauses.count == 1, let verb = clauses.first, verb > word, tree.tokens[verb].upos == .verb,
            tree.tokens[verb].relation == .aclRelative, !tree.hasChild(verb, .nsubjPassive)
        else { return }
        tree.tokens[verb].head = knowing
        tree.tokens[verb].relation = .ccomp
        guard tree.hasChild(verb, where: { $0 == .nsubj || $0 == .expl }) else {
            tree.tokens[word].head = verb
            tree.tokens[word].relation = .nsubj
            return
        }
        let inner = tree.children(verb).first { tree.tokens[$0].relation == .xcomp && tree.tokens[$0].upos == .verb }
        tree.tokens[word].head = inner.flatMap { tree.hasChild($0, .obj) ? nil : $0 } ?? verb
    }

    /// Verbs with questions for their objects.
    private static func isKnowing(_ lemma: String) -> Bool {
        switch lemma {
        case "know", "see", "tell", "wonder", "ask", "learn", "remember", "figure", "find", "decide", "mention", "say",
            "show", "guess", "imagine":
            true
        default: false
        }
    }
}
