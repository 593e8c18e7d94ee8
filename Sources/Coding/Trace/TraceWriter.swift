// How an event was made, in words that a person can check line by line.
import EventModel
import Language

/// Writes the trace of an event.
struct TraceWriter {
    let text: CodedText

    /// The marked sentence, the lines of the lexicon, the parties, the rule of the date, and what was passed over.
    func trace(_ telling: Telling, _ acts: [Act], rule: String) -> String {
        let act = acts[telling.acts[0]]
        var lines = [marked(act)]
        for origin in act.origins {
            switch origin {
            case .pattern(let number): lines.append("action: \(text.lexicon.patterns[number].origin)")
            case .embedding(let number): lines.append("inside: \(text.lexicon.embeddings[number].origin)")
            }
        }
        lines.append("source: " + parties(act.source))
        lines.append("target: " + parties(act.target))
        lines.append("date: \(rule)")
        if telling.acts.count > 1 { lines.append("told \(telling.acts.count) times") }
        lines += act.notes
        return lines.joined(separator: "\n")
    }

    private func parties(_ side: [Party]) -> String {
        if side.isEmpty { return "none" }
        return side.map { party in
            let lines = text.actor(at: party.head)?.lines.map(\.description) ?? []
            return "\(party.actor.text) = \(party.actor.name)"
                + (lines.isEmpty ? "" : " (\(lines.joined(separator: ", ")))")
        }.joined(separator: "; ")
    }

    /// The sentence with [action], {source} and <target> marked.
    private func marked(_ act: Act) -> String {
        let tokens = text.document.sentences[act.sentence].tokens
        let sources = Set(act.source.map(\.head))
        let targets = Set(act.target.map(\.head))
        var result = ""
        var end: Int?
        for token in tokens {
            let bytes = text.tokens[token].bytes
            if let end, end < bytes.lowerBound { result += text.document.text.string(end..<bytes.lowerBound) }
            let word = text.document.form(token)
            if act.words.contains(token) {
                result +=
                    (token == act.words.lowerBound ? "[" : "") + word + (token == act.words.upperBound - 1 ? "]" : "")
            } else if sources.contains(token) {
                result += "{\(word)}"
            } else if targets.contains(token) {
                result += "<\(word)>"
            } else {
                result += word
            }
            end = bytes.upperBound
        }
        return result
    }
}
