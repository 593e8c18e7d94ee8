// Gives every quotation that is a statement its speaker, within the paragraph and across paragraphs.

/// The reader of direct speech in a document.
struct DirectSpeech {
    let discourse: Discourse
    private var words: AtomCursor { discourse.words }

    /// A direct attribution, by atoms.
    struct Found {
        var cue: SpeechCue?
        var source: Range<Int>?
        var content: Range<Int>
        var paragraph: Int
        /// Whether the speaker's words only end a sentence that somebody else has begun.
        var isMixed = false
    }

    /// The direct attributions of the document, in order.
    func attributions() -> [Found] {
        var found: [Found] = []
        for (number, quotation) in discourse.quotations.enumerated() where !quotation.inner.isEmpty {
            let previous = number > 0 ? discourse.quotations[number - 1] : nil
            let next = number + 1 < discourse.quotations.count ? discourse.quotations[number + 1] : nil
            let last = found.last
            let continues = last.map { $0.paragraph == quotation.paragraph } ?? false
            if let cue = cue(behind: quotation, next: next), isStatement(quotation, hasCueBehind: true) {
                let start = mixedStart(quotation, found.last)
                found.append(
                    Found(
                        cue: cue,
                        source: cue.source,
                        content: (start ?? quotation.open)..<quotation.end,
                        paragraph: quotation.paragraph,
                        isMixed: start != nil
                    )
                )
            } else if continues, let last, resumes(quotation, last) {
                found[found.count - 1].content = last.content.lowerBound..<quotation.end
            } else if isStatement(quotation, hasCueBehind: false) {
                if let cue = cue(before: quotation, previous: previous), cue.cue != last?.cue?.cue {
                    let start = clauseStart(cue, quotation)
                    found.append(
                        Found(
                            cue: cue,
                            source: cue.source,
                            content: (start ?? quotation.open)..<quotation.end,
                            paragraph: quotation.paragraph,
                            isMixed: start != nil
                        )
                    )
                } else if continues {
                    found[found.count - 1].content = found[found.count - 1].content.lowerBound..<quotation.end
                } else if let last, let previous, isContinued(quotation, previous, last) {
                    if !previous.isClosed {
                        found[found.count - 1].content = last.content.lowerBound..<quotation.end
                        found[found.count - 1].paragraph = quotation.paragraph
                    } else {
                        found.append(
                            Found(
                                cue: nil,
                                source: last.source,
                                content: quotation.open..<quotation.end,
                                paragraph: quotation.paragraph
                            )
                        )
                    }
                }
            }
        }
        return found
    }

    /// Where a sentence begins whose end is quoted: "The talks are “as good as dead,” she said"; nil for whole quotations.
    private func mixedStart(_ quotation: Quotation, _ last: Found?) -> Int? {
        guard !beginsClause(quotation), !words.isCapital(quotation.inner.lowerBound) else { return nil }
        var start = discourse.sentence(of: quotation.open).lowerBound
        start = max(start, discourse.paragraphs[quotation.paragraph].lowerBound)
        if let last, max(last.content.upperBound, last.cue?.cue.upperBound ?? 0) > start { return nil }
        let count = (start..<quotation.open).count { words.items[$0].kind == .word }
        return count > 2 ? start : nil
    }

    /// Where a clause begins that only ends in a quotation ("She added that few would vote, for “who would?”").
    private func clauseStart(_ cue: SpeechCue, _ quotation: Quotation) -> Int? {
        guard let verb = cue.cue.last, quotation.open - verb > 4 else { return nil }
        let document = discourse.document
        let token = Int(words.items[verb].token)
        guard
            let clause = document.tree.children(of: token).first(where: {
                $0 > token && document.tokens[$0].relation == .ccomp
            })
        else { return nil }
        let first = document.tree.extent(of: clause).lowerBound
        let start = Int(discourse.atoms.firstOfToken[first])
        return start > verb && quotation.open - start > 2 ? start : nil
    }

    /// Whether a paragraph that opens with a quotation goes on with the speech of the one before.
    private func isContinued(_ quotation: Quotation, _ previous: Quotation, _ last: Found) -> Bool {
        quotation.paragraph - last.paragraph <= 1
            && quotation.open == discourse.paragraphs[quotation.paragraph].lowerBound
            && (!previous.isClosed || last.content.upperBound == previous.end)
    }

    /// Whether a quotation takes up the one before it: "…," he said, "and …".
    private func resumes(_ quotation: Quotation, _ last: Found) -> Bool {
        guard let cue = last.cue, cue.cue.lowerBound >= last.content.upperBound, cue.cue.upperBound <= quotation.open,
            quotation.open - cue.cue.upperBound < 24,
            !words.isCapital(quotation.inner.lowerBound)
        else { return false }
        return !(cue.cue.upperBound..<quotation.open).contains {
            words.isMark($0, ".") && !words.isGluedMark($0 + 1, ",") && !words.isCapital($0 - 1)
        }
    }

    /// Whether a quotation is a statement of its own and not a few words within another sentence.
    private func isStatement(_ quotation: Quotation, hasCueBehind: Bool) -> Bool {
        let count = quotation.inner.count { words.items[$0].kind == .word }
        let ends = ",.!?-".utf8.contains(lastMark(of: quotation))
        let follows = words.isMark(quotation.end, ",") || words.isMark(quotation.end, ".")
        if hasCueBehind { return count > 0 && (ends || follows) && (count > 2 || beginsClause(quotation)) }
        let isLong = count > 8
        return count > 2 && beginsClause(quotation) && (ends || follows || isLong || !quotation.isClosed)
    }

    /// The mark that ends a quotation, seen through one that ends with it: "…, ‘it is over.’”".
    private func lastMark(of quotation: Quotation) -> UInt8 {
        var last = quotation.inner.upperBound - 1
        while last > quotation.inner.lowerBound, words.isMark(last, "'") { last -= 1 }
        guard quotation.inner.contains(last), words.items[last].kind == .mark else { return 0 }
        return words.items[last].mark
    }

    /// Whether a quotation begins as a sentence does: at the start of one or behind a comma or a colon, in capitals.
    private func beginsClause(_ quotation: Quotation) -> Bool {
        let before = quotation.open - 1
        let isStart = discourse.paragraphs[quotation.paragraph].lowerBound == quotation.open
        let introduced =
            isStart || words.isMark(before, ",") || words.isMark(before, ":") || words.isMark(before, ".")
            || words.isMark(before, "?") || words.isMark(before, "!") || words.isMark(before, "\"")
            || words.isMark(before, ")") || words.isMark(before, "-")
        let capital =
            words.isCapital(quotation.inner.lowerBound) || words.number(quotation.inner.lowerBound) != nil
            || words.isMark(quotation.inner.lowerBound, ".") || words.isMark(quotation.inner.lowerBound, "[")
        return capital && (introduced || SpeakerReader(words: words, document: discourse.document).isSay(before))
            || introduced && isStart
    }

    /// The words of saying right behind a quotation, up to the end of its sentence or the next quotation.
    private func cue(behind quotation: Quotation, next: Quotation?) -> SpeechCue? {
        // "She says it is the “same old system.” She adds …": what follows is another sentence's.
        if isClosed(quotation), !beginsClause(quotation) { return nil }
        var start = quotation.end
        while words.isMark(start, ",") || words.isMark(start, " ") { start += 1 }
        let paragraph = discourse.paragraphs[quotation.paragraph]
        guard start < paragraph.upperBound else { return signature(below: quotation) }
        // Not bound to the sentence: the splitter may end one at the quotation.
        var end = min(paragraph.upperBound, start + 30)
        if let next, next.open < end, next.open > start { end = next.open }
        var cursor = words
        cursor.range = start..<end
        let reader = SpeakerReader(words: cursor, document: discourse.document)
        if cursor.isMark(start, "-"), let source = reader.after(start), cursor.isCapital(start + 1) {
            return SpeechCue(cue: start..<start + 1, source: source, isInverted: true)
        }
        for index in start..<end {
            if cursor.isMark(index, "."),
                !cursor.isGluedMark(index, ".") || !cursor.isCapital(index - 1) || index + 1 == end
            {
                break
            }
            if cursor.isMark(index, ";") || cursor.isMark(index, "?") || cursor.isAny(index, .and, .but),
                index < start + 2
            {
                break
            }
            if index == start, cursor.is(index, .according), cursor.is(index + 1, .to),
                let source = reader.after(index + 1)
            {
                return SpeechCue(cue: index..<index + 2, source: source, isInverted: true)
            }
            guard reader.isSay(index) || reader.isVerb(index) || isVerbBehindSubject(index, start, reader) else {
                continue
            }
            if isClosed(quotation), reportsOnward(index) { return nil }
            let inverted = reader.after(index)
            if index == start || reader.before(index) == nil, let inverted {
                return SpeechCue(cue: index..<index + 1, source: inverted, isInverted: true)
            }
            if let source = reader.before(index) { return SpeechCue(cue: reader.cue(index), source: source) }
        }
        return nil
    }

    /// Whether a quotation ends its sentence, so that no comma binds it to what follows.
    private func isClosed(_ quotation: Quotation) -> Bool {
        guard !words.isMark(quotation.end, ",") else { return false }
        return lastMark(of: quotation) == UInt8(ascii: ".") || words.isMark(quotation.end, ".")
    }

    /// The name in a paragraph of its own below a quotation: "― Jane Miller, teacher".
    private func signature(below quotation: Quotation) -> SpeechCue? {
        let next = quotation.paragraph + 1
        guard next < discourse.paragraphs.count, discourse.paragraphs[next].count < 16 else { return nil }
        let start = discourse.paragraphs[next].lowerBound
        guard words.isMark(start, "-"), words.isCapital(start + 1) else { return nil }
        var cursor = words
        cursor.range = discourse.paragraphs[next]
        let reader = SpeakerReader(words: cursor, document: discourse.document)
        return reader.after(start).map { SpeechCue(cue: start..<start + 1, source: $0, isInverted: true) }
    }

    /// Whether a verb of saying has what is said behind it.
    private func reportsOnward(_ index: Int) -> Bool {
        let token = Int(words.items[index].token)
        let tokens = discourse.document.tokens
        return discourse.document.tree.children(of: token).contains { $0 > token && tokens[$0].relation == .ccomp }
    }

    /// Whether a finite verb of any kind follows a noun phrase that begins right behind the quotation: "…," she sings.
    private func isVerbBehindSubject(_ index: Int, _ start: Int, _ reader: SpeakerReader) -> Bool {
        let tag = discourse.document.tokens[Int(words.items[index].token)].tag
        guard tag == "VBD" || tag == "VBZ" || tag == "VBP", !words.isAny(index, .was, .were, .is, .are) else {
            return false
        }
        return reader.before(index)?.lowerBound == start
    }

    /// The words of saying before a quotation: in its sentence, or at the end of the paragraph before with a colon.
    private func cue(before quotation: Quotation, previous: Quotation?) -> SpeechCue? {
        var paragraph = discourse.paragraphs[quotation.paragraph]
        var end = quotation.open
        if end == paragraph.lowerBound {
            guard quotation.paragraph > 0, words.isMark(end - 1, ":") || words.isMark(end - 1, ",") else { return nil }
            paragraph = discourse.paragraphs[quotation.paragraph - 1]
        } else if !words.isMark(end - 1, ",") && !words.isMark(end - 1, ":") && words.items[end - 1].kind == .mark {
            return nil
        }
        end = quotation.open
        var start = paragraph.lowerBound
        if let previous, previous.end > start, previous.end < end { start = previous.end }
        var cursor = words
        cursor.range = start..<end
        let reader = SpeakerReader(words: cursor, document: discourse.document)
        var index = end - 1
        while index >= start, end - index < 30 {
            if index < end - 1, cursor.isMark(index, "."), !cursor.isGlued(index) || !cursor.isCapital(index - 1) {
                return nil
            }
            if reader.isSay(index) || reader.isQuoting(index) || index >= end - 2 && reader.isVerb(index) {
                if let source = reader.before(index) { return SpeechCue(cue: reader.cue(index), source: source) }
                if let source = reader.after(index) {
                    return SpeechCue(cue: index..<index + 1, source: source, isInverted: true)
                }
                return SpeechCue(cue: index..<index + 1, source: firstPhrase(cursor, reader, index))
            }
            index -= 1
        }
        // "Ryder: …"
        if cursor.isMark(end - 1, ":"), let source = reader.phrase(endingAt: end - 1),
            cursor.isCapital(source.lowerBound)
        {
            return SpeechCue(cue: end - 1..<end, source: source)
        }
        return nil
    }

    /// The first noun phrase of the sentence, the subject of a participle such as "saying".
    private func firstPhrase(_ cursor: AtomCursor, _ reader: SpeakerReader, _ verb: Int) -> Range<Int>? {
        let sentence = discourse.sentence(of: verb)
        let start = max(sentence.lowerBound, cursor.range.lowerBound)
        guard start > 0 || verb > 0 else { return nil }
        return reader.after(start - 1)
    }
}
