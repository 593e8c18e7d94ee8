// Looser ways in which a word may mean a candidate, for when none begins with it.

/// Compares what was typed with what could be meant, whatever the case.
enum WordFit {
    /// Whether the word stands somewhere in a candidate: `reply` in `escalation/reply`.
    static func isWithin(_ word: String, _ candidate: String) -> Bool {
        candidate.lowercased().contains(word.lowercased())
    }

    /// Whether a candidate has the word's letters in their order, its first one at the start of a part of a word:
    /// `irt` in `in_response_to`.
    static func isScattered(_ word: String, over candidate: String) -> Bool {
        let wanted = Array(word.lowercased())
        guard let first = wanted.first else { return true }
        let letters = Array(candidate.lowercased())
        for start in letters.indices where letters[start] == first {
            guard start == 0 || !letters[start - 1].isLetter else { continue }
            var place = 0
            for letter in letters[start...] where place < wanted.count && letter == wanted[place] { place += 1 }
            if place == wanted.count { return true }
        }
        return false
    }
}
