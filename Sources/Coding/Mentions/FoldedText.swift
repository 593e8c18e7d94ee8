// A document's words as hashes, so that dictionaries of any size are looked up at a few nanoseconds a word.
import Language

/// The words of a document, folded: lower case, plain letters, hyphens and apostrophes gone.
///
/// "Kata'ib", "Kataib" and "KATAIB" are one word, and so are "al-Qaeda" however the tokenizer splits it.
public struct FoldedText: Sendable {
    /// One word.
    public struct Word: Sendable {
        /// A hash of the folded letters; two words with the same hash are taken to be the same word.
        let hash: UInt64
        /// The index of its token in the document.
        let token: Int
        /// How it is capitalised.
        let capitals: Capitals
    }

    /// The words, in order.
    let words: [Word]
    /// For every sentence the words it holds.
    let sentences: [Range<Int>]

    /// The words of the document.
    public init(_ document: Document) {
        var words: [Word] = []
        words.reserveCapacity(document.tokens.count)
        var sentences: [Range<Int>] = []
        sentences.reserveCapacity(document.sentences.count)
        for sentence in document.sentences {
            let start = words.count
            for token in sentence.tokens {
                document.text.utf8.withUnsafeBufferPointer { bytes in
                    Folding.fold(bytes[document.tokens[token].bytes]) { hash, capitals in
                        words.append(Word(hash: hash, token: token, capitals: capitals))
                    }
                }
            }
            sentences.append(start..<words.count)
        }
        self.words = words
        self.sentences = sentences
    }
}

/// How a word is capitalised.
struct Capitals: Sendable, Equatable {
    /// Whether the first letter is a capital.
    var first: Bool
    /// Whether all letters are capitals and there are at least two.
    var all: Bool
    /// The number of letters and digits.
    var count: UInt8

    /// Whether a text's word can stand for a name's word that is capitalised like this.
    ///
    /// Short acronyms need their capitals ("US", "IS", "WHO"); longer ones do not ("Unicef", "Centcom").
    func accepts(_ text: Capitals, exactly: Bool) -> Bool {
        if exactly { return text.first == first && text.all == all }
        if all && count <= 3 { return text.all }
        return !first || text.first
    }
}
