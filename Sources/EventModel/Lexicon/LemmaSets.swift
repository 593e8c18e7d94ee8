// The sets of lemmas that action lines ask for, as bits.

/// Which lemmas are in which sets.
///
/// A sentence asks the same few lemmas of hundreds of sets: what is known of one lemma lies together.
struct LemmaSets: Sendable {
    /// A row of bits for each lemma, a bit for each set.
    private var bits: [UInt64] = []
    private var rowLength = 0

    /// No sets.
    init() {}

    /// Sets of the numbers of lemmas, which are all below `lemmaCount`.
    init(_ sets: [[Int32]], lemmaCount: Int) {
        rowLength = (sets.count + 63) / 64
        bits = Array(repeating: 0, count: rowLength * lemmaCount)
        for (number, set) in sets.enumerated() {
            for lemma in set { bits[Int(lemma) * rowLength + number >> 6] |= 1 << UInt64(number & 63) }
        }
    }

    /// Whether the lemma of a number is in a set.
    func contains(_ lemma: Int32, in set: Int) -> Bool {
        lemma >= 0 && bits[Int(lemma) * rowLength + set >> 6] & (1 << UInt64(set & 63)) != 0
    }
}
