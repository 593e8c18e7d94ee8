// How the right answer stands among all others.

/// The best of some scores, and by how much the right one leads.
struct MarginRanking {
    /// The number of the highest score.
    private(set) var best = 0
    /// The number of the highest score but the right one's.
    private(set) var rival: Int
    /// How far the right one is ahead of its rival; less than 0 where it is behind.
    let lead: Float

    /// Ranks the first `count` scores.
    init(_ scores: UnsafePointer<Float>, count: Int, gold: Int) {
        rival = gold == 0 ? 1 : 0
        for number in 1..<count {
            if scores[number] > scores[best] { best = number }
            if number != gold, scores[number] > scores[rival] { rival = number }
        }
        lead = scores[gold] - scores[rival]
    }
}
