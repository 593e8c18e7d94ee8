// Ties names, pronouns and definite nouns of an article together.

/// Resolves who is meant by names, pronouns and definite nouns.
public struct CoreferenceResolver: Sendable {
    private let vocabulary: Vocabulary
    private let names: NameFinder

    /// A resolver that knows the words of these data files and these names.
    public init(vocabulary: Vocabulary, gazetteer: NameGazetteer = NameGazetteer()) {
        self.vocabulary = vocabulary
        names = NameFinder(vocabulary: vocabulary, gazetteer: gazetteer)
    }

    /// The mentions of a document in chains.
    public func resolve(_ document: Document) -> Coreference {
        let atoms = Atoms(document, vocabulary: vocabulary)
        return resolve(document, atoms, names: names.names(in: document, atoms))
    }

    func resolve(_ document: Document, _ atoms: Atoms, names: [Name]) -> Coreference {
        var builder = ChainBuilder(document: document)
        var next = 0
        for (number, sentence) in document.sentences.enumerated() {
            builder.sentence = number
            var token = sentence.tokens.lowerBound
            while token < sentence.tokens.upperBound {
                while next < names.count, names[next].tokens.lowerBound < token { next += 1 }
                if next < names.count, names[next].tokens.lowerBound == token {
                    builder.add(names[next])
                    token = names[next].tokens.upperBound
                    next += 1
                    continue
                }
                let word = atoms.items[Int(atoms.firstOfToken[token])].word
                if let pronoun = Pronoun(word) {
                    builder.add(pronoun, at: token)
                } else if word == Keyword.the.id, let noun = definite(token + 1, sentence.tokens, atoms) {
                    builder.addDefinite(token..<noun + 1)
                } else if word == Keyword.a.id || word == Keyword.an.id,
                    let noun = definite(token + 1, sentence.tokens, atoms)
                {
                    builder.addIndefinite(token..<noun + 1)
                }
                token += 1
            }
        }
        return Coreference(mentions: builder.mentions, chains: builder.chains)
    }

    /// The head of the noun phrase behind an article: a word for a person, an office or a body, within a few words.
    private func definite(_ start: Int, _ sentence: Range<Int>, _ atoms: Atoms) -> Int? {
        var head: Int?
        var token = start
        while token < min(start + 5, sentence.upperBound) {
            let atom = atoms.items[Int(atoms.firstOfToken[token])]
            guard atom.kind == .word, !vocabulary.has(atom.word, .breaks), atom.word != Keyword.of.id, !atom.isCapital
            else { break }
            if isNamedNoun(atom.word) { head = token }
            token += 1
        }
        return head
    }

    private func isNamedNoun(_ word: Int32) -> Bool {
        vocabulary.has(word, .person) || vocabulary.has(word, .title) || vocabulary.has(word, .organisation)
            || vocabulary.has(word, .group) || vocabulary.has(word, .speaker)
    }
}
