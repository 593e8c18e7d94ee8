// The words around a place's name: prepositions, parts of countries, personal names.
import EventModel
import Language

/// What the words around a name say of it.
struct PlaceGrammar: Sendable {
    private let classes: [String: Set<String>]

    init(_ lexicon: ActorLexicon) {
        classes = lexicon.words.mapValues { Set($0) }
    }

    private func isWord(_ word: String, _ name: String) -> Bool { classes[name]?.contains(word) ?? false }

    /// The preposition before a name, over "the", "northern" and "city of", and whether it makes the name a place.
    func preposition(before tokens: Range<Int>, in document: Document) -> (word: String?, isLocative: Bool) {
        var index = tokens.lowerBound - 1
        var isLocative = false
        // Six words back are enough for "in the Syrian border town of".
        let end = max(tokens.lowerBound - 6, 0)
        while index >= end {
            let word = document.form(index).lowercased()
            if isWord(word, "locative") || word == "on" { return (word, true) }
            if word == "to" || word == "from" || word == "for" || word == "between" { return (word, true) }
            if isWord(word, "part") || isWord(word, "settlement") {
                isLocative = true
            } else if word == "of" {
                guard index > 0, isWord(document.form(index - 1).lowercased(), "settlement") else {
                    return (word, isLocative)
                }
            } else if document.tokens[index].upos != .det, document.tokens[index].upos != .adj,
                document.tokens[index].upos != .propn || index != tokens.lowerBound - 1
            {
                break
            }
            index -= 1
        }
        return (nil, isLocative)
    }

    /// Whether the name is part of a person's name ("Paris Hilton", "Governor Sydney Smith").
    func isPersonName(_ tokens: Range<Int>, in document: Document) -> Bool {
        guard tokens.count == 1 else { return false }
        let token = tokens.lowerBound
        for neighbour in [token - 1, token + 1] where document.tokens.indices.contains(neighbour) {
            guard document.tokens[neighbour].upos == .propn else { continue }
            if document.tokens[token].head == neighbour, document.tokens[token].relation == .flat { return true }
            if document.tokens[neighbour].head == token, document.tokens[neighbour].relation == .flat { return true }
        }
        return false
    }

    /// The token of a run whose head lies outside it, else its last.
    static func head(of tokens: Range<Int>, in document: Document) -> Int {
        tokens.last { index in
            guard let head = document.tokens[index].head else { return document.tokens[index].relation == .root }
            return !tokens.contains(head) && document.tokens[index].relation != .punct
        } ?? tokens.upperBound - 1
    }
}
