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
        return found
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
