// The words of a sentence as the parser's features see them, by their numbers.

/// The atoms of a sentence, with words beyond its end.
struct SentenceWords {
    let atoms: UnsafePointer<SentenceFeatures.Atom>
    /// The number of the word that stands for nothing; what is known of the whole sentence stands there.
    let nothing: Int

    @inline(__always) subscript(word: Int32) -> SentenceFeatures.Atom { atoms[Int(word)] }

    /// The word this many after another, nothing beyond the end.
    @inline(__always) func after(_ word: Int32, _ count: Int) -> SentenceFeatures.Atom {
        atoms[min(Int(word) + count, nothing)]
    }

    @inline(__always) var last: SentenceFeatures.Atom { atoms[nothing] }

    /// How far one word is from another, in classes.
    @inline(__always) static func distance(_ from: Int32, _ to: Int32) -> UInt32 {
        let length = max(Int(to) - Int(from), 0)
        return length < 5 ? UInt32(truncatingIfNeeded: length) : length < 8 ? 5 : length < 14 ? 6 : 7
    }
}
