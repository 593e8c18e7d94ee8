// Indirect speech by words alone, for sentences that nobody has parsed: "X said that …", "…, X said", "according to X".

/// The reader of indirect speech in one sentence.
struct IndirectSpeech {
    let words: AtomCursor
    let document: Document
    /// The tree of the sentence, or nil where nobody has parsed it.
    let tree: ClauseTree?

    /// The attributions of the sentence as cue and content.
    func attributions(isTaken: (Int) -> Bool) -> [(SpeechCue, content: Range<Int>)] {
        let reader = SpeakerReader(words: words, document: document)
        var found: [(SpeechCue, content: Range<Int>)] = []
        for index in words.range where words.items[index].word != 0 && !isTaken(index) {
            if words.is(index, .according), words.is(index + 1, .to), let source = reader.phrase(from: index + 2) {
                let cue = SpeechCue(cue: index..<index + 2, source: source, isInverted: true)
                let rest = source.upperBound..<max(source.upperBound, lastWord)
                found.append(
                    (
                        cue,
                        content: index - words.range.lowerBound > lastWord - source.upperBound
                            ? words.range.lowerBound..<index : rest
                    )
                )
            } else if reader.isSay(index), let match = saying(index, reader) {
                found.append(match)
            }
        }
        return found.filter { !$0.content.isEmpty }
    }

    /// The atom after the last one that is not the sentence's closing mark.
    private var lastWord: Int {
        var end = words.range.upperBound
        while end > words.range.lowerBound, words.isMark(end - 1, ".") { end -= 1 }
        return end
    }

    private func saying(_ verb: Int, _ reader: SpeakerReader) -> (SpeechCue, content: Range<Int>)? {
        let token = Int(words.items[verb].token)
        let behind = tree.map { tree in
            [.ccomp, .obj, .xcomp].contains { (relation: Relation) in
                tree.child(of: token, relation, behind: token) != nil
            }
        }
        // An infinitive says nothing by itself: "to confirm the address".
        if document.tokens[token].tag == "VB", tree?.child(of: token, .ccomp) == nil, words.is(verb - 1, .to) {
            return nil
        }
        let start = words.range.lowerBound
        if words.isMark(verb - 1, ",") || words.isMark(verb - 1, "\""), verb - start > 3,
            let source = reader.after(verb)
        {
            return (SpeechCue(cue: verb..<verb + 1, source: source, isInverted: true), content: start..<verb - 1)
        }
        let before = ownSubject(token, tree, verb) ?? reader.before(verb)
        if let before, words.isMark(before.lowerBound - 1, ","), before.lowerBound - start > 3,
            before.upperBound <= verb
        {
            let cue = SpeechCue(cue: reader.cue(verb), source: before)
            // "…, he said, …": the sentence goes on behind.
            if words.isMark(verb + 1, ","), lastWord - verb > 4 { return (cue, content: start..<lastWord) }
            let isShort = lastWord - verb < 14 && !words.is(verb + 1, .that)
            if isShort, !(behind ?? false) { return (cue, content: start..<before.lowerBound - 1) }
        }
        guard lastWord - verb > 2, let source = before ?? subject(verb, reader) else { return nil }
        let cue = SpeechCue(cue: reader.cue(verb), source: source)
        guard let tree, !words.is(contentStart(verb), .that) else {
            return (cue, content: contentStart(verb)..<lastWord)
        }
        return content(of: token, verb, tree).map { (cue, content: $0) }
    }

    /// What a verb without "that" says: a clause before it by the tree, else what stands behind it.
    private func content(of token: Int, _ verb: Int, _ tree: ClauseTree) -> Range<Int>? {
        let clause = (tree.child(of: token, .ccomp) ?? tree.child(of: token, .parataxis)).flatMap(tree.atoms(under:))
        if let clause, clause.upperBound < verb, clause.count > 2, words.isMark(clause.upperBound, ",") {
            return words.range.lowerBound..<clause.upperBound
        }
        // "said in a statement" names no content by itself.
        if clause == nil, words.isAny(verb + 1, .in, .on, .at, .during, .after, .before),
            [.xcomp, .obj, .advcl].allSatisfy({ (relation: Relation) in
                tree.child(of: token, relation, behind: token) == nil
            })
        {
            return nil
        }
        return contentStart(verb)..<lastWord
    }

    /// Where what is said begins: at "that", where one follows soon, else right behind the verb.
    private func contentStart(_ verb: Int) -> Int {
        for at in (verb + 1)..<max(verb + 1, min(verb + 11, lastWord)) where words.is(at, .that) { return at }
        return verb + 1
    }

    /// The verb's own subject in the tree, where it stands before the verb.
    private func ownSubject(_ token: Int, _ tree: ClauseTree?, _ verb: Int) -> Range<Int>? {
        guard let tree, tree.child(of: token, .nsubj) != nil, let range = tree.subject(of: token),
            range.upperBound <= verb
        else {
            return nil
        }
        return range
    }

    /// The first noun phrase of the sentence, the subject of "…, saying that".
    private func subject(_ verb: Int, _ reader: SpeakerReader) -> Range<Int>? {
        guard words.isMark(verb - 1, ",") || words.is(verb - 1, .and) else { return nil }
        return reader.after(words.range.lowerBound - 1)
    }
}
