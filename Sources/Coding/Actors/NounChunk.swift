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
    func chunks(in tokens: Range<Int>, items: [LexicalItem]) -> [NounChunk] {
        var covered: Set<Int> = []
        // Tokens that a phrase of the dictionary ties to the next one.
        var inner: Set<Int> = []
        for item in items {
            covered.formUnion(item.tokens)
            inner.formUnion(item.tokens.dropLast())
        }
        var chunks: [NounChunk] = []
        var start: Int?
        func close(_ end: Int) {
            guard let first = start, first < end else { return }
            chunks += split(first..<end, inner)
            start = nil
        }
        for index in tokens {
            let belongs = covered.contains(index) || isChunkWord(index)
            guard belongs, !(isWord(index, "time") && !covered.contains(index)) else {
                close(index)
                continue
            }
            if opensChunk(index), !covered.contains(index), let first = start, tag(first) != "PDT" || first + 1 != index {
                close(index)
            }
            if start == nil { start = index }
        }
        close(tokens.upperBound)
        return chunks
    }

    private func opensChunk(_ index: Int) -> Bool { ["DT", "PDT", "PRP$", "WP$", "WDT"].contains(tag(index)) }

    private func isChunkWord(_ index: Int) -> Bool {
        let tag = self.tag(index)
        if tag.hasPrefix("NN") || tag.hasPrefix("JJ") { return true }
        switch tag {
        case "DT", "PDT", "PRP$", "CD", "POS", "HYPH", "AFX", "FW", "ADD", "$": return true
        case "VBN", "VBG", "VBD":
            let relation = token(index).relation
            return relation == .amod || relation == .compound || (index > 0 && isHyphen(index - 1))
        case "RB", "RBS":
            guard token(index).relation == .advmod, let head = token(index).head, head > index else { return false }
            return head - index <= 3 && (isNoun(head) || token(head).relation == .amod)
        default: return false
        }
    }

    /// Splits a run where no dependency ties its two sides ("gave Israel | weapons"), then at possessives.
    private func split(_ run: Range<Int>, _ inner: Set<Int>) -> [NounChunk] {
        var parts: [Range<Int>] = []
        var start = run.lowerBound
        for index in run.dropLast() where isLoose(start..<(index + 1), (index + 1)..<run.upperBound) {
            if inner.contains(index) { continue }
            parts.append(start..<(index + 1))
            start = index + 1
        }
        parts.append(start..<run.upperBound)
        return parts.compactMap { part in
            let segments = self.segments(part, inner)
            return segments.isEmpty ? nil : NounChunk(tokens: part, segments: segments)
        }
    }

    private func isLoose(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        var isParsed = false
        guard let last = left.last, !isHyphen(last), !isHyphen(last + 1) else { return false }
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

    /// The head of a token, or of what it is joined to by "and" ("US and British forces").
    private func sharedHead(_ index: Int) -> Int? {
        guard token(index).relation == .conj, let first = token(index).head else { return token(index).head }
        return token(first).head
    }

    private func segments(_ part: Range<Int>, _ inner: Set<Int>) -> [Range<Int>] {
        var segments: [Range<Int>] = []
        var start = part.lowerBound
        for index in part where tag(index) == "POS" && !inner.contains(index) && !inner.contains(index - 1) {
            if start < index { segments.append(start..<index) }
            start = index + 1
        }
        if start < part.upperBound { segments.append(start..<part.upperBound) }
        return segments
    }
}
