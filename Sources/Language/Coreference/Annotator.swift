// Runs times, counts, names, chains and quotes over a document with one split into atoms.

import Chronology

/// Finds times, counts, names, chains and attributions in one go.
public struct Annotator: Sendable {
    private let vocabulary: Vocabulary
    private let gazetteer: NameGazetteer
    private let followsNames: Bool

    /// An annotator that knows the words of the data files and the names that other rooms hand in.
    ///
    /// Without `followsNames` it finds no names and no chains, and speakers are called by the words beside what they say.
    public init(vocabulary: Vocabulary, gazetteer: NameGazetteer = NameGazetteer(), followsNames: Bool = true) {
        self.vocabulary = vocabulary
        self.gazetteer = gazetteer
        self.followsNames = followsNames
    }

    /// All findings of a document; times are counted from the article's date.
    public func annotate(_ document: Document, publication: Day?) -> Annotations {
        let atoms = Atoms(document, vocabulary: vocabulary)
        var names: [Name] = []
        var chains = Coreference(mentions: [], chains: 0)
        if followsNames {
            names = NameFinder(vocabulary: vocabulary, gazetteer: gazetteer).names(in: document, atoms)
            let resolver = CoreferenceResolver(vocabulary: vocabulary, gazetteer: gazetteer)
            chains = resolver.resolve(document, atoms, names: names)
        }
        return Annotations(
            times: TimeTagger(vocabulary: vocabulary, publication: publication).expressions(in: document, atoms),
            counts: CountExtractor(vocabulary: vocabulary).counts(in: document, atoms),
            names: names,
            coreference: chains,
            attributions: QuoteFinder(vocabulary: vocabulary).attributions(in: document, atoms, chains: chains)
        )
    }
}
