// Runs times, counts, names, chains and quotes over a document with one split into atoms.

import Chronology

/// Finds times, counts, names, chains and attributions in one go.
public struct Annotator: Sendable {
    private let vocabulary: Vocabulary
    private let gazetteer: NameGazetteer

    /// An annotator that knows the words of the data files and the names that other rooms hand in.
    public init(vocabulary: Vocabulary, gazetteer: NameGazetteer = NameGazetteer()) {
        self.vocabulary = vocabulary
        self.gazetteer = gazetteer
    }

    /// All findings of a document; times are counted from the article's date.
    public func annotate(_ document: Document, publication: Day?) -> Annotations {
        let atoms = Atoms(document, vocabulary: vocabulary)
        let names = NameFinder(vocabulary: vocabulary, gazetteer: gazetteer).names(in: document, atoms)
        let resolver = CoreferenceResolver(vocabulary: vocabulary, gazetteer: gazetteer)
        let chains = resolver.resolve(document, atoms, names: names)
        return Annotations(
            times: TimeTagger(vocabulary: vocabulary, publication: publication).expressions(in: document, atoms),
            counts: CountExtractor(vocabulary: vocabulary).counts(in: document, atoms),
            names: names,
            coreference: chains,
            attributions: QuoteFinder(vocabulary: vocabulary).attributions(in: document, atoms, chains: chains)
        )
    }
}
