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
            if words.is(index, .according), words.is(index + 1, .to) {
                if let match = according(index, reader) { found.append(match) }
            } else if reader.isSay(index) || isParenthesis(index, reader), let match = saying(index, reader) {
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

    /// Whether a verb of thought or finding out closes the sentence beside its subject ("…, other studies have shown").
    private func isParenthesis(_ verb: Int, _ reader: SpeakerReader) -> Bool {
        guard verb + 1 >= lastWord, words.has(verb, .stance) || words.has(verb, .claim),
            let source = reader.before(verb)
        else { return false }
        let tag = document.tokens[Int(words.items[verb].token)].tag
        return tag.hasPrefix("VB") && tag != "VB" && words.isMark(source.lowerBound - 1, ",")
            && source.lowerBound - words.range.lowerBound > 4
    }

    /// "according to X": what stands before it, or behind it where it opens the sentence.
    private func according(_ index: Int, _ reader: SpeakerReader) -> (SpeechCue, content: Range<Int>)? {
        let noun = tree?.head(of: Int(words.items[index].token))
        let phrase = noun.flatMap { tree?.nounPhrase($0) }.flatMap { range in
            range.upperBound > index + 2 && range.lowerBound <= index + 2 ? index + 2..<range.upperBound : nil
        }
        guard let source = phrase ?? reader.phrase(from: index + 2) else { return nil }
        let cue = SpeechCue(cue: index..<index + 2, source: source, isInverted: true)
        var before = words.range.lowerBound..<index
        if words.isMark(index - 1, ",") { before = before.dropLast() }
        if before.count > 3 { return (cue, content: before) }
        let start = words.isMark(source.upperBound, ",") ? source.upperBound + 1 : source.upperBound
        return (cue, content: start..<max(start, lastWord))
    }

    private func saying(_ verb: Int, _ reader: SpeakerReader) -> (SpeechCue, content: Range<Int>)? {
        let token = Int(words.items[verb].token)
        let behind = tree.map { tree in
            [.ccomp, .obj, .xcomp].contains { (relation: Relation) in
                tree.child(of: token, relation, behind: token) != nil
            } || opensSentence(verb + 1)
        }
        // "was first reported by the Post"
        if tree != nil, words.is(verb + 1, .by) { return nil }
        // An infinitive says nothing by itself: "to confirm the address".
        if document.tokens[token].tag == "VB", tree?.child(of: token, .ccomp) == nil, words.is(verb - 1, .to) {
            return nil
        }
        let start = words.range.lowerBound
        if words.isMark(verb - 1, ",") || words.isMark(verb - 1, "\""), verb - start > 3, mayInvert(token),
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
            let isShort = lastWord - verb < 14 || behind != nil && !words.isMark(lastWord - 1, "\"")
            if isShort, !words.is(verb + 1, .that), !(behind ?? false) {
                return (cue, content: start..<before.lowerBound - 1)
            }
        }
        guard lastWord - verb > 2, let source = before ?? subject(verb, reader) else { return nil }
        let cue = SpeechCue(cue: reader.cue(verb), source: source)
        guard let tree else { return (cue, content: contentStart(verb)..<lastWord) }
        let opening = contentStart(verb)
        if opensClause(opening, token, tree) { return (cue, content: opening..<lastWord) }
        return content(of: token, verb, tree).map { (cue, content: $0) }
    }

    /// Whether what stands from an index on is a sentence of its own ("In Rome, the envoy said the talks were over").
    ///
    /// Its finite verb tells so where the parser has not seen it.
    private func opensSentence(_ index: Int) -> Bool {
        guard index < lastWord, words.items[index].kind == .word else { return false }
        let first = document.tokens[Int(words.items[index].token)]
        switch first.upos {
        case .adp, .adv, .sconj, .punct, .part, .cconj, .verb: return false
        default: break
        }
        if first.tag.hasPrefix("W") { return false }
        for at in index..<lastWord {
            let token = document.tokens[Int(words.items[at].token)]
            if token.upos == .sconj || token.tag.hasPrefix("W") { return false }
            switch token.tag {
            case "VBD", "VBZ", "VBP", "MD": return true
            default: break
            }
        }
        return false
    }

    /// Whether a verb of saying can stand before its speaker: no participle does ("…, saying the talks had failed"), nor
    /// does a verb with its subject before it and what is said behind it ("Smith, their leader, said the talks had failed").
    private func mayInvert(_ token: Int) -> Bool {
        guard let tree else { return true }
        if document.tokens[token].tag == "VBG" { return false }
        let hasSubject = tree.child(of: token, .nsubj).map { $0 < token } ?? false
        guard tree.child(of: token, .ccomp, behind: token) == nil else { return false }
        guard hasSubject, let object = tree.child(of: token, .obj, behind: token), let range = tree.atoms(under: object)
        else { return true }
        return words.isCapital(range.lowerBound) || range.contains { words.has($0, .speaker) }
    }

    /// Whether "that" at an index opens what the verb says, and is not the pronoun of a relative clause within it.
    private func opensClause(_ index: Int, _ verb: Int, _ tree: ClauseTree) -> Bool {
        guard words.is(index, .that) else { return false }
        let token = Int(words.items[index].token)
        guard tree.relation(token) == .mark, let clause = tree.child(of: verb, .ccomp, behind: verb) else {
            return tree.relation(token) == .mark || token == verb + 1
        }
        return tree.head(of: token) == clause || token < clause && token == verb + 1
    }

    /// What a verb without "that" says: a clause before it by the tree, else what stands behind it.
    private func content(of token: Int, _ verb: Int, _ tree: ClauseTree) -> Range<Int>? {
        let clause = (tree.child(of: token, .ccomp) ?? tree.child(of: token, .parataxis)).flatMap(tree.atoms(under:))
        if let clause, clause.upperBound < verb, clause.count > 2, words.isMark(clause.upperBound, ",") {
            return words.range.lowerBound..<clause.upperBound
        }
        if let clause, clause.lowerBound > verb, words.isCapital(clause.lowerBound) || clause.count > 2 {
            return clause.lowerBound..<lastWord
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
        // "Following reports of a blast, the mayor said …": what stands beside the verb says it.
        let reader = SpeakerReader(words: words, document: document)
        if let near = reader.before(verb), near.upperBound == reader.cue(verb).lowerBound,
            near.lowerBound > range.upperBound,
            (range.upperBound..<near.lowerBound).contains(where: { words.isMark($0, ",") }),
            document.tokens[Int(words.items[range.lowerBound].token)].upos != .propn
        {
            return near
        }
        return range
    }

    /// The first noun phrase of the sentence, the subject of "…, saying that".
    private func subject(_ verb: Int, _ reader: SpeakerReader) -> Range<Int>? {
        guard words.isMark(verb - 1, ",") || words.is(verb - 1, .and) else { return nil }
        return reader.after(words.range.lowerBound - 1)
    }
}
