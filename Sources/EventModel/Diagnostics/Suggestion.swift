// "Did you mean …?": the nearest name of a list, by edit distance.

/// Finds what somebody may have meant.
public enum Suggestion {
    /// The candidate nearest to a mistyped name, nil where none is near: at most a third of its letters may be wrong.
    ///
    /// Letters are compared without regard to case; the first of equally near candidates wins.
    public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars)
        // A long name is data, not a slip of the keyboard, and the table of distances grows with its square.
        guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let letters = Array(candidate.lowercased().unicodeScalars)
            let limit = max(1, max(wanted.count, letters.count) / 3)
            guard letters.count <= 64, abs(letters.count - wanted.count) <= limit else { continue }
            let distance = distance(wanted, letters)
            guard distance <= limit, distance < best?.distance ?? .max else { continue }
            best = (candidate, distance)
        }
        return best?.name
    }

    /// A sentence for a hint: `did you mean 'ASSAULT'?`, or the list where nothing is near and the list is short.
    public static func hint(for name: String, among candidates: [String]) -> String? {
        if let nearest = nearest(to: name, among: candidates) { return "did you mean '\(nearest)'?" }
        guard !candidates.isEmpty, candidates.count <= 40 else { return nil }
        return "one of " + candidates.joined(separator: ", ")
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment) from one to the other.
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
                var cost = min(replaced, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
