// Finds direct, partial and indirect speech with its speakers.

/// Finds who says, thinks or wants what.
public struct QuoteFinder: Sendable {
    private let vocabulary: Vocabulary

    /// A finder that knows the words of these data files.
    public init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    /// The attributions of a document, in the order of their contents; chains of mentions give speakers their names.
    public func attributions(in document: Document, chains: Coreference? = nil) -> [Attribution] {
        attributions(in: document, Atoms(document, vocabulary: vocabulary), chains: chains)
    }

    func attributions(in document: Document, _ atoms: Atoms, chains: Coreference?) -> [Attribution] {
        let discourse = Discourse(document, atoms, vocabulary)
        let direct = DirectSpeech(discourse: discourse).attributions()
        var found = direct.map {
            attribution($0.source, $0.cue?.cue, $0.content, isDirect: true, discourse, chains)
        }
        var taken = Set<Int>()
        for each in direct { if let cue = each.cue?.cue { taken.formUnion(cue) } }
        let isTaken = { (index: Int) in
            taken.contains(index)
                || direct.contains { $0.content.contains(index) && isInsideQuotation(index, discourse) }
        }
        for sentence in atoms.sentences {
            var words = discourse.words
            words.range = sentence
            if isParsed(document, atoms, sentence) {
                let clauses = ClauseSpeech(words: words, document: document)
                for each in clauses.attributions(isTaken: isTaken) {
                    found.append(
                        attribution(each.0.source, each.0.cue, each.content, isDirect: false, discourse, chains)
                    )
                }
            } else if atoms.items[sentence].contains(where: {
                vocabulary.has($0.word, .say) || $0.word == Keyword.according.id
            }) {
                for each in IndirectSpeech(words: words, document: document).attributions(isTaken: isTaken) {
                    found.append(
                        attribution(each.0.source, each.0.cue, each.content, isDirect: false, discourse, chains)
                    )
                }
            }
        }
        return found.sorted {
            ($0.content.lowerBound, $0.content.upperBound) < ($1.content.lowerBound, $1.content.upperBound)
        }
    }

    private func isInsideQuotation(_ index: Int, _ discourse: Discourse) -> Bool {
        discourse.quotations.contains { $0.inner.contains(index) }
    }

    private func isParsed(_ document: Document, _ atoms: Atoms, _ sentence: Range<Int>) -> Bool {
        sentence.contains { document.tokens[Int(atoms.items[$0].token)].head != nil }
    }

    private func attribution(
        _ source: Range<Int>?,
        _ cue: Range<Int>?,
        _ content: Range<Int>,
        isDirect: Bool,
        _ discourse: Discourse,
        _ chains: Coreference?
    ) -> Attribution {
        let sourceTokens = source.map(discourse.tokens)
        let words = source.map { discourse.document.text.string(discourse.bytes($0)) }
        return Attribution(
            source: source.map(discourse.span),
            sourceTokens: sourceTokens,
            cue: cue.map(discourse.span),
            cueTokens: cue.map(discourse.tokens),
            content: discourse.span(content),
            contentTokens: discourse.tokens(content),
            text: discourse.document.text.string(discourse.bytes(content)),
            isDirect: isDirect,
            speaker: sourceTokens.flatMap { chains?.name(of: $0) } ?? words
        )
    }
}
