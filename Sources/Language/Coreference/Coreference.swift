// Which mentions of a text are of the same person or thing.

/// The mentions of a document in chains.
public struct Coreference: Sendable {
    /// The mentions, in order.
    public let mentions: [Mention]
    /// For each chain the index of the mention that names it best, its longest name or first noun.
    public let heads: [Int]

    init(mentions: [Mention], chains: Int) {
        self.mentions = mentions
        var heads = Array(repeating: -1, count: chains)
        for (index, mention) in mentions.enumerated() {
            let current = heads[mention.chain]
            if current < 0 || Self.isBetter(mention, than: mentions[current]) { heads[mention.chain] = index }
        }
        self.heads = heads
    }

    /// The mentions of a chain, in order.
    public func mentions(ofChain chain: Int) -> [Mention] { mentions.filter { $0.chain == chain } }

    /// The mention that covers or begins within these tokens, or nil.
    public func mention(in tokens: Range<Int>) -> Mention? {
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].tokens.upperBound <= tokens.lowerBound { low = middle + 1 } else { high = middle }
        }
        var best: Mention?
        while low < mentions.count, mentions[low].tokens.lowerBound < tokens.upperBound {
            let mention = mentions[low]
            if best == nil || (mention.kind == .person && best?.kind != .person) { best = mention }
            low += 1
        }
        return best
    }

    /// The best name of whom these tokens speak of, or nil where nobody is named.
    public func name(of tokens: Range<Int>) -> String? {
        guard let mention = mention(in: tokens) else { return nil }
        let head = mentions[heads[mention.chain]]
        return head.form == .pronoun ? nil : head.text
    }

    private static func isBetter(_ mention: Mention, than other: Mention) -> Bool {
        let rank: (Mention) -> Int = { $0.form == .name ? 2 : $0.form == .noun ? 1 : 0 }
        if rank(mention) != rank(other) { return rank(mention) > rank(other) }
        return mention.form == .name && mention.tokens.count > other.tokens.count
    }
}
