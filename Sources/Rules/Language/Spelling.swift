// Did you mean: the known name that is closest to a misspelt one.

/// Suggestions for names that nobody knows.
enum Spelling {
    /// "did you mean 'x'?", or the list of names where none is close and the list is short; nil where neither helps.
    static func suggestion(for name: String, among names: some Sequence<String>) -> String? {
        let names = Array(names)
        let close = names.map { (name: $0, distance: distance(name.lowercased(), $0.lowercased())) }
            .filter { $0.distance <= max(1, name.count / 3) }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        if let close { return "did you mean '\(close.name)'?" }
        return names.isEmpty || names.count > 40 ? nil : "one of " + names.sorted().joined(separator: " ")
    }

    /// The number of letters to add, drop, change or swap with their neighbour (optimal string alignment).
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.unicodeScalars)
        let right = Array(right.unicodeScalars)
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            for column in 1...right.count {
                let changed = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
                var best = min(changed, last[column] + 1, current[column - 1] + 1)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    best = min(best, beforeLast[column - 2] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
