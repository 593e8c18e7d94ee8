// "Gave them a chance", "called it a day": what the first and the second thing behind a verb are to it.

/// Tells receivers, names and times from objects where a verb has two nouns behind it.
enum ObjectRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for verb in tree.range where tree.tokens[verb].upos == .verb {
            nameAlone(behind: verb, tree)
            let nouns = tree.children(verb, in: verb..<tree.range.upperBound).filter { isNoun($0, tree) }
            for noun in nouns where tree.tokens[noun].relation == .obj && isNamedTime(noun, of: verb, tree) {
                tree.tokens[noun].relation = .oblUnmarked
            }
            if let listener = listener(of: verb, nouns, tree) { tree.tokens[listener].relation = .iobj }
            let bare = nouns.filter { tree.tokens[$0].relation == .obj || tree.tokens[$0].relation == .oblUnmarked }
            guard bare.count > 1, tree.tokens[bare[0]].relation == .obj, isUnbroken(verb, bare[1], tree) else {
                continue
            }
            name(bare[0], bare[1], of: verb, tree)
        }
    }

    /// What is no object whatever else the verb has: "remained a soldier", "was called a soldier", "did it this way".
    private static func nameAlone(behind verb: Int, _ tree: SentenceTree) {
        let objects = tree.objects(verb)
        guard let first = objects.first else { return }
        let lemma = tree.tokens[verb].lemma
        if lemma == "remain" || lemma == "become" || lemma == "seem" {
            tree.tokens[first].relation = .xcomp
        } else if objects.count == 1, isNaming(lemma), tree.tokens[verb].tag == "VBN",
            tree.tokens[max(verb - 1, tree.range.lowerBound)].tag != "HYPH",
            !tree.hasChild(verb, where: { $0 == .nsubj }), !isPerfect(verb, tree)
        {
            tree.tokens[first].relation = .xcomp
        }
        for object in objects where isAdverbial(object, after: first, of: lemma, tree) {
            tree.tokens[object].relation = .oblUnmarked
        }
    }

    private static func isPerfect(_ verb: Int, _ tree: SentenceTree) -> Bool {
        !tree.hasChild(verb, .auxPassive)
            && tree.children(verb).contains { tree.tokens[$0].relation == .aux && tree.tokens[$0].lemma == "have" }
    }

    /// "This way", "tomorrow", "she did it herself", "it helps them a lot", "prices rose 60 cents".
    private static func isAdverbial(_ object: Int, after first: Int, of verb: String, _ tree: SentenceTree) -> Bool {
        switch tree.tokens[object].lemma {
        case "way":
            return !hasManner(verb)
                && tree.children(object).contains { ["this", "that", "which"].contains(tree.tokens[$0].lemma) }
        case "today", "tomorrow", "yesterday", "tonight": return verb != "spend" && verb != "take"
        case "lot", "bit", "while", "deal":
            return object > first && tree.end(object) == object
                && tree.children(object).contains { tree.tokens[$0].lemma == "a" }
        case let lemma where lemma.hasSuffix("self") || lemma.hasSuffix("selves"): return object > first
        default: return isRise(verb) && isMeasure(object, tree)
        }
    }

    /// Verbs of prices and figures that go up or down by so much.
    private static func isRise(_ lemma: String) -> Bool {
        switch lemma {
        case "rise", "fall", "climb", "jump", "surge", "soar", "plunge", "tumble", "slide", "slip", "drop", "advance",
            "decline", "increase", "decrease", "shrink", "grow":
            true
        default: false
        }
    }

    private static func isMeasure(_ token: Int, _ tree: SentenceTree) -> Bool {
        switch tree.tokens[token].lemma {
        case "percent", "%", "cent", "point", "dollar", "euro", "degree", "fold", "notch", "basis":
            tree.hasChild(token, .nummod)
        case "$", "€", "£": true
        default: false
        }
    }

    /// Verbs that have ways for objects.
    private static func hasManner(_ lemma: String) -> Bool {
        switch lemma {
        case "find", "see", "like", "prefer", "know", "choose", "have", "make", "pave", "take", "want", "show", "lead":
            true
        default: false
        }
    }

    private static func name(_ first: Int, _ second: Int, of verb: Int, _ tree: SentenceTree) {
        let lemma = tree.tokens[verb].lemma
        let isObject = tree.tokens[second].relation == .obj
        if isGiving(lemma), isObject || !tree.isTime(second) && lemma != "get" {
            tree.tokens[first].relation = .iobj
            tree.tokens[second].relation = .obj
        } else if isNaming(lemma), isObject {
            tree.tokens[second].relation = .xcomp
        }
    }

    /// The one that is told, where nothing but a clause or a name for what is told follows: "told him that", "asked her".
    private static func listener(of verb: Int, _ nouns: [Int], _ tree: SentenceTree) -> Int? {
        let objects = nouns.filter { tree.tokens[$0].relation == .obj }
        let lemma = tree.tokens[verb].lemma
        guard objects.count == 1, let only = objects.first else { return nil }
        let saysWhat = tree.children(verb, in: only..<tree.range.upperBound).contains {
            tree.tokens[$0].relation == .ccomp || tree.tokens[$0].relation == .xcomp && tree.hasChild($0, .mark)
        }
        if saysWhat { return isTelling(lemma) || isLetting(lemma) ? only : nil }
        if isTelling(lemma), tree.tokens[only].upos == .pron || tree.tokens[only].upos == .propn { return only }
        return isInforming(lemma) ? only : nil
    }

    private static func isNoun(_ token: Int, _ tree: SentenceTree) -> Bool {
        switch tree.tokens[token].upos {
        case .noun, .propn, .pron, .num, .sym, .adj: true
        default: false
        }
    }

    /// Whether nothing but the nouns' own words stands between a verb and its second noun.
    private static func isUnbroken(_ verb: Int, _ second: Int, _ tree: SentenceTree) -> Bool {
        ((verb + 1)..<second).allSatisfy { token in
            switch tree.tokens[token].upos {
            case .punct, .cconj, .verb, .aux, .sconj: false
            default: true
            }
        }
    }

    /// A weekday, "every day", "last week": when something was done, except with verbs that spend time.
    private static func isNamedTime(_ token: Int, of verb: Int, _ tree: SentenceTree) -> Bool {
        guard tree.isTime(token) || tree.tokens[token].lemma == "time" else { return false }
        switch tree.tokens[verb].lemma {
        case "spend", "take", "waste", "mark", "celebrate", "commemorate": return false
        default: break
        }
        if tree.tokens[token].upos == .propn, tree.children(token).isEmpty { return true }
        return tree.children(token, in: verb..<token).contains { child in
            switch tree.tokens[child].lemma {
            case "every", "this", "last", "next", "each", "that": true
            default: false
            }
        }
    }

    /// Verbs with a receiver and a thing.
    static func isGiving(_ lemma: String) -> Bool {
        switch lemma {
        case "give", "show", "offer", "send", "teach", "bring", "get", "pay", "cost", "buy", "promise", "save", "hand",
            "lend", "loan", "owe", "deny", "grant", "award", "tell", "ask", "afford", "leave", "earn", "write", "mail",
            "feed", "pass", "sell", "wish", "allow", "guarantee", "charge", "serve", "assign", "spare", "refuse",
            "deal",
            "read", "email", "forgive", "cause", "throw", "quote":
            true
        default: false
        }
    }

    /// Verbs whose only object is a listener.
    private static func isTelling(_ lemma: String) -> Bool {
        switch lemma {
        case "tell", "ask", "inform", "assure", "reassure", "convince", "remind", "warn", "advise", "persuade",
            "notify", "email", "trust", "pay", "charge", "instruct":
            true
        default: false
        }
    }

    /// Verbs whose only object is a listener also where it is a common noun: "told the truth", but "warned the town".
    private static func isInforming(_ lemma: String) -> Bool {
        switch lemma {
        case "inform", "notify", "remind", "assure", "reassure", "convince", "warn", "advise", "persuade": true
        default: false
        }
    }

    /// Verbs whose object is a listener where a clause follows, as the treebanks have it.
    private static func isLetting(_ lemma: String) -> Bool {
        switch lemma {
        case "allow", "urge", "cause", "trust", "teach": true
        default: false
        }
    }

    /// Verbs with a thing and what it is called or made.
    static func isNaming(_ lemma: String) -> Bool {
        switch lemma {
        case "call", "name", "declare", "proclaim", "elect", "appoint", "dub", "brand", "label", "consider", "deem":
            true
        default: false
        }
    }
}
