// What the language stages know of one text; later rooms read it without copying.

/// A sentence: the tokens it holds and where it stands.
public struct Sentence: Sendable {
    /// Indexes into the document's tokens.
    public var tokens: Range<Int>
    /// Half-open UTF-8 byte offsets into the document's text, without the white space around it.
    public var bytes: Range<Int>

    /// A sentence of these tokens at these UTF-8 byte offsets.
    public init(tokens: Range<Int>, bytes: Range<Int>) {
        self.tokens = tokens
        self.bytes = bytes
    }
}

/// A text split into sentences and tokens, with tags and a dependency tree for each sentence.
public struct Document: Sendable {
    /// The text exactly as given.
    public let text: SourceText
    /// The sentences, in order.
    public var sentences: [Sentence] = []
    /// The tokens of all sentences, in order.
    public var tokens: [Token] = []
    /// The dependents of each token; empty until parsed.
    public internal(set) var tree = DependencyTree([])

    /// A document of which nothing is known but its text.
    public init(text: SourceText) {
        self.text = text
    }

    /// A document of sentences whose words are given; its text is the words with spaces between them.
    public init(sentences: [[String]]) {
        var joined = ""
        var ranges: [[Range<Int>]] = []
        for words in sentences {
            ranges.append(
                words.map { word in
                    let start = joined.utf8.count
                    joined += word
                    defer { joined += " " }
                    return start..<joined.utf8.count
                }
            )
        }
        self.init(text: SourceText(joined))
        for words in ranges {
            let first = tokens.count
            tokens += words.map { Token(bytes: $0) }
            let end = words.last?.upperBound ?? 0
            self.sentences.append(
                Sentence(tokens: first..<tokens.count, bytes: (words.first?.lowerBound ?? end)..<end)
            )
        }
    }

    /// The token's words as they stand in the text.
    public func form(_ token: Int) -> String { text.string(tokens[token].bytes) }

    /// Half-open Unicode scalar offsets of a run of tokens.
    public func span(_ tokens: Range<Int>) -> Range<Int> {
        guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
        return text.scalars(self.tokens[first].bytes.lowerBound..<self.tokens[last].bytes.upperBound)
    }
}
