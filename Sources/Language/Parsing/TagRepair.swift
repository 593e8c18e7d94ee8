// Tags that the tagger gets wrong for want of examples, put right before the sentence is parsed.

/// Verbs that news uses and the tagger's training text hardly has, by the hash of their form.
package struct TagRepair: Sendable {
    /// Past tenses that are never anything else.
    private let pasts: Set<UInt32>
    /// Past tenses that are nouns as well.
    private let doubles: Set<UInt32>
    /// Nouns that are never anything else.
    private let things: Set<UInt32>
    private let free: UInt32
    private let aim: UInt32
    private let agent: UInt32
    private let noun: UInt8
    private let past: UInt8
    private let participle: UInt8
    private let base: UInt8
    private let adverb: UInt8
    private let name: UInt8
    private let nouns: Set<UInt8>
    /// Plurals and names: "a penalty shot at goal" is no verb, "soldiers shot at the crowd" is one.
    private let plurals: Set<UInt8>
    private let verbs: Set<UInt8>
    private let modals: Set<UInt8>
    /// Tags that open a noun phrase, or stand for one.
    private let openings: Set<UInt8>
    private let particles: Set<UInt32>
    /// Tags behind which a clause may begin.
    private let stops: Set<UInt8>
    /// A bit for each form that is looked at, by the last six bits of its hash: few others pass.
    private let sieve: UInt64

    package init(tags: [TagPair]) {
        func numbers(_ wanted: Set<String>) -> Set<UInt8> {
            Set(tags.indices.filter { wanted.contains(tags[$0].tag) }.map { UInt8(truncatingIfNeeded: $0) })
        }
        func number(_ tag: String) -> UInt8 {
            tags.firstIndex { $0.tag == tag && $0.upos == .verb }.map { UInt8(truncatingIfNeeded: $0) } ?? 0
        }
        pasts = Set(
            ["froze", "shook", "overran", "flung", "clung", "bade", "overthrew", "strode", "struck"].map(Self.hash)
        )
        doubles = Set(["shot", "hit", "cut", "shut"].map(Self.hash))
        things = Set(["airstrike", "ceasefire", "warplane", "gunship", "minefield"].map(Self.hash))
        agent = Self.hash("by")
        free = Self.hash("free")
        aim = Self.hash("at")
        particles = Set(["dead", "down", "at"].map(Self.hash))
        noun = tags.firstIndex { $0.tag == "NN" && $0.upos == .noun }.map { UInt8(truncatingIfNeeded: $0) } ?? 0
        adverb = tags.firstIndex { $0.tag == "RB" && $0.upos == .adv }.map { UInt8(truncatingIfNeeded: $0) } ?? 0
        name = tags.firstIndex { $0.tag == "NNP" && $0.upos == .propn }.map { UInt8(truncatingIfNeeded: $0) } ?? 0
        past = number("VBD")
        participle = number("VBN")
        base = number("VB")
        nouns = numbers(["NN", "NNS", "NNP", "NNPS"])
        plurals = numbers(["NNS", "NNP", "NNPS"])
        verbs = numbers(["VB", "VBD", "VBN", "VBZ", "VBP", "MD"])
        stops = numbers([",", ":", "CC", "IN"])
        modals = numbers(["MD", "TO"])
        openings = numbers(["DT", "CD", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ"])
        sieve = pasts.union(doubles).union(things).union([free]).reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }

    private static func hash(_ form: String) -> UInt32 {
        var hash = FormHash()
        for byte in form.utf8 { hash.add(byte) }
        return hash.value
    }

    /// Corrects the tags of one sentence.
    package func apply(_ words: UnsafePointer<WordFeatures>, _ count: Int, to tags: UnsafeMutablePointer<UInt8>) {
        guard count > 1 else { return }
        for at in 0..<(count - 1) where tags[at] == adverb {
            if isName(words[at]), verbs.contains(tags[at + 1]) { tags[at] = name }
        }
        for at in 1..<count where sieve >> UInt64(words[at].form & 63) & 1 == 1 {
            let form = words[at].form
            if doubles.contains(form) {
                if isVerb(words, at, count, tags) { tags[at] = past }
            } else if things.contains(form) {
                if !nouns.contains(tags[at]) { tags[at] = noun }
            } else if form == free {
                // "would free three prisoners": no adjective stands between an auxiliary and a noun phrase.
                if modals.contains(tags[at - 1]), at + 1 < count, openings.contains(tags[at + 1]) { tags[at] = base }
            } else if pasts.contains(form), !verbs.contains(tags[at]) {
                // "has struck", "was struck", "a ship struck by a missile"
                let isParticiple = verbs.contains(tags[at - 1]) || at + 1 < count && words[at + 1].form == agent
                tags[at] = isParticiple ? participle : past
            }
        }
    }

    /// "Hale spoke": adverbs are known, so a capitalised one that is not, before a verb, is a name.
    private func isName(_ word: WordFeatures) -> Bool {
        WordShape.isCapital(word.shape) && !word.facts.isFrequent && !word.facts.isAdverb
    }

    /// "The gunman shot a soldier", "troops shot dead two": behind a noun, before its object or particle, no other verb
    /// in the clause.
    private func isVerb(
        _ words: UnsafePointer<WordFeatures>,
        _ at: Int,
        _ count: Int,
        _ tags: UnsafeMutablePointer<UInt8>
    ) -> Bool {
        guard !verbs.contains(tags[at]), nouns.contains(tags[at - 1]), at + 1 < count else { return false }
        let isLoose = words[at + 1].form == aim && !plurals.contains(tags[at - 1])
        guard particles.contains(words[at + 1].form) && !isLoose || openings.contains(tags[at + 1]) else {
            return false
        }
        for before in (0..<at).reversed() {
            if stops.contains(tags[before]) { return true }
            if verbs.contains(tags[before]) { return false }
        }
        return true
    }
}
