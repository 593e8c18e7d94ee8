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
            attribution($0.source, $0.cue?.cue, $0.content, isDirect: !$0.isMixed, discourse, chains)
        }
        let taken = taken(direct, discourse)
        let links = DependencyTree(document.tokens)
        for sentence in atoms.sentences {
            var words = discourse.words
            words.range = sentence
            for (cue, content) in indirect(words, discourse, links, taken) {
                found.append(attribution(cue.source, cue.cue, content, isDirect: false, discourse, chains))
            }
        }
        for (cue, content) in LabelledSpeech(discourse: discourse).attributions() {
            found.append(attribution(cue.source, cue.cue, content, isDirect: false, discourse, chains))
        }
        return found.sorted {
            ($0.content.lowerBound, $0.content.upperBound) < ($1.content.lowerBound, $1.content.upperBound)
        }
    }

    /// The atoms that cannot be cues of indirect speech: those of direct speech, its words and its cues.
    private func taken(_ direct: [DirectSpeech.Found], _ discourse: Discourse) -> [Bool] {
        var taken = Array(repeating: false, count: discourse.atoms.items.count)
        // Both stand in the order of the text.
        var next = 0
        for quotation in discourse.quotations {
            while next < direct.count, direct[next].content.upperBound <= quotation.inner.lowerBound { next += 1 }
            guard next < direct.count, direct[next].content.overlaps(quotation.inner) else { continue }
            for index in quotation.inner { taken[index] = true }
        }
        for each in direct {
            for index in each.cue?.cue ?? 0..<0 { taken[index] = true }
            if each.isMixed { for index in each.content { taken[index] = true } }
        }
        return taken
    }

    /// Indirect speech of a sentence: by the words beside verbs of saying, then by the tree for all other words.
    private func indirect(
        _ words: AtomCursor,
        _ discourse: Discourse,
        _ links: DependencyTree,
        _ taken: [Bool]
    ) -> [(SpeechCue, content: Range<Int>)] {
        guard words.items[words.range].contains(where: { vocabulary.isOfSpeech($0.word) }) else { return [] }
        let document = discourse.document
        let tree = ClauseTree(words: words, discourse: discourse, links: links)
        let parsed = tree.isParsed ? tree : nil
        var found = IndirectSpeech(words: words, document: document, tree: parsed).attributions { taken[$0] }
        guard let parsed else { return found }
        let cues = found.map(\.0.cue)
        let clauses = ClauseSpeech(words: words, document: document, tree: parsed)
        let more = clauses.attributions { index in taken[index] || cues.contains { $0.contains(index) } }
        for each in more where !isOpinionWithin(each.0, found, words, document) { found.append(each) }
        return found
    }

    /// Whether a cue of opinion stands within what somebody says: "He said he hopes to stay" is one attribution, "He said the
    /// talks were over and urged both to return" is two.
    private func isOpinionWithin(
        _ cue: SpeechCue,
        _ found: [(SpeechCue, content: Range<Int>)],
        _ words: AtomCursor,
        _ document: Document
    ) -> Bool {
        guard let verb = cue.cue.last, !words.has(verb, .say) else { return false }
        let relation = document.tokens[Int(words.items[verb].token)].relation
        return relation != .conj && relation != .parataxis && found.contains { $0.content.contains(verb) }
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
