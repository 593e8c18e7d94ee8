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
                } else if words.has(index, .opinion), let match = adjective(index, token, tree, reader) {
                    found.append(match)
                } else if words.has(index, .sayNoun) || words.has(index, .stance),
                    let match = noun(index, token, tree, reader)
                {
                    found.append(match)
                }
            case .adj: if let match = adjective(index, token, tree, reader) { found.append(match) }
            default: break
            }
        }
        return found.filter { isAttribution($0.0, $0.content) }
    }

    /// Whether somebody is said to speak or think of something: not the reader ("as you know"), nor a relative pronoun.
    private func isAttribution(_ cue: SpeechCue, _ content: Range<Int>) -> Bool {
        guard !content.isEmpty, words.items[content.lowerBound].kind != .mark || isQuote(content.lowerBound) else {
            return false
        }
        guard let source = cue.source, source.count == 1 else { return true }
        return !words.isAny(source.lowerBound, .you, .that, .this)
    }

    private func isQuote(_ index: Int) -> Bool {
        words.isMark(index, "\"") || words.isMark(index, "'") || words.isMark(index, "`") || words.isMark(index, "$")
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
        if words.has(index, .opinion), let match = adjective(index, token, tree, reader) { return match }
        guard isSay || isStance || words.has(index, .claim) || opensThat(index, token) else { return nil }
        let takesThings = isSay || isStance || judges(token)
        guard isAssertive(token) || isSay && tree.child(of: token, .ccomp) != nil else { return nil }
        if let passive = passive(index, token, tree, reader) { return passive }
        guard let source = speaker(index, token, tree, reader) else { return nil }
        let cue = SpeechCue(cue: reader.cue(index), source: source)
        if let range = remarked(token) { return (cue, content: range) }
        if let clause = tree.child(of: token, .ccomp) ?? (isSay ? tree.child(of: token, .parataxis) : nil),
            let range = tree.atoms(under: clause), !range.contains(index)
        {
            return (cue, content: range.lowerBound > index ? range.lowerBound..<tree.endOfClause(token, range) : range)
        }
        guard takesThings else { return nil }
        for relation in [.xcomp, .obj, .obl, .advcl, .acl] as [Relation] {
            if let child = tree.child(of: token, relation, behind: token), let range = tree.atoms(under: child) {
                // Where, when and by whom is no content.
                if relation == .obl, words.isAny(range.lowerBound, .by, .from, .in, .during, .after, .before, .among) {
                    continue
                }
                return (cue, content: range.lowerBound..<tree.endOfClause(token, range))
            }
        }
        return nil
    }

    /// Whether a verb of any other kind has a clause with "that", "whether" or the like: "learned that", "showed how".
    private func opensThat(_ index: Int, _ token: Int) -> Bool {
        guard !words.has(index, .noClaim),
            let clause = tree.child(of: token, .ccomp, behind: token), let range = tree.atoms(under: clause)
        else { return false }
        let first = document.tokens[Int(words.items[range.lowerBound].token)]
        return first.relation == .mark && first.lemma != "for" && first.lemma != "to" || first.tag.hasPrefix("W")
    }

    /// Whether a verb takes one thing for another: "saw the offer as a trap".
    private func judges(_ token: Int) -> Bool {
        guard let object = tree.child(of: token, .obj, behind: token) else { return false }
        return [.obl, .advcl, .xcomp, .nmod].contains { (kind: Relation) in
            [token, object].contains { head in
                tree.child(of: head, kind, behind: token).flatMap(tree.atoms(under:))
                    .map { words.is($0.lowerBound, .as) } ?? false
            }
        }
    }

    /// What a clause with "as" remarks on: "As the minister pointed out, the border is shut".
    private func remarked(_ token: Int) -> Range<Int>? {
        guard tree.relation(token) == .advcl, let mark = tree.child(of: token, .mark), mark < token,
            document.tokens[mark].lemma == "as", let head = tree.head(of: token), let own = tree.atoms(under: token),
            [.ccomp, .xcomp, .obj].allSatisfy({ (kind: Relation) in tree.child(of: token, kind, behind: token) == nil })
        else { return nil }
        if head > token, words.isMark(own.upperBound, ",") || words.isMark(own.upperBound - 1, ",") {
            let end =
                words.isMark(words.range.upperBound - 1, ".") ? words.range.upperBound - 1 : words.range.upperBound
            return own.upperBound + 1 < end ? own.upperBound + 1..<end : nil
        }
        guard head < token, words.isMark(own.lowerBound - 1, ",") else { return nil }
        return words.range.lowerBound..<own.lowerBound - 1
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
        for relation in [.xcomp, .ccomp, .obl, .advcl] as [Relation] {
            guard let clause = tree.child(of: token, relation, behind: token), let range = tree.atoms(under: clause)
            else {
                continue
            }
            // "was accused of theft", "is seen as weak"
            if relation == .obl || relation == .advcl, !words.isAny(range.lowerBound, .of, .as, .for) { continue }
            return (SpeechCue(cue: cue, source: cue), content: thing.lowerBound..<tree.endOfClause(token, range))
        }
        return nil
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

    /// "the police's claim that …", "their call for …", "expressed concern about …", "growing fears that …".
    private func noun(
        _ index: Int,
        _ token: Int,
        _ tree: ClauseTree,
        _ reader: SpeakerReader
    ) -> (SpeechCue, content: Range<Int>)? {
        let kinds: [Relation] = [.acl, .ccomp, .aclRelative, .nmod]
        var range: Range<Int>?
        for relation in kinds where range == nil {
            guard let child = tree.child(of: token, relation, behind: token), let part = tree.atoms(under: child) else {
                continue
            }
            if relation == .nmod, !words.isAny(part.lowerBound, .of, .for, .about, .on) { continue }
            if relation == .aclRelative, !words.is(part.lowerBound, .that) { continue }
            range = part
        }
        guard let range else { return nil }
        let isClause = words.isAny(range.lowerBound, .that, .to)
        guard isClause || words.has(index, .sayNoun) else { return nil }
        if let owner = tree.child(of: token, .nmodPossessive), let source = tree.atoms(under: owner) {
            return (SpeechCue(cue: index..<index + 1, source: source), content: range)
        }
        // The subject of "raised doubts about", but not of "faced doubts about".
        if tree.relation(token) == .obj, let verb = tree.head(of: token), document.tokens[verb].upos == .verb,
            let at = words.range.first(where: { Int(words.items[$0].token) == verb }), at < index,
            !words.has(at, .say), let source = tree.subject(of: verb)
        {
            return (SpeechCue(cue: reader.cue(at).lowerBound..<index + 1, source: source), content: range)
        }
        guard let source = maker(token, ofClause: isClause), !source.overlaps(range)
        else { return nil }
        return (SpeechCue(cue: index..<index + 1, source: source), content: range)
    }

    /// Who makes a claim that has no owner: "a decision by the court to …", "media claims that …", "Council plans to …".
    private func maker(_ token: Int, ofClause isClause: Bool) -> Range<Int>? {
        if let agent = tree.child(of: token, .nmod, behind: token), let range = tree.nounPhrase(agent),
            words.is(range.lowerBound, .by), range.count > 1
        {
            return range.lowerBound + 1..<range.upperBound
        }
        guard isClause, let owner = tree.child(of: token, .compound), owner < token else { return nil }
        return tree.nounPhrase(owner)
    }

    /// "is worried that …", "are confident they …", "was critical of …".
    private func adjective(
        _ index: Int,
        _ token: Int,
        _ tree: ClauseTree,
        _ reader: SpeakerReader
    ) -> (SpeechCue, content: Range<Int>)? {
        guard let source = tree.subject(of: token) ?? passiveSubject(token, tree) else { return nil }
        let isOpinion = words.has(index, .opinion)
        let kinds: [Relation] = isOpinion ? [.ccomp, .xcomp, .obl, .nmod, .advcl] : [.ccomp]
        for kind in kinds {
            guard let part = tree.child(of: token, kind, behind: token), let range = tree.atoms(under: part) else {
                continue
            }
            if kind == .obl || kind == .nmod, !words.isAny(range.lowerBound, .of, .about, .to, .with, .at, .by, .for) {
                continue
            }
            return (SpeechCue(cue: isOpinion ? reader.cue(index) : index..<index + 1, source: source), content: range)
        }
        return nil
    }

    private func passiveSubject(_ token: Int, _ tree: ClauseTree) -> Range<Int>? {
        tree.child(of: token, .nsubjPassive).flatMap(tree.nounPhrase)
    }
}
