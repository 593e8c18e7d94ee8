// Words to look for in a sentence: whole words, in any case, with `*` for any ending.

/// A phrase as `says` takes it: `hit back`, `retaliat*`.
public struct Phrase: Sendable, Hashable {
    /// The phrase as the rule has it.
    public let text: String
    private let words: [Word]

    private struct Word: Hashable {
        let letters: String
        let open: Bool
    }

    /// A phrase of at least one word, nil where the text has none.
    public init?(_ text: String) {
        self.text = text
        var words: [Word] = []
        for piece in text.split(separator: " ") {
            let open = piece.hasSuffix("*")
            let letters = Phrase.words(of: String(open ? piece.dropLast() : piece))
            guard let last = letters.last else { return nil }
            words += letters.dropLast().map { Word(letters: $0, open: false) }
            words.append(Word(letters: last, open: open))
        }
        guard !words.isEmpty else { return nil }
        self.words = words
    }

    /// Whether the phrase stands among these words, as `words(of:)` gives them.
    func occurs(in spoken: [String]) -> Bool {
        guard spoken.count >= words.count else { return false }
        return (0...(spoken.count - words.count)).contains { start in
            words.indices.allSatisfy { offset in
                let said = spoken[start + offset]
                return words[offset].open
                    ? said.hasPrefix(words[offset].letters) : said == words[offset].letters
            }
        }
    }

    /// The words of a text in lower case: runs of letters, digits and apostrophes; hyphens separate.
    public static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.append(scalar)
            } else if scalar == "'" || scalar == "’" {
                if !word.isEmpty { word.append("'") }
            } else if !word.isEmpty {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }
}
