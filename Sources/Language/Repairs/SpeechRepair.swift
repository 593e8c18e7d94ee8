// "We call on them to stop," Austin added: the verb of saying at the end is the head, what was said its complement.

/// Turns a verb of saying that was joined to what it reports into its head.
enum SpeechRepair: TreeRepair {
    static func apply(to tree: SentenceTree) {
        for verb in tree.range { nameSpeaker(of: verb, tree) }
        guard let saying = tree.range.last(where: { isClosingSpeech($0, tree) }), let said = tree.head(saying),
            tree.head(said) == nil
        else { return }
        tree.promote(saying, over: said, as: .ccomp)
        for child in tree.children(said, in: saying..<tree.range.upperBound) where child > saying {
            tree.attach(child, to: saying, tree.tokens[child].relation)
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
