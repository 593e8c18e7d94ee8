// Indirect speech by the tree: verbs with a clause, an infinitive or a thing that is said, thought, wanted or decided.

/// The reader of attributions in one parsed sentence.
struct ClauseSpeech {
    let words: AtomCursor
    let document: Document
    let tree: ClauseTree

    /// The attributions of the sentence as cue and content, without those whose cue is found already.
    func attributions(isTaken: (Int) -> Bool) -> [(SpeechCue, content: Range<Int>)] {
        let reader = SpeakerReader(words: words, document: document)
        var found: [(SpeechCue, content: Range<Int>)] = []
        for index in words.range where !isTaken(index) && !isGluedPart(index) {
            let token = Int(words.items[index].token)
            switch document.tokens[token].upos {
            case .verb: if let match = verb(index, token, tree, reader) { found.append(match) }
            case .noun:
                // "Clinton plans to call" is often tagged as two nouns; its tree has a subject all the same.
                if tree.child(of: token, .nsubj) != nil, tree.child(of: token, .cop) == nil,
                    let match = verb(index, token, tree, reader)
                {
                    found.append(match)
                } else if words.has(index, .sayNoun), let match = noun(index, token, tree) {
                    found.append(match)
                }
            case .adj: if let match = adjective(index, token, tree) { found.append(match) }
            default: break
            }
        }
        return found.filter { !$0.content.isEmpty }
    }

    /// Whether an atom is a later part of a token, which the first part already speaks for.
    private func isGluedPart(_ index: Int) -> Bool {
        index > words.range.lowerBound && words.items[index - 1].token == words.items[index].token
    }

    private func verb(
        _ index: Int,
        _ token: Int,
        _ tree: ClauseTree,
        _ reader: SpeakerReader
    ) -> (SpeechCue, content: Range<Int>)? {
        let isSay = words.has(index, .say)
        let isStance = words.has(index, .stance)
        guard isSay || isStance || words.has(index, .claim) else { return nil }
        guard isAssertive(token) || isSay && tree.child(of: token, .ccomp) != nil else { return nil }
        if let passive = passive(index, token, tree, reader) { return passive }
        guard let source = speaker(index, token, tree, reader) else { return nil }
        let cue = SpeechCue(cue: reader.cue(index), source: source)
        if let clause = tree.child(of: token, .ccomp) ?? (isSay ? tree.child(of: token, .parataxis) : nil),
            let range = tree.atoms(under: clause), !range.contains(index)
        {
            return (cue, content: range.lowerBound > index ? range.lowerBound..<tree.endOfClause(token, range) : range)
        }
        guard isSay || isStance else { return nil }
        for relation in [.xcomp, .obj, .obl, .advcl, .acl] as [Relation] {
            if let child = tree.child(of: token, relation, behind: token), let range = tree.atoms(under: child) {
                return (cue, content: range.lowerBound..<tree.endOfClause(token, range))
            }
        }
        return nil
    }

    /// "is backed by the council", said of the agent; "is expected to resign", where the verb itself is all there is.
    private func passive(
        _ index: Int,
        _ token: Int,
        _ tree: ClauseTree,
        _ reader: SpeakerReader
    ) -> (SpeechCue, content: Range<Int>)? {
        guard let subject = tree.child(of: token, .nsubjPassive), let thing = tree.atoms(under: subject),
            thing.upperBound <= index
        else { return nil }
        let cue = reader.cue(index)
        for relation in [.oblAgent, .obl] as [Relation] {
            guard let agent = tree.child(of: token, relation, behind: token), let source = tree.atoms(under: agent),
                words.is(source.lowerBound, .by), source.count > 1
            else { continue }
            return (SpeechCue(cue: cue, source: source.lowerBound + 1..<source.upperBound), content: thing)
        }
        guard let clause = tree.child(of: token, .xcomp, behind: token) ?? tree.child(of: token, .ccomp, behind: token),
            let range = tree.atoms(under: clause)
        else { return nil }
        return (SpeechCue(cue: cue, source: cue), content: thing.lowerBound..<tree.endOfClause(token, range))
    }

    /// The subject in the tree; where that is a bare article, the noun phrase before the verb.
    private func speaker(_ index: Int, _ token: Int, _ tree: ClauseTree, _ reader: SpeakerReader) -> Range<Int>? {
        guard let source = tree.subject(of: token) else { return nil }
        guard source.count == 1, words.isAny(source.lowerBound, .the, .a, .an) else { return source }
        return reader.before(index)
    }

    /// Whether a verb says that somebody does what it means: finite, or a participle beside a finite verb.
    private func isAssertive(_ token: Int) -> Bool {
        let tag = document.tokens[token].tag
        switch document.tokens[token].relation {
        case .acl: return tag == "VBG"
        default: return tag != "VB" || document.tokens[token].relation != .advcl
        }
    }

    /// "the police's claim that …", "their call for …".
    private func noun(_ index: Int, _ token: Int, _ tree: ClauseTree) -> (SpeechCue, content: Range<Int>)? {
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
    private func adjective(_ index: Int, _ token: Int, _ tree: ClauseTree) -> (SpeechCue, content: Range<Int>)? {
        guard let clause = tree.child(of: token, .ccomp), clause > token, let range = tree.atoms(under: clause),
            let source = tree.subject(of: token)
        else { return nil }
        return (SpeechCue(cue: index..<index + 1, source: source), content: range)
    }
}
