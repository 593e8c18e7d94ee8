// Who says it: the speaker of a quotation, or the subject of the verb of reporting above a clause.
import EventModel
import Language

/// A quotation of the text and who speaks in it.
struct SpokenPassage: Sendable {
    /// The tokens between the quotation marks, or of the reported clause.
    var tokens: Range<Int>
    /// The head of the phrase that names the speaker, nil where nobody is named.
    var speaker: Int?
    /// Whether it stands inside quotation marks.
    var isDirect: Bool
}

/// Finds who speaks.
struct SpeakerFinder: Sendable {
    let text: CodedText
    let parties: PartyFinder
    let passages: [SpokenPassage]

    private var tokens: [Token] { text.tokens }

    /// Whether a token stands inside quotation marks.
    func isQuoted(_ token: Int) -> Bool {
        passages.contains { $0.isDirect && $0.tokens.contains(token) }
    }

    /// The one who says the clause of this token, nil for the narrator.
    func speaker(of token: Int) -> Party? {
        for passage in passages where passage.tokens.contains(token) {
            guard let head = passage.speaker, !passage.tokens.contains(head) else { continue }
            if let party = parties.parties(at: head).first(where: { $0.kind != .place }) { return party }
        }
        return reporter(above: token)
    }

    /// The subject of the verb of reporting above a clause.
    func reporter(above token: Int) -> Party? {
        var current = token
        var steps = 0
        while let head = tokens[current].head, steps < 12 {
            switch tokens[current].relation {
            case .ccomp, .parataxis:
                if text.cues(head).contains(.reporting), let party = subject(of: head, outside: current) { return party }
            default: break
            }
            current = head
            steps += 1
        }
        // "…, Austin said": some parses hang the verb of reporting under what is said.
        for child in text.tree.children(of: current) where tokens[child].relation == .parataxis {
            if text.cues(child).contains(.reporting), let party = subject(of: child, outside: -1) { return party }
        }
        return nil
    }

    private func subject(of verb: Int, outside clause: Int) -> Party? {
        for head in text.grammar.surfaceSubjects(of: verb) where clause < 0 || !text.tree.isWithin(head, clause) {
            if let party = parties.parties(at: head).first(where: { $0.kind != .place }) { return party }
        }
        return nil
    }
}
