// A sentence with the parts of an act marked in it.

/// Writes sentences with marks.
struct MarkedSentence {
    let text: CodedText

    /// What a token is of an act.
    private enum Part {
        case none, source, action, target

        var opening: String {
            switch self {
            case .none: ""
            case .source: "{"
            case .action: "["
            case .target: "<"
            }
        }

        var closing: String {
            switch self {
            case .none: ""
            case .source: "}"
            case .action: "]"
            case .target: ">"
            }
        }
    }

    /// The sentence of an act with {source}, [action] and <target> marked.
    func marked(_ act: Act) -> String {
        var parts: [Int: Part] = [:]
        for (side, part) in [(act.target, Part.target), (act.source, .source)] {
            for party in side { for token in phrase(of: party) { parts[token] = part } }
        }
        for token in act.words { parts[token] = .action }
        return written(text.document.sentences[act.sentence].tokens) { parts[$0] ?? .none }
    }

    /// A sentence with the phrases that name {actors} marked.
    func marked(sentence: Int, _ actors: [ActorMention]) -> String {
        var named: Set<Int> = []
        for actor in actors { named.formUnion(actor.tokens) }
        return written(text.document.sentences[sentence].tokens) { named.contains($0) ? .source : .none }
    }

    /// The tokens of the phrase that names a party.
    private func phrase(of party: Party) -> Range<Int> {
        if let mention = text.actor(at: party.head) { return mention.tokens }
        if let place = text.place(at: party.head) { return place.tokens }
        return party.head..<(party.head + 1)
    }

    private func written(_ tokens: Range<Int>, _ part: (Int) -> Part) -> String {
        var result = ""
        var open = Part.none
        var end: Int?
        for token in tokens {
            let bytes = text.tokens[token].bytes
            let here = part(token)
            if here != open { result += open.closing }
            if let end, end < bytes.lowerBound { result += text.document.text.string(end..<bytes.lowerBound) }
            if here != open { result += here.opening }
            result += text.document.form(token)
            open = here
            end = bytes.upperBound
        }
        return result + open.closing
    }
}
