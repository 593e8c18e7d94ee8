// What the tagger and the parser see of a word form.

/// Hashes of a form and its parts.
package struct WordFeatures {
    /// The lower-case form with digits as `0`.
    package var form: UInt32 = 0
    /// `form` if the word is frequent, else the class of unknown words that look like it.
    package var lexical: UInt32 = 0
    package var shape: UInt32 = 0
    package var prefix: (UInt32, UInt32, UInt32) = (0, 0, 0)
    package var suffix: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    /// The parts of speech that WordNet allows, with the ending that was stripped to find the word.
    package var classes: UInt32 = 0
    package var facts = Lexicon.Facts(rawValue: 0)
    /// The tag that this form nearly always has, plus one, or 0.
    package var onlyTag: UInt32 = 0

    package init() {}

    /// Makes the word one that training has never seen, as `lexical` of rare words is.
    package mutating func forget() {
        form = mix(0x5EED, shape)
        lexical = unknown
        onlyTag = 0
    }

    private var unknown: UInt32 {
        mix(mix(0x0DD, shape), !WordShape.isCapital(shape) ? suffix.2 : suffix.0)
    }

    /// The features of the form that stands at these bytes.
    @inline(__always) package init(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ end: Int,
        _ lexicon: Lexicon,
        _ scratch: UnsafeMutablePointer<UInt8>
    ) {
        let length = Self.normalise(bytes, start, end, scratch)
        var shape = WordShape()
        var hash = FormHash()
        for index in 0..<length {
            let byte = scratch[index]
            shape.add(byte, at: index)
            if byte &- 0x41 < 26 { scratch[index] = byte | 0x20 } else if byte &- 0x30 < 10 { scratch[index] = 0x30 }
            hash.add(scratch[index])
            switch index {
            case 0: prefix.0 = hash.value
            case 1: prefix.1 = hash.value
            case 2: prefix.2 = hash.value
            default: break
            }
        }
        form = hash.value
        self.shape = shape.value(length: length)
        readSuffixes(scratch, length)
        readFacts(scratch, length, lexicon)
        lexical = facts.isFrequent ? form : unknown
    }

    /// Copies a form with curly quotation marks and apostrophes as straight ones; returns its length.
    @inline(__always) private static func normalise(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ end: Int,
        _ scratch: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var length = 0
        var at = start
        while at < end, length < longest {
            var byte = bytes[at]
            if byte == 0xE2, at + 2 < end, bytes[at + 1] == 0x80 {
                switch bytes[at + 2] {
                case 0x98, 0x99:
                    byte = 0x27
                    at += 2
                case 0x9C...0x9E:
                    byte = 0x22
                    at += 2
                default: break
                }
            }
            scratch[length] = byte
            length += 1
            at += 1
        }
        return length
    }

    /// Bytes of a word that are looked at; longer words are cut there.
    package static let longest = 64

    private mutating func readSuffixes(_ form: UnsafeMutablePointer<UInt8>, _ length: Int) {
        var hash = FormHash()
        var index = length - 1
        var taken = 0
        while index >= 0, taken < 4 {
            hash.add(form[index])
            switch taken {
            case 0: suffix.0 = hash.value
            case 1: suffix.1 = hash.value
            case 2: suffix.2 = hash.value
            default: suffix.3 = hash.value
            }
            taken += 1
            index -= 1
        }
        if taken < 2 { suffix.1 = suffix.0 }
        if taken < 3 { suffix.2 = suffix.1 }
        if taken < 4 { suffix.3 = suffix.2 }
    }

    private mutating func readFacts(_ form: UnsafeMutablePointer<UInt8>, _ length: Int, _ lexicon: Lexicon) {
        var bits: UInt32 = 0
        if let own = lexicon[self.form] {
            facts = own
            // "us" is a pronoun, "US" is not.
            onlyTag = !WordShape.isCapital(shape) ? own.onlyTag : 0
            bits = own.partsOfSpeech
        }
        let stem = Inflection.stem(form, length, lexicon)
        if let found = stem.facts, bits == 0 || stem.ending > 1 {
            bits |= found.partsOfSpeech & stem.allowed
            let kept = facts.rawValue & 0xFF80_00FF
            if facts.rawValue & 0x007F_FF00 == 0 { facts.rawValue = kept | found.rawValue & 0x007F_FF00 }
        }
        classes = mix(bits, bits == 0 ? 0 : stem.ending)
    }
}
