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

/// Finds who speaks; a class, for each act asks it and a copy would copy its lists' references.
final class SpeakerFinder: Sendable {
    let text: CodedText
    let parties: PartyFinder
    let passages: [SpokenPassage]
    /// By sentence, the passages that reach into it.
    private let bySentence: [[Int32]]
    /// For whom the narrator speaks in the first person ("we", "my administration"), nil where the text does not show it.
    let voice: Party?

    init(text: CodedText, parties: PartyFinder, passages: [SpokenPassage]) {
        self.text = text
        self.parties = parties
        self.passages = passages
        var bySentence = [[Int32]](repeating: [], count: text.document.sentences.count)
        for (index, passage) in passages.enumerated() where !passage.tokens.isEmpty {
            let last = text.sentences[passage.tokens.upperBound - 1]
            for sentence in text.sentences[passage.tokens.lowerBound]...last {
                bySentence[Int(sentence)].append(Int32(index))
            }
        }
        self.bySentence = bySentence
        voice = Self.voice(text, parties) { token in
            bySentence[Int(text.sentences[token])].contains { number in
                let passage = passages[Int(number)]
                return passage.speaker != nil && passage.tokens.contains(token)
            }
        }
    }

    private var tokens: [Token] { text.tokens }

    /// Whether a token stands inside quotation marks.
    func isQuoted(_ token: Int) -> Bool {
        bySentence[Int(text.sentences[token])].contains { number in
            passages[Int(number)].isDirect && passages[Int(number)].tokens.contains(token)
        }
    }

    /// The one who says the clause of this token, nil for the narrator.
    func speaker(of token: Int) -> Party? {
        for number in bySentence[Int(text.sentences[token])] where passages[Int(number)].tokens.contains(token) {
            let passage = passages[Int(number)]
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
                if text.cues(head).contains(.reporting), let party = subject(of: head, outside: current) {
                    return party
                }
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

    /// The state whose subject the unquoted first person stands beside most often.
    private static func voice(
        _ text: CodedText,
        _ parties: PartyFinder,
        isSpoken: (_ token: Int) -> Bool
    ) -> Party? {
        var firstPersons: [Int] = []
        for token in text.tokens.indices
        where text.cues(token).contains(.firstPerson) && text.tokens[token].upos == .pron {
            if !isSpoken(token) { firstPersons.append(token) }
        }
        guard firstPersons.count >= 3 else { return nil }
        let known = Set(firstPersons)
        let sentences = Set(firstPersons.map { text.sentences[$0] })
        var scores: [String: (score: Int, mention: ActorMention)] = [:]
        for mention in text.actors where mention.form == .name || mention.form == .composed {
            guard let country = mention.actor.country, sentences.contains(text.sentences[mention.head]),
                Plausibility.standing(mention.actor) >= .political, country != "IGO"
            else { continue }
            var score = 0
            let next = mention.tokens.upperBound
            if next + 1 < text.tokens.count, text.tokens[next].lemma == "and", known.contains(next + 1) {
                score += 3
            }
            if text.tokens[mention.head].relation == .nsubj, let verb = text.tokens[mention.head].head,
                (mention.head - 15...mention.head + 15).contains(where: {
                    known.contains($0) && text.tree.isWithin($0, verb)
                })
            {
                score += 2
            }
            guard score > 0 else { continue }
            scores[country, default: (0, mention)].score += score
        }
        let best = scores.sorted { ($0.value.score, $1.key) > ($1.value.score, $0.key) }
        guard let first = best.first, first.value.score >= 2 else { return nil }
        if best.count > 1, best[1].value.score >= first.value.score { return nil }
        return parties.states.state(country: first.key).map { state in
            Party(
                actor: state.government,
                kind: .actor,
                head: first.value.mention.head,
                isInferred: true
            )
        }
    }
}
