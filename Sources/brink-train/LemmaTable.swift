// The lemmas that no rule gives, from WordNet's exceptions and the treebanks.
import Language

/// Collects exceptions until the lemmatizer agrees with the treebanks on what they show more than once.
struct LemmaTable {
    private(set) var exceptions: [Lemmatizer.Exception] = []

    init(_ gold: [GoldSentence], _ wordNet: WordNetReader, _ lexicon: Lexicon) {
        struct Key: Hashable {
            var form: String
            var part: PartOfSpeech
        }
        var seen: [Key: [String: Int]] = [:]
        var tags: [Key: [String: Int]] = [:]
        for sentence in gold {
            for index in sentence.forms.indices {
                let part = sentence.upos[index] == .aux ? .verb : sentence.upos[index]
                let key = Key(form: sentence.forms[index].lowercased(), part: part)
                seen[key, default: [:]][sentence.lemmas[index].lowercased(), default: 0] += 1
                tags[key, default: [:]][sentence.tags[index], default: 0] += 1
            }
        }
        var found: [Key: String] = [:]
        for exception in wordNet.exceptions {
            let key = Key(form: exception.form, part: exception.part)
            if found[key] == nil { found[key] = exception.lemma }
        }
        let base = Lemmatizer(found.map { Lemmatizer.Exception(form: $0.form, part: $0.part, lemma: $1) })
        let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: WordFeatures.longest + 8)
        defer { scratch.deallocate() }
        for (key, lemmas) in seen {
            let order: (_ a: (key: String, value: Int), _ b: (key: String, value: Int)) -> Bool = {
                ($0.value, $1.key) < ($1.value, $0.key)
            }
            guard let best = lemmas.max(by: order), let tag = tags[key]?.max(by: order) else { continue }
            let ours = Array(key.form.utf8).withUnsafeBufferPointer {
                base.lemma($0, 0, $0.count, key.part, tag.key, lexicon, scratch)
            }
            // Plurals keep their singular where WordNet knows it, so that "troops" is `troop` as "forces" is `force`.
            if tag.key == "NNS", best.key == key.form, key.form.hasSuffix("s"),
                wordNet.facts[ours].map({ $0 & 3 != 0 }) ?? false
            {
                continue
            }
            // One sighting may be a typing error that the treebank corrects.
            if ours != best.key, best.key != "_", best.value > 1 { found[key] = best.key }
        }
        exceptions = found.filter { $0.key.form != $0.value || seen[$0.key] != nil }
            .map { Lemmatizer.Exception(form: $0.form, part: $0.part, lemma: $1) }
            .sorted { ($0.form, $0.part.rawValue) < ($1.form, $1.part.rawValue) }
    }
}
