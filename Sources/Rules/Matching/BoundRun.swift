// The entries that a step is bound to: one, as a rule, and then without an array.

/// A step's entries, latest first; empty where the step is not bound.
struct BoundRun: RandomAccessCollection {
    private var latest = 0
    private var run: [Int] = []
    private(set) var endIndex = 0

    /// Not bound.
    init() {}

    /// Bound to one entry.
    init(_ entry: Int) {
        latest = entry
        endIndex = 1
    }

    /// Bound to a run, latest first.
    init(_ entries: some Collection<Int>) {
        run = Array(entries)
        latest = run.first ?? 0
        endIndex = run.count
    }

    var startIndex: Int { 0 }

    subscript(place: Int) -> Int { place == 0 ? latest : run[place] }
}
