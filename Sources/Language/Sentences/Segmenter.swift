// Raw text to sentences and tokens; no model is needed.

/// Splits text into sentences and tokens by rules and a word list.
public struct Segmenter: Sendable {
    private let words: WordList

    /// A segmenter with the word list of `Data/segmentation.txt`.
    public init(wordList: [UInt8]) throws(LanguageError) {
        words = try WordList(bytes: wordList)
    }

    /// The text with its sentences and tokens, of which nothing but their places is known.
    public func segment(_ text: String) -> Document {
        var document = Document(text: SourceText(text))
        let (pieces, sentences) = document.text.utf8.withUnsafeBufferPointer { bytes in
            var scanner = TokenScanner(bytes: bytes, words: words)
            scanner.scan()
            let splitter = SentenceSplitter(bytes: bytes, words: words, pieces: scanner.pieces)
            return (scanner.pieces, splitter.sentences())
        }
        document.tokens.reserveCapacity(pieces.count)
        for piece in pieces { document.tokens.append(Token(bytes: piece.start..<piece.end)) }
        document.sentences.reserveCapacity(sentences.count)
        for range in sentences {
            let bytes = pieces[range.lowerBound].start..<pieces[range.upperBound - 1].end
            document.sentences.append(Sentence(tokens: range, bytes: bytes))
        }
        return document
    }
}
