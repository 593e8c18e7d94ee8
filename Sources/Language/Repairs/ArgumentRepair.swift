// A noun with a preposition is no subject and no object.

/// Turns arguments that have a preposition into obliques or modifiers.
enum ArgumentRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for token in tree.range {
            switch tree.tokens[token].relation {
            case .obj, .iobj, .nsubj, .nsubjPassive: break
            default: continue
            }
            guard let marker = tree.leftChild(token, .case_), let head = tree.head(token) else { continue }
            let isObject = tree.tokens[token].relation == .obj || tree.tokens[token].relation == .iobj
            guard
                isPlain(tree.tokens[marker].lemma) && tree.tokens[marker].upos == .adp
                    || isObject && !mayCount(marker, token, tree)
            else { continue }
            switch tree.tokens[head].upos {
            case .verb, .aux, .adj, .adv: tree.tokens[token].relation = .obl
            default: tree.tokens[token].relation = .nmod
            }
        }
    }

    /// Whether a word before an object may tell how many: "over 200 people", "at least five", "like a dozen".
    private static func mayCount(_ marker: Int, _ token: Int, _ tree: SentenceTree) -> Bool {
        switch tree.tokens[marker].upos {
        case .adp, .sconj, .adj, .verb: break
        default: return tree.tokens[marker].lemma != "instead" && tree.tokens[marker].lemma != "rather"
        }
        switch tree.tokens[marker].lemma {
        case "about", "over", "around", "under", "up", "like", "between", "above", "below", "more", "less", "plus",
            "near", "close", "upwards":
            return true
        default: return tree.tokens[token].upos == .num || tree.hasChild(token, .nummod)
        }
    }

    /// Prepositions that count nothing, unlike "over 200 people" and "about half".
    private static func isPlain(_ lemma: String) -> Bool {
        switch lemma {
        case "in", "on", "by", "from", "with", "during", "for", "against": true
        default: false
        }
    }
}
