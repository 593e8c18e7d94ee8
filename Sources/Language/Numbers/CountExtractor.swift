// Finds how many were killed, wounded, arrested and so on, and by which words.

/// Finds counts of victims in a document.
public struct CountExtractor: Sendable {
    private let vocabulary: Vocabulary

    /// An extractor that knows the words of these data files.
    public init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    /// The counts of a document, in the order of the words that say what befell the victims.
    public func counts(in document: Document) -> [CasualtyCount] {
        counts(in: document, Atoms(document, vocabulary: vocabulary))
    }

    func counts(in document: Document, _ atoms: Atoms) -> [CasualtyCount] {
        var found: [CasualtyCount] = []
        for sentence in atoms.sentences where atoms.items[sentence].contains(where: { vocabulary.isCue($0.word) }) {
            let words = AtomCursor(
                bytes: document.text.utf8,
                items: atoms.items,
                vocabulary: vocabulary,
                range: sentence
            )
            let phrases = CountPhraseReader(words: words, document: document).phrases()
            let linker = CountLinker(words: words, document: document, phrases: phrases)
            for index in sentence {
                for (kind, phrase) in linker.counts(at: index) {
                    found.append(count(kind, phrase, index, words, document))
                }
            }
        }
        return found
    }

    private func count(
        _ kind: CasualtyCount.Kind,
        _ phrase: CountPhrase,
        _ cue: Int,
        _ words: AtomCursor,
        _ document: Document
    ) -> CasualtyCount {
        let tokens = { (range: Range<Int>) in
            Int(words.items[range.lowerBound].token)..<Int(
                words.items[max(range.lowerBound, range.upperBound - 1)].token
            ) + 1
        }
        let victims = tokens(phrase.range)
        let cueTokens = tokens(cue..<cue + 1)
        let all = min(victims.lowerBound, cueTokens.lowerBound)..<max(victims.upperBound, cueTokens.upperBound)
        let word = phrase.vague.map {
            document.text.string(Int(words.items[$0].lower)..<Int(words.items[$0].upper)).lowercased()
        }
        return CasualtyCount(
            kind: kind,
            quantity: Quantity(low: phrase.low, high: phrase.high, qualifier: phrase.qualifier, word: word),
            cue: cueTokens,
            victims: victims,
            span: document.span(all),
            text: document.text.string(
                document.tokens[victims.lowerBound].bytes
                    .lowerBound..<document.tokens[victims.upperBound - 1].bytes.upperBound
            )
        )
    }
}
