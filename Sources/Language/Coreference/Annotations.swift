// All that this room finds in an article beyond its words and trees.

import Chronology

/// The times, counts, names, chains and attributions of a document, each found when it is first asked for.
///
/// A class, for what has been found is kept: most texts tell of nothing that has a time or victims, and nobody asks.
public final class Annotations {
    private let annotator: Annotator
    private let document: Document
    private let publication: Day?

    init(_ annotator: Annotator, _ document: Document, publication: Day?) {
        self.annotator = annotator
        self.document = document
        self.publication = publication
    }

    private var vocabulary: Vocabulary { annotator.vocabulary }
    private lazy var atoms = Atoms(document, vocabulary: vocabulary)

    /// The time expressions, in order.
    public private(set) lazy var times: [TimeExpression] =
        TimeTagger(vocabulary: vocabulary, publication: publication).expressions(in: document, atoms)

    /// The counts of victims, in order.
    public private(set) lazy var counts: [CasualtyCount] =
        CountExtractor(vocabulary: vocabulary).counts(in: document, atoms)

    /// The names, in order.
    public private(set) lazy var names: [Name] =
        annotator.followsNames
        ? NameFinder(vocabulary: vocabulary, gazetteer: annotator.gazetteer).names(in: document, atoms) : []

    /// The chains of names, pronouns and definite nouns.
    public private(set) lazy var coreference: Coreference =
        annotator.followsNames
        ? CoreferenceResolver(vocabulary: vocabulary, gazetteer: annotator.gazetteer)
            .resolve(document, atoms, names: names) : Coreference(mentions: [], chains: 0)

    /// Who says, thinks or wants what.
    public private(set) lazy var attributions: [Attribution] =
        QuoteFinder(vocabulary: vocabulary).attributions(in: document, atoms, chains: coreference)
}
