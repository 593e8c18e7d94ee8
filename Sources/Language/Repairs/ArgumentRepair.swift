// A noun with a preposition is no subject and no object.

/// Turns arguments that have a preposition into obliques or modifiers.
enum ArgumentRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for token in tree.range {
            switch tree.tokens[token].relation {
            case .obj, .iobj, .nsubj, .nsubjPassive: break
            default: continue
            }
            guard let marker = tree.leftChild(token, .case_), tree.tokens[marker].upos == .adp,
                isPlain(tree.tokens[marker].lemma), let head = tree.head(token)
            else { continue }
            switch tree.tokens[head].upos {
            case .verb, .aux, .adj, .adv: tree.tokens[token].relation = .obl
            default: tree.tokens[token].relation = .nmod
            }
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
