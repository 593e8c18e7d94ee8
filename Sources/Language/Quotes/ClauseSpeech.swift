// Indirect speech by the tree: verbs with a clause, an infinitive or a thing that is said, thought, wanted or decided.

/// The reader of attributions in one parsed sentence.
struct ClauseSpeech {
    let words: AtomCursor
    let document: Document

    /// The attributions of the sentence as cue and content.
    func attributions(isTaken: (Int) -> Bool) -> [(SpeechCue, content: Range<Int>)] {
        let tree = SentenceTree(words: words, document: document)
        let reader = SpeakerReader(words: words, document: document)
        var found: [(SpeechCue, content: Range<Int>)] = []
        for index in words.range where !isTaken(index) && !isGluedPart(index) {
            if words.is(index, .according), words.is(index + 1, .to), let source = reader.after(index + 1) {
                let cue = SpeechCue(cue: index..<index + 2, source: source, isInverted: true)
                let isEarly = index - words.range.lowerBound < words.range.upperBound - source.upperBound
                found.append(
                    (
                        cue,
                        content: isEarly ? source.upperBound..<words.range.upperBound : words.range.lowerBound..<index
                    )
                )
                continue
            }
            let token = Int(words.items[index].token)
            if document.tokens[token].upos == .verb {
                if let match = verb(index, token, tree, reader) { found.append(match) }
            } else if words.has(index, .sayNoun), document.tokens[token].upos == .noun,
                let match = noun(index, token, tree)
            {
                found.append(match)
            } else if document.tokens[token].upos == .adj, let match = adjective(index, token, tree) {
                found.append(match)
            }
        }
        return found.filter { !$0.content.isEmpty }
    }

    /// Whether an atom is a later part of a token, which the first part already speaks for.
    private func isGluedPart(_ index: Int) -> Bool {
        index > words.range.lowerBound && words.items[index - 1].token == words.items[index].token
    }

    private func verb(_ index: Int, _ token: Int, _ tree: SentenceTree, _ reader: SpeakerReader) -> (
        SpeechCue, content: Range<Int>
    )? {
        let isSay = words.has(index, .say)
        let isStance = words.has(index, .stance)
        let clause = tree.child(of: token, .ccomp) ?? (isSay || isStance ? tree.child(of: token, .parataxis) : nil)
        let cue = reader.cue(index)
        guard let source = tree.subject(of: token) else { return nil }
        if let clause, let range = tree.atoms(under: clause), !range.contains(index) || range.lowerBound > index {
            return (SpeechCue(cue: cue, source: source), content: range)
        }
        if isSay || isStance, tree.relation(token) == .parataxis || tree.relation(token) == .root,
            let around = tree.around(token, source)
        {
            if tree.child(of: token, .xcomp) == nil, tree.child(of: token, .obj) == nil {
                return (SpeechCue(cue: cue, source: source), content: around)
            }
        }
        guard isSay || isStance else { return nil }
        for relation in [.xcomp, .obj, .obl, .advcl] as [Relation] {
            if let child = tree.child(of: token, relation), child > token, let range = tree.atoms(under: child) {
                return (SpeechCue(cue: cue, source: source), content: range)
            }
        }
        return nil
    }

    /// "the police's claim that …", "their call for …".
    private func noun(_ index: Int, _ token: Int, _ tree: SentenceTree) -> (SpeechCue, content: Range<Int>)? {
        guard let owner = tree.child(of: token, .nmodPossessive), let source = tree.atoms(under: owner) else {
            return nil
        }
        for relation in [.acl, .ccomp, .nmod] as [Relation] {
            if let child = tree.child(of: token, relation), child > token, let range = tree.atoms(under: child) {
                return (SpeechCue(cue: index..<index + 1, source: source), content: range)
            }
        }
        return nil
    }

    /// "is worried that …", "are confident they …".
    private func adjective(_ index: Int, _ token: Int, _ tree: SentenceTree) -> (SpeechCue, content: Range<Int>)? {
        guard let clause = tree.child(of: token, .ccomp), clause > token, let range = tree.atoms(under: clause),
            let source = tree.subject(of: token)
        else { return nil }
        return (SpeechCue(cue: index..<index + 1, source: source), content: range)
    }
}
