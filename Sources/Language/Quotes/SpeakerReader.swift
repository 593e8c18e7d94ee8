// Finds verbs of saying and the noun phrases beside them, by words alone and by tags where there are any.

/// Reads verbs of speech and speakers around an atom.
struct SpeakerReader {
    let words: AtomCursor
    let document: Document

    /// Whether a verb that takes what is said stands at an index.
    func isSay(_ index: Int) -> Bool { isVerb(index) && words.has(index, .say) }

    /// Whether a verb that takes only a quotation stands at an index.
    func isQuoting(_ index: Int) -> Bool { isVerb(index) && words.has(index, .quoting) }

    /// Whether a word of speech or opinion is a verb here.
    func isVerb(_ index: Int) -> Bool {
        guard words.has(index, .say) || words.has(index, .stance) || words.has(index, .quoting) else { return false }
        let token = document.tokens[Int(words.items[index].token)]
        // Headlines: "Mayor Says Bridge Is Safe".
        if words.is(index, .says) { return true }
        // "an alleged attack", "an estimated 20 people"
        if token.relation == .amod { return false }
        if !token.tag.isEmpty { return token.tag.hasPrefix("VB") || token.upos == .verb }
        if words.isAny(index - 1, .the, .a, .an, .this, .his, .her, .their, .its, .s, .of, .in, .on) { return false }
        if words.isCapital(index), words.isCapital(index - 1) { return false }
        if words.isGluedMark(index - 1, "-") || words.isGluedMark(index + 1, "-") { return false }
        return true
    }

    /// The verb with its auxiliaries and adverbs.
    func cue(_ verb: Int) -> Range<Int> {
        var start = verb
        while words.has(start - 1, .beside) && !words.has(start - 1, .month) || isAuxiliary(start - 1) { start -= 1 }
        return start..<verb + 1
    }

    /// Whether the tags make a word an auxiliary, a negation or an adverb.
    private func isAuxiliary(_ index: Int) -> Bool {
        guard words.range.contains(index) else { return false }
        let token = document.tokens[Int(words.items[index].token)]
        guard !token.tag.isEmpty, !words.items[index].isCapital else { return false }
        return token.upos == .aux || token.tag == "RB"
    }

    /// The noun phrase that ends before the verb: its speaker.
    func before(_ verb: Int) -> Range<Int>? {
        var end = cue(verb).lowerBound
        if words.isAny(end - 1, .who) { return end - 1..<end }
        // "Brooks, president of the group, said": the name stands before the apposition.
        if words.isMark(end - 1, ","), isParticiple(verb) { return nil }
        if words.isMark(end - 1, ","), let open = comma(before: end - 2), let name = phrase(endingAt: open) {
            return name
        }
        if words.isMark(end - 1, ")"), let open = mark("(", before: end - 1) { end = open }
        while words.isMark(end - 1, "\"") || words.isMark(end - 1, ",") { end -= 1 }
        return phrase(endingAt: end)
    }

    /// The noun phrase that begins behind the verb, where one does that can be a speaker.
    func after(_ verb: Int) -> Range<Int>? {
        var start = verb + 1
        while words.has(start, .beside), !words.isAny(start, .not) { start += 1 }
        let isName =
            words.isCapital(start) || words.has(start, .speaker)
            || words.isAny(start, .the, .a, .an, .he, .she, .they, .one, .his, .her, .its, .another, .i, .we, .it)
        return isName ? phrase(from: start) : nil
    }

    /// The noun phrase that begins at an index.
    func phrase(from start: Int) -> Range<Int>? {
        var end = start
        while words.range.contains(end), end - start < 18, !isBreak(end) || words.is(end, .of) && end > start {
            end += 1
        }
        return end > start ? start..<end : nil
    }

    /// The noun phrase whose last atom stands before an index.
    func phrase(endingAt end: Int) -> Range<Int>? {
        var start = end
        while words.range.contains(start - 1), end - start < 16 {
            let index = start - 1
            if words.isAny(index, .he, .she, .they, .it, .we, .i, .you, .who), end - start == 0 { return index..<end }
            if isBreak(index), !words.is(index, .of), !(words.isAny(index, .his, .her, .their, .its, .our, .my)) {
                break
            }
            start = index
        }
        while start < end, words.is(start, .of) || words.isMark(start, "-") || words.isMark(start, "'") { start += 1 }
        return start < end ? start..<end : nil
    }

    /// Whether a noun phrase cannot go on over an atom.
    private func isBreak(_ index: Int) -> Bool {
        let atom = words.items[index]
        if atom.kind == .mark {
            let joins =
                atom.mark == UInt8(ascii: "-") && atom.isGlued || atom.mark == UInt8(ascii: "'") && atom.isGlued
                || atom.mark == UInt8(ascii: ".") && atom.isGlued && words.isCapital(index - 1)
                    && words.range.contains(index + 1) && words.isCapital(index + 1)
                || atom.mark == UInt8(ascii: "&")
            return !joins
        }
        if words.has(index, .breaks) || words.has(index, .weekday) { return true }
        if atom.isCapital { return false }
        let token = document.tokens[Int(atom.token)]
        if !token.tag.isEmpty {
            return token.upos == .verb || token.upos == .aux || token.upos == .sconj || token.upos == .adv
                || token.upos == .adp && !words.is(index, .of)
        }
        return words.has(index, .say) && isVerb(index) && !words.plural(index)
    }

    /// Whether the verb ends in -ing, so that its subject stands further off.
    private func isParticiple(_ verb: Int) -> Bool {
        let end = Int(words.items[verb].upper)
        return words.items[verb].upper - words.items[verb].lower > 4
            && words.bytes[end - 3..<end].elementsEqual("ing".utf8)
    }

    private func comma(before index: Int) -> Int? {
        var at = index
        while words.range.contains(at), index - at < 40 {
            if words.isMark(at, ",") { return at }
            if words.isMark(at, ".") && !words.isGlued(at) || words.isMark(at, "\"") { return nil }
            at -= 1
        }
        return nil
    }

    private func mark(_ mark: Character, before index: Int) -> Int? {
        var at = index
        while words.range.contains(at), index - at < 16 {
            if words.isMark(at, mark) { return at }
            at -= 1
        }
        return nil
    }
}
