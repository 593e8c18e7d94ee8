// Which way the verb of a time expression points: by the tree where there is one, else by the words around.

/// The tense of the clause that a atom stands in.
struct Tense {
    let words: AtomCursor
    let document: Document

    /// Past or future as the governing verb says it.
    func direction(at index: Int) -> TimeDirection {
        guard words.range.contains(index) else { return .unknown }
        let token = Int(words.items[index].token)
        if let verb = governingVerb(token) { return direction(ofVerb: verb) }
        return nearestMarker(index)
    }

    /// The first verb above a token in the tree.
    private func governingVerb(_ token: Int) -> Int? {
        var current = document.tokens[token].head
        var steps = 0
        while let at = current, document.tokens.indices.contains(at), steps < 12 {
            let upos = document.tokens[at].upos
            if upos == .verb || upos == .aux { return at }
            current = document.tokens[at].head
            steps += 1
        }
        return nil
    }

    private func direction(ofVerb verb: Int) -> TimeDirection {
        let tag = document.tokens[verb].tag
        var hasModal = false
        var hasTo = false
        var hasPast = false
        var hasPresent = false
        for index in max(0, verb - 8)..<verb where document.tokens[index].head == verb {
            let token = document.tokens[index]
            if token.tag == "MD" { hasModal = !["would", "could", "might"].contains(token.lemma) || hasModal }
            if token.tag == "TO" { hasTo = true }
            if token.tag == "VBD" { hasPast = true }
            if token.tag == "VBZ" || token.tag == "VBP" { hasPresent = true }
        }
        if hasModal { return .future }
        if tag == "VBD" || hasPast { return .past }
        if hasTo { return .future }
        if tag == "VBN" { return .past }
        if tag == "VBG", hasPresent { return .future }
        if tag == "VBG" || tag == "VB", let head = governingVerb(verb) {
            return document.tokens[head].tag == "VBD" ? .past : .unknown
        }
        return .unknown
    }

    /// The nearest word before or behind that marks the future or the past; future markers before count most.
    private func nearestMarker(_ index: Int) -> TimeDirection {
        for distance in 1..<14 {
            for at in [index - distance, index + distance] where words.range.contains(at) {
                if words.isAny(at, .will, .shall, .ll, .due, .expected, .scheduled, .plan, .plans, .planned) {
                    return .future
                }
                if at < index, words.isAny(at, .said, .was, .were, .had, .have, .has) { return .past }
                if isPastForm(at) { return .past }
            }
        }
        return .unknown
    }

    private func isPastForm(_ index: Int) -> Bool {
        let atom = words.items[index]
        guard atom.kind == .word, !atom.isCapital, atom.upper - atom.lower > 4 else { return false }
        return words.bytes[Int(atom.upper) - 1] == UInt8(ascii: "d")
            && words.bytes[Int(atom.upper) - 2] == UInt8(ascii: "e")
    }
}
