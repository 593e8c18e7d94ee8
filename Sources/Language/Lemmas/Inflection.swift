// Regular English endings, stripped as WordNet's morphology does.

/// Regular endings of nouns, verbs and adjectives.
enum Inflection {
    /// A stem that the lexicon knows.
    struct Stem {
        var facts: Lexicon.Facts?
        /// The kind of ending: 0 none, 1 `-s`, 2 `-ed`, 3 `-ing`, 4 `-er`, 5 `-est`.
        var ending: UInt32 = 0
        /// The bits of the parts of speech that the ending allows.
        var allowed: UInt32 = 0
        /// Bytes of the form that the stem keeps.
        var keeps = 0
        /// A byte to put behind what is kept, or 0.
        var adds: UInt8 = 0
    }

    static let noun: UInt32 = 0x03
    static let verb: UInt32 = 0x0C
    static let adjective: UInt32 = 0x30

    /// The stem of a lower-case form, as far as the lexicon confirms it.
    static func stem(
        _ form: UnsafeMutablePointer<UInt8>,
        _ length: Int,
        _ lexicon: Lexicon,
        of parts: UInt32 = .max
    ) -> Stem {
        guard length > 3 else { return Stem() }
        let last = form[length - 1]
        let second = form[length - 2]
        if last == 0x73, second != 0x73 { return plural(form, length, parts, lexicon) }
        if last == 0x64, second == 0x65 { return cut(form, length, 2, 2, verb & parts, lexicon) }
        if last == 0x67, second == 0x6E, form[length - 3] == 0x69, length > 4 {
            return cut(form, length, 3, 3, verb & parts, lexicon)
        }
        if last == 0x72, second == 0x65 { return cut(form, length, 2, 4, adjective & parts, lexicon) }
        if last == 0x74, second == 0x73, form[length - 3] == 0x65, length > 4 {
            return cut(form, length, 3, 5, adjective & parts, lexicon)
        }
        return Stem()
    }

    private static func plural(
        _ form: UnsafeMutablePointer<UInt8>,
        _ length: Int,
        _ parts: UInt32,
        _ lexicon: Lexicon
    ) -> Stem {
        var stem = Stem(ending: 1, allowed: (noun | verb) & parts)
        if form[length - 2] == 0x65 {
            if length > 4, form[length - 3] == 0x69 {
                // "armies"
                if find(form, length - 3, 0x79, &stem, lexicon) { return stem }
            }
            if find(form, length - 1, 0, &stem, lexicon) { return stem }
            if find(form, length - 2, 0, &stem, lexicon) { return stem }
            return Stem()
        }
        return find(form, length - 1, 0, &stem, lexicon) ? stem : Stem()
    }

    /// Strips an ending of `cut` bytes; tries the bare stem, a final `e`, a doubled consonant and `i` for `y`.
    private static func cut(
        _ form: UnsafeMutablePointer<UInt8>,
        _ length: Int,
        _ cut: Int,
        _ ending: UInt32,
        _ allowed: UInt32,
        _ lexicon: Lexicon
    ) -> Stem {
        var stem = Stem(ending: ending, allowed: allowed)
        let kept = length - cut
        guard kept > 1 else { return Stem() }
        let last = form[kept - 1]
        let doubled = kept > 2 && last == form[kept - 2]
        if last == 0x69, find(form, kept - 1, 0x79, &stem, lexicon) { return stem }
        if doubled, last != 0x6C, last != 0x73, find(form, kept - 1, 0, &stem, lexicon) { return stem }
        if prefersE(form, kept), find(form, kept, 0x65, &stem, lexicon) { return stem }
        if find(form, kept, 0, &stem, lexicon) { return stem }
        if find(form, kept, 0x65, &stem, lexicon) { return stem }
        if doubled, find(form, kept - 1, 0, &stem, lexicon) { return stem }
        return Stem()
    }

    /// Stems that mostly lost an `e`: "us-ed", "provid-ed", "forc-ing".
    private static func prefersE(_ form: UnsafeMutablePointer<UInt8>, _ kept: Int) -> Bool {
        switch form[kept - 1] {
        case 0x63, 0x76, 0x75, 0x7A: return true  // c v u z
        case 0x73: return kept > 1 && form[kept - 2] != 0x73
        case 0x67: return kept > 1 && form[kept - 2] != 0x6E || kept > 2 && form[kept - 3] == 0x61
        case 0x74, 0x72, 0x6C, 0x64, 0x6D, 0x6E, 0x6B, 0x70, 0x62:
            // One vowel before a consonant: "rat-ed", "rul-ing"; the lexicon decides between both.
            return kept > 2 && isVowel(form[kept - 2]) && !isVowel(form[kept - 3])
        default: return false
        }
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        byte == 0x61 || byte == 0x65 || byte == 0x69 || byte == 0x6F || byte == 0x75
    }

    private static func find(
        _ form: UnsafeMutablePointer<UInt8>,
        _ keeps: Int,
        _ adds: UInt8,
        _ stem: inout Stem,
        _ lexicon: Lexicon
    ) -> Bool {
        guard keeps > 0 else { return false }
        var hash = FormHash()
        for index in 0..<keeps { hash.add(form[index]) }
        if adds != 0 { hash.add(adds) }
        guard let facts = lexicon[hash.value], facts.partsOfSpeech & stem.allowed != 0 else { return false }
        stem.facts = facts
        stem.keeps = keeps
        stem.adds = adds
        return true
    }
}

extension Inflection {
    /// The likely stem of a form that no lexicon confirms, or nil if it has no regular ending.
    static func guess(_ form: UnsafeMutablePointer<UInt8>, _ length: Int, _ parts: UInt32) -> Stem? {
        guard length > 3 else {
            return parts == noun && length > 2 && form[length - 1] == 0x73 ? Stem(keeps: length - 1) : nil
        }
        let last = form[length - 1]
        let second = form[length - 2]
        if last == 0x73, second != 0x73, parts != adjective {
            guard second == 0x65 else { return second == 0x75 || second == 0x69 ? nil : Stem(keeps: length - 1) }
            if form[length - 3] == 0x69, length > 4 { return Stem(keeps: length - 3, adds: 0x79) }
            return Stem(keeps: hisses(form, length - 2) ? length - 2 : length - 1)
        }
        if parts == verb {
            if last == 0x64, second == 0x65 { return verbStem(form, length - 2) }
            if last == 0x67, second == 0x6E, form[length - 3] == 0x69, length > 4 { return verbStem(form, length - 3) }
        }
        return nil
    }

    private static func verbStem(_ form: UnsafeMutablePointer<UInt8>, _ kept: Int) -> Stem {
        let last = form[kept - 1]
        if last == 0x69, kept > 2 { return Stem(keeps: kept - 1, adds: 0x79) }
        if kept > 2, last == form[kept - 2], last != 0x6C, last != 0x73, last != 0x65 { return Stem(keeps: kept - 1) }
        return prefersE(form, kept) ? Stem(keeps: kept, adds: 0x65) : Stem(keeps: kept)
    }

    /// Whether a plural takes `es`: after s, x, z, ch, sh.
    private static func hisses(_ form: UnsafeMutablePointer<UInt8>, _ kept: Int) -> Bool {
        switch form[kept - 1] {
        case 0x73, 0x78, 0x7A: return true
        case 0x68: return kept > 1 && (form[kept - 2] == 0x63 || form[kept - 2] == 0x73)
        default: return false
        }
    }
}
