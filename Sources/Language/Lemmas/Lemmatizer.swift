// Dictionary forms, from a list of exceptions and the regular endings.

/// Finds the lemma of a tagged word.
package struct Lemmatizer: Sendable {
    /// A form whose lemma no rule gives; `part` is the class of tags it holds for.
    package struct Exception: Sendable, Hashable {
        package var form: String
        package var part: PartOfSpeech
        package var lemma: String

        package init(form: String, part: PartOfSpeech, lemma: String) {
            self.form = form
            self.part = part
            self.lemma = lemma
        }
    }

    package let exceptions: [Exception]
    private let places: Lexicon

    /// A lemmatizer with these exceptions.
    package init(_ exceptions: [Exception]) {
        self.exceptions = exceptions
        var seen: Set<UInt32> = []
        var entries: [(key: UInt32, facts: Lexicon.Facts)] = []
        for (index, exception) in exceptions.enumerated() {
            let key = Self.key(Lexicon.key(exception.form.utf8), exception.part)
            if seen.insert(key).inserted {
                entries.append((key, Lexicon.Facts(rawValue: UInt32(truncatingIfNeeded: index))))
            }
        }
        places = Lexicon(entries)
    }

    /// Whether the word with this hash of its small letters is a verb's form that no rule makes.
    func isIrregularVerb(_ form: UInt32) -> Bool {
        guard let place = places[Self.key(form, .verb)] else { return false }
        let exception = exceptions[Int(place.rawValue)]
        return exception.form != exception.lemma
    }

    private static func key(_ form: UInt32, _ part: PartOfSpeech) -> UInt32 {
        // Auxiliaries share the verbs' lemmas.
        let name = part == .aux ? PartOfSpeech.verb : part
        var kind: UInt32 = 0
        for byte in name.rawValue.utf8 { kind = kind << 6 ^ UInt32(byte) }
        return mix(form, kind)
    }

    /// The lemma of the form at these bytes, in small letters.
    @inline(__always) package func lemma(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ end: Int,
        _ part: PartOfSpeech,
        _ tag: String,
        _ lexicon: Lexicon,
        _ scratch: UnsafeMutablePointer<UInt8>
    ) -> String {
        let length = end - start
        var hash = FormHash()
        var isWide = length > WordFeatures.longest
        if !isWide {
            for index in 0..<length {
                var byte = bytes[start + index]
                if byte &- 0x41 < 26 { byte |= 0x20 } else if byte >= 0x80 { isWide = true }
                scratch[index] = byte
                hash.add(byte)
            }
        }
        if isWide { return wideLemma(bytes, start, end, part) }
        if let found = places[Self.key(hash.value, part)] { return exceptions[Int(found.rawValue)].lemma }
        let stem = regular(scratch, length, part, tag, lexicon)
        var keeps = stem.keeps
        if stem.adds != 0 {
            scratch[keeps] = stem.adds
            keeps += 1
        }
        return String(decoding: UnsafeBufferPointer(start: scratch, count: keeps), as: UTF8.self)
    }

    /// Words with letters beyond ASCII, which keep their form; curly apostrophes count as straight ones.
    private func wideLemma(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ part: PartOfSpeech)
        -> String
    {
        var form: [UInt8] = []
        var at = start
        while at < end {
            if bytes[at] == 0xE2, at + 2 < end, bytes[at + 1] == 0x80, bytes[at + 2] | 1 == 0x99 {
                form.append(0x27)
                at += 3
            } else {
                form.append(bytes[at])
                at += 1
            }
        }
        let small = String(decoding: form, as: UTF8.self).lowercased()
        if let found = places[Self.key(Lexicon.key(small.utf8), part)] { return exceptions[Int(found.rawValue)].lemma }
        return small
    }

    private func regular(
        _ form: UnsafeMutablePointer<UInt8>,
        _ length: Int,
        _ part: PartOfSpeech,
        _ tag: String,
        _ lexicon: Lexicon
    ) -> Inflection.Stem {
        let whole = Inflection.Stem(keeps: length)
        let parts: UInt32
        switch (part, tag) {
        case (.noun, "NNS"), (.propn, "NNPS"): parts = Inflection.noun
        case (.verb, "VBZ"), (.verb, "VBD"), (.verb, "VBN"), (.verb, "VBG"), (.aux, _): parts = Inflection.verb
        case (.adj, "JJR"), (.adj, "JJS"), (.adv, "RBR"), (.adv, "RBS"): parts = Inflection.adjective
        default: return whole
        }
        let stem = Inflection.stem(form, length, lexicon, of: parts)
        if stem.facts != nil { return stem }
        return Inflection.guess(form, length, parts) ?? whole
    }
}
