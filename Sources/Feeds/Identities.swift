// Article ids, each given out once.

/// Tells articles with the same id apart; keeps eight bytes an article.
struct Identities {
    // FNV-1a, 64 bits: should two ids ever share a hash, one is called `~2` without need, and nothing else happens.
    private var seen: Set<UInt64> = []

    /// The id, or the id with the first free number behind it.
    mutating func distinct(_ id: String) -> String {
        if seen.insert(Self.hash(id)).inserted { return id }
        var number = 2
        while !seen.insert(Self.hash("\(id)~\(number)")).inserted { number += 1 }
        return "\(id)~\(number)"
    }

    private static func hash(_ id: String) -> UInt64 {
        id.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
