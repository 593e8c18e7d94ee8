// Finds times, counts, names, chains and quotes in a document with one split into atoms.

import Chronology

/// Finds times, counts, names, chains and attributions.
public struct Annotator: Sendable {
    let vocabulary: Vocabulary
    let gazetteer: NameGazetteer
    let followsNames: Bool

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
        Annotations(self, document, publication: publication)
    }
}
