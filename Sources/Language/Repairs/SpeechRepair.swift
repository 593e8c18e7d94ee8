// "We call on them to stop," Austin added: the verb of saying at the end is the head, what was said its complement.

/// Turns a verb of saying that was joined to what it reports into its head.
enum SpeechRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for verb in tree.range where tree.tokens[verb].upos == .verb {
            nameSpeaker(of: verb, tree)
            if tree.isSpeech(verb) { gatherSaid(by: verb, tree) }
        }
        guard let saying = tree.range.last(where: { isClosingSpeech($0, tree) }), let said = tree.head(saying),
            tree.head(said) == nil
        else { return }
        tree.promote(saying, over: said, as: .ccomp)
        for child in tree.children(said, in: saying..<tree.range.upperBound) where child > saying {
            tree.attach(child, to: saying, tree.tokens[child].relation)
        }
    }

    /// "They attacked, killing three, the army said": what stands before the speaker was said and not done by saying it.
    private static func gatherSaid(by verb: Int, _ tree: SentenceTree) {
        let children = tree.children(verb)
        guard let said = children.first(where: { $0 < verb && tree.tokens[$0].relation == .ccomp }),
            let speaker = children.first(where: { $0 > said && tree.tokens[$0].relation == .nsubj })
        else { return }
        let end = min(verb, tree.start(speaker)) - 1
        guard end > said, tree.tokens[end].tag == "," || tree.tokens[end].tag == "''" else { return }
        for child in children where said < child && child < end && tree.tokens[child].tag == "VBG" {
            let start = tree.start(child)
            let comma = tree.tokens[start].tag == "," ? start : start - 1
            if tree.tokens[child].relation == .advcl, comma > said, tree.tokens[comma].tag == "," {
                tree.attach(child, to: said, .advcl)
            }
        }
    }

    /// Whoever stands behind ", said" is no object but speaks.
    private static func nameSpeaker(of verb: Int, _ tree: SentenceTree) {
        guard tree.tokens[verb].tag == "VBD" || tree.tokens[verb].tag == "VBZ", verb > tree.range.lowerBound,
            tree.tokens[verb].lemma == "say" || tree.tokens[verb].lemma == "add",
            tree.tokens[verb - 1].tag == "," || tree.tokens[verb - 1].tag == "''",
            !tree.hasChild(verb, .nsubj)
        else { return }
        let objects = tree.children(verb, in: verb..<tree.range.upperBound).filter { tree.tokens[$0].relation == .obj }
        guard objects.count == 1, let speaker = objects.first, tree.start(speaker) == verb + 1 else { return }
        tree.tokens[speaker].relation = .nsubj
    }

    private static func isClosingSpeech(_ token: Int, _ tree: SentenceTree) -> Bool {
        let verb = tree.tokens[token]
        guard verb.upos == .verb, verb.tag == "VBD" || verb.tag == "VBZ" || verb.tag == "VBP", tree.isSpeech(token)
        else { return false }
        switch verb.relation {
        case .conj, .parataxis, .dep, .acl, .advcl, .list, .appos: break
        default: return false
        }
        guard let head = verb.head, head < token else { return false }
        var hasSubject = false
        for child in tree.children(token) {
            switch tree.tokens[child].relation {
            case .cc, .ccomp, .obj, .xcomp, .mark: return false
            case .nsubj: hasSubject = true
            default: break
            }
        }
        return hasSubject && endsSentence(token, tree) && followsQuote(tree.start(token), tree)
    }

    private static func endsSentence(_ token: Int, _ tree: SentenceTree) -> Bool {
        ((tree.end(token) + 1)..<tree.range.upperBound).allSatisfy { tree.tokens[$0].upos == .punct }
    }

    /// A comma or a quotation mark must stand before who speaks, or open that part.
    private static func followsQuote(_ start: Int, _ tree: SentenceTree) -> Bool {
        if tree.tokens[start].upos == .punct { return tree.tokens[start].tag == "," || tree.tokens[start].tag == "''" }
        guard start > tree.range.lowerBound else { return false }
        let tag = tree.tokens[start - 1].tag
        return tag == "," || tag == "''"
    }
}
