// "Hale spoke by phone with Aziz.": a sentence that seems to have no verb, but has a noun that may be one.

/// Finds the verb of sentences in which the tagger saw none.
struct MissingVerb: Sendable {
    /// The number of the tag of past tenses, where the model has it.
    private let past: UInt8?
    private let singular: UInt8?
    private let isVerb: [Bool]
    private let isStop: [Bool]

    init(_ tags: [TagPair]) {
        past = tags.firstIndex { $0.upos == .verb && $0.tag == "VBD" }.map(UInt8.init(truncatingIfNeeded:))
        singular = tags.firstIndex { $0.upos == .noun && $0.tag == "NN" }.map(UInt8.init(truncatingIfNeeded:))
        isVerb = tags.map { $0.upos == .verb || $0.upos == .aux }
        isStop = tags.map { $0.tag == "." }
    }

    /// Makes the only noun that is also an irregular past the verb of a sentence that has none and ends with a stop.
    func find(
        _ words: UnsafePointer<WordFeatures>,
        _ tags: UnsafeMutablePointer<UInt8>,
        _ count: Int,
        _ lemmatizer: Lemmatizer
    ) {
        guard let past, let singular, count > 2, isStop[Int(tags[count - 1])] else { return }
        var found: Int?
        for index in 0..<count {
            if isVerb[Int(tags[index])] { return }
            guard index > 0, tags[index] == singular, lemmatizer.isIrregularVerb(words[index].form) else { continue }
            if found != nil { return }
            found = index
        }
        if let found { tags[found] = past }
    }
}
