// What is known of words before any text is read: training vocabulary and WordNet's coarse classes.

/// A compiled table from the hash of a lower-case form to facts on the word.
package struct Lexicon: Sendable {
    /// Facts on a word in 32 bits.
    package struct Facts: RawRepresentable, Sendable, Hashable {
        package var rawValue: UInt32
        package init(rawValue: UInt32) { self.rawValue = rawValue }

        /// Two bits each for noun, verb, adjective, adverb: 0 is not, 1 may be, 2 mostly is.
        package var partsOfSpeech: UInt32 { rawValue & 0xFF }
        /// WordNet's file of the first noun sense, less 2 (`noun.act` is 2), or 0.
        package var nounClass: UInt32 { rawValue >> 8 & 0x1F }
        /// WordNet's file of the first verb sense, less 28, or 0.
        package var verbClass: UInt32 { rawValue >> 13 & 0xF }
        /// Six bits of verb frames: bare, object, two objects, clause, infinitive, prepositional.
        package var frames: UInt32 { rawValue >> 17 & 0x3F }
        /// The word stands often enough in the training texts to be a feature by itself.
        package var isFrequent: Bool { rawValue & 1 << 23 != 0 }
        /// The tag that the word nearly always has, plus one, or 0.
        package var onlyTag: UInt32 { rawValue >> 24 }

        package var isNoun: Bool { rawValue & 0x03 != 0 }
        package var isVerb: Bool { rawValue & 0x0C != 0 }
        package var isAdjective: Bool { rawValue & 0x30 != 0 }
        package var isAdverb: Bool { rawValue & 0xC0 != 0 }
    }

    /// The hashes and facts as they were given, sorted by hash.
    package let entries: [(key: UInt32, facts: Facts)]
    private let slots: [UInt64]
    private let mask: Int

    /// A table of these words.
    package init(_ entries: [(key: UInt32, facts: Facts)]) {
        self.entries = entries
        var size = 1024
        while size < entries.count * 2 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        let mask = size - 1
        for entry in entries {
            var slot = Int(entry.key) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt64(entry.key) << 32 | UInt64(entry.facts.rawValue) | (entry.key == 0 ? 1 << 63 : 0)
        }
        self.slots = slots
        self.mask = mask
    }

    /// The facts on the word with this hash, or none.
    package subscript(key: UInt32) -> Facts? {
        var slot = Int(key) & mask
        while slots[slot] != 0 {
            if slots[slot] >> 32 == UInt64(key) {
                return Facts(rawValue: UInt32(truncatingIfNeeded: slots[slot]))
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The hash of a lower-case form.
    package static func key(_ form: some Sequence<UInt8>) -> UInt32 {
        var hash = FormHash()
        for byte in form { hash.add(byte) }
        return hash.value
    }
}
