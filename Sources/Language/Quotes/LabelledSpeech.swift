// Speech behind a label, as transcripts and headlines set it: "MAYOR: We will rebuild.", "Poll: Voters are tired".

/// The reader of labelled speech in a document.
struct LabelledSpeech {
    let discourse: Discourse

    /// The labels of paragraphs with what follows them.
    func attributions() -> [(SpeechCue, content: Range<Int>)] {
        let words = discourse.words
        var found: [(SpeechCue, content: Range<Int>)] = []
        for (number, paragraph) in discourse.paragraphs.enumerated() {
            var start = paragraph.lowerBound
            while start < paragraph.upperBound, words.isMark(start, "\"") { start += 1 }
            var colon = start
            while colon < paragraph.upperBound, colon - start < 7, isNamePart(colon, start) { colon += 1 }
            guard colon > start, words.isMark(colon, ":"), paragraph.upperBound - colon > 5,
                words.isCapital(colon + 1)
            else { continue }
            // A text that opens with a place in capitals has a dateline.
            if number == 0, isUpper(start) { continue }
            let cue = SpeechCue(cue: colon..<colon + 1, source: start..<colon)
            found.append((cue, content: colon + 1..<paragraph.upperBound))
        }
        return found + announced()
    }

    /// Paragraphs without quotation marks that the one before announces: "The mayor added:" and then what the mayor added.
    private func announced() -> [(SpeechCue, content: Range<Int>)] {
        let words = discourse.words
        let reader = SpeakerReader(words: words, document: discourse.document)
        return zip(discourse.paragraphs, discourse.paragraphs.dropFirst()).compactMap { opening, speech in
            let colon = opening.upperBound - 1
            guard words.isMark(colon, ":"), !words.isMark(speech.lowerBound, "\""), speech.count > 5,
                let verb = (max(opening.lowerBound, colon - 6)..<colon).last(where: reader.isSay),
                let source = reader.before(verb), source.lowerBound >= opening.lowerBound
            else { return nil }
            return (SpeechCue(cue: reader.cue(verb), source: source), content: speech)
        }
    }

    private func isNamePart(_ index: Int, _ start: Int) -> Bool {
        let words = discourse.words
        let atom = words.items[index]
        return atom.kind == .word && (atom.isCapital || index > start && words.has(index, .link))
            || atom.kind == .mark && atom.isGlued && !words.isMark(index, ":") && index > start
    }

    private func isUpper(_ index: Int) -> Bool {
        let atom = discourse.words.items[index]
        return discourse.words.bytes[Int(atom.lower)..<Int(atom.upper)].allSatisfy { $0.isUpper }
    }
}
