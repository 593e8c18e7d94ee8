// Sums for many words at once: while the rows of one are on their way, those of the next are asked for.

/// The sums of a batch of words.
struct RowBatch {
    /// Words that the tagger and the labeller look at together.
    static let size = 32

    private let base: UnsafePointer<UInt8>
    private let mask: UInt32
    private let width: Int
    private let places: UnsafeMutablePointer<UInt32>
    private let sums: UnsafeMutablePointer<SIMD8<UInt16>>
    /// The rows that were asked for last, and the word that they are for.
    private var waiting: (rows: TableRows, word: Int)?
    private var turn = 0

    /// A batch in the memory of `scratch`.
    @inline(__always) init(_ base: UnsafePointer<UInt8>, _ mask: UInt32, width: Int, _ scratch: ParserScratch) {
        self.base = base
        self.mask = mask
        self.width = width
        places = scratch.features
        sums = scratch.rowSums
    }

    /// Sums the features that `extract` writes for a word of the batch.
    @inline(__always) mutating func begin(_ word: Int, _ extract: (inout TableRows) -> Void) {
        // The places of the word that waits are still needed.
        turn ^= 1
        var rows = TableRows(base, mask, width: width, places + turn * 128)
        extract(&rows)
        finish()
        waiting = (rows, word)
    }

    /// Sums what is still on its way; to be called after the last word.
    @inline(__always) mutating func finish() {
        guard let (rows, word) = waiting else { return }
        let own = sums(word)
        own.update(repeating: .zero, count: RowSum.vectorCount(width: width))
        RowSum.add(rows, to: own)
        waiting = nil
    }

    /// Adds the features that `extract` writes for a word, and writes the scores of all classes.
    @inline(__always) func end(
        _ word: Int,
        to scores: UnsafeMutablePointer<Int16>,
        _ extract: (inout TableRows) -> Void
    ) {
        var rows = TableRows(base, mask, width: width, places)
        extract(&rows)
        RowSum.add(rows, to: sums(word))
        RowSum.write(sums(word), width: width, to: scores)
    }

    @inline(__always) private func sums(_ word: Int) -> UnsafeMutablePointer<SIMD8<UInt16>> {
        sums + word * RowSum.vectorCount(width: width)
    }
}
