// Runs of words that make one noun phrase without what follows it.
import Language

/// A noun phrase without clauses and prepositional phrases after it.
struct NounChunk {
    /// Its tokens.
    let tokens: Range<Int>
    /// Its parts: the owner, and what is owned, split at the possessive "'s".
    let segments: [Range<Int>]
}

extension ActorScan {
    /// The noun chunks of a sentence, by their place.
    func chunks(in tokens: Range<Int>) -> [NounChunk] {
        var chunks: [NounChunk] = []
        var start: Int?
        for index in tokens {
            let isCovered = cover[index] != .none
            // "On July 16 rebels attacked": the day is no number of rebels.
            let isDay = start == nil && index > sentenceStart && tag(index) == "CD" && isWord(index - 1, .time)
            guard isCovered || (isChunkWord(index) && !isWord(index, .time) && !isDay) else {
                if let first = start { split(first..<index, into: &chunks) }
                start = nil
                continue
            }
            if let first = start, !isCovered, kinds[index].contains(.opener),
                !(first + 1 == index && kinds[first].contains(.predeterminer))
            {
                split(first..<index, into: &chunks)
                start = nil
            }
            // "At least" and the like stand before a noun phrase, not in it.
            if start == nil, isCovered || !kinds[index].contains(.adverb) { start = index }
        }
        if let first = start { split(first..<tokens.upperBound, into: &chunks) }
        return chunks
    }

    private func isChunkWord(_ index: Int) -> Bool {
        let kind = kinds[index]
        if kind.contains(.phrase) { return true }
        if kind.contains(.verbForm) {
            let relation = token(index).relation
            return relation == .amod || relation == .compound || isHyphen(index - 1)
        }
        guard kind.contains(.adverb), token(index).relation == .advmod, let head = token(index).head, head > index
        else { return false }
        return head - index <= 3 && (isNoun(head) || token(head).relation == .amod)
    }

    /// Splits a run where no dependency ties its two sides ("gave Israel | weapons"), then at possessives.
    private func split(_ run: Range<Int>, into chunks: inout [NounChunk]) {
        var start = run.lowerBound
        for index in run.dropLast() where cover[index] != .inner {
            guard isLoose(start..<(index + 1), (index + 1)..<run.upperBound) else { continue }
            add(start..<(index + 1), to: &chunks)
            start = index + 1
        }
        add(start..<run.upperBound, to: &chunks)
    }

    private func add(_ part: Range<Int>, to chunks: inout [NounChunk]) {
        // A chunk without a name or a noun of the dictionary and without a capitalised word names no actor.
        guard part.contains(where: { cover[$0] != .none || isProper($0) }) else { return }
        let segments = self.segments(part)
        if !segments.isEmpty { chunks.append(NounChunk(tokens: part, segments: segments)) }
    }

    private func isLoose(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        var isParsed = false
        // "Iran-backed" stays with what it qualifies, even where the parser takes "backed" for a verb.
        guard let last = left.last, !isHyphen(last), !isHyphen(last + 1),
            !(isHyphen(last - 1) && kinds[last].contains(.verbForm)), !isQualifying(last)
        else { return false }
        for index in left {
            guard let head = sharedHead(index) else { continue }
            isParsed = true
            if right.contains(head) { return false }
        }
        for index in right {
            guard let head = token(index).head else { continue }
            isParsed = true
            if left.contains(head) { return false }
        }
        return isParsed
    }

    /// "British warplanes": an adjective of the dictionary stays with the noun that follows it, whatever the parser says.
    private func isQualifying(_ index: Int) -> Bool {
        guard index + 1 < document.tokens.count, dictionary.isAdjective(hashes[index]), tag(index).hasPrefix("JJ")
        else {
            return false
        }
        return isNoun(index + 1) && !isProper(index + 1)
    }

    /// The head of a token, or of what it is joined to by "and" ("US and British forces").
    private func sharedHead(_ index: Int) -> Int? {
        guard token(index).relation == .conj, let first = token(index).head, first < index else {
            return token(index).head
        }
        return token(first).head
    }

    private func segments(_ part: Range<Int>) -> [Range<Int>] {
        var segments: [Range<Int>] = []
        var start = part.lowerBound
        for index in part where kinds[index].contains(.possessive) && cover[index] == .none {
            if start < index { segments.append(start..<index) }
            start = index + 1
        }
        if start < part.upperBound { segments.append(start..<part.upperBound) }
        return segments
    }
}
