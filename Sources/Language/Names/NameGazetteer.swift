// Names that other rooms know, handed in to find them in texts.

/// Known names with their kinds, found by their first word.
public struct NameGazetteer: Sendable {
    private struct Entry {
        var words: [String]
        var kind: Name.Kind
    }

    private var byFirstWord: [String: [Entry]] = [:]

    /// A gazetteer of these names.
    public init(_ names: [(name: String, kind: Name.Kind)] = []) {
        for (name, kind) in names { add(name, kind) }
    }

    /// Adds a name of one or more words, with spaces between as in the text.
    public mutating func add(_ name: String, _ kind: Name.Kind) {
        let words = name.split(separator: " ").map { $0.lowercased() }
        guard let first = words.first else { return }
        byFirstWord[first, default: []].append(Entry(words: words, kind: kind))
    }

    /// Whether it holds no name.
    var isEmpty: Bool { byFirstWord.isEmpty }

    /// The longest known name that begins at a token.
    func longest(at token: Int, before end: Int, in document: Document) -> (tokens: Range<Int>, kind: Name.Kind)? {
        guard let entries = byFirstWord[document.form(token).lowercased()] else { return nil }
        var best: (tokens: Range<Int>, kind: Name.Kind)?
        for entry in entries where token + entry.words.count <= end {
            let isLonger = best.map { $0.tokens.count < entry.words.count } ?? true
            let matches = entry.words.indices.dropFirst().allSatisfy {
                document.form(token + $0).lowercased() == entry.words[$0]
            }
            if isLonger, matches { best = (token..<token + entry.words.count, entry.kind) }
        }
        return best
    }
}
