// Indirect speech by words alone, for sentences that nobody has parsed: "X said that …", "…, X said", "according to X".

/// The reader of indirect speech in one sentence.
struct IndirectSpeech {
    let words: AtomCursor
    let document: Document

    /// The attributions of the sentence as cue and content.
    func attributions(isTaken: (Int) -> Bool) -> [(SpeechCue, content: Range<Int>)] {
        let reader = SpeakerReader(words: words, document: document)
        var found: [(SpeechCue, content: Range<Int>)] = []
        for index in words.range where words.items[index].word != 0 && !isTaken(index) {
            if words.is(index, .according), words.is(index + 1, .to), let source = reader.after(index + 1) {
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
        let before = reader.before(verb)
        // "…, he said on Friday." and "…, said Ryder."
        if let comma = commaBefore(before?.lowerBound ?? verb), lastWord - verb < 14, !words.is(verb + 1, .that),
            comma - words.range.lowerBound > 3
        {
            if let before, before.lowerBound == comma + 1 {
                return (SpeechCue(cue: reader.cue(verb), source: before), content: words.range.lowerBound..<comma)
            }
            if comma == verb - 1, let after = reader.after(verb) {
                return (
                    SpeechCue(cue: verb..<verb + 1, source: after, isInverted: true),
                    content: words.range.lowerBound..<comma
                )
            }
        }
        guard lastWord - verb > 2 else { return nil }
        var start = verb + 1
        for at in start..<min(start + 10, lastWord) where words.is(at, .that) {
            start = at
            break
        }
        guard let source = before ?? subject(verb, reader) else { return nil }
        return (SpeechCue(cue: reader.cue(verb), source: source), content: start..<lastWord)
    }

    private func commaBefore(_ index: Int) -> Int? { words.isMark(index - 1, ",") ? index - 1 : nil }

    /// The first noun phrase of the sentence, the subject of "…, saying that".
    private func subject(_ verb: Int, _ reader: SpeakerReader) -> Range<Int>? {
        guard words.isMark(verb - 1, ",") || words.is(verb - 1, .and) else { return nil }
        return reader.after(words.range.lowerBound - 1)
    }
}
