// Sides that an answer makes plain: who answers a blow was hit, and whom the answer hits has dealt it.
import EventModel
import Language

/// Fills in sides of acts from the acts that answer them.
struct AnswerCompletion: Sendable {
    let text: CodedText

    /// Fills in what answers tell of their acts.
    func complete(_ acts: inout [Act], _ answers: [Answer]) {
        let reader = AnswerCueReader(text: text, acts: ActList([], sentenceCount: 0))
        for answer in answers {
            guard let answered = answer.answered, answered != answer.act else { continue }
            let act = acts[answer.act]
            if reader.isBefore(acts[answered]) { acts[answered].modality = .actual }
            if isUponSelf(acts[answered]), !act.source.isEmpty {
                // "Mexico broke off relations after Ecuadorian police raided its embassy": the embassy is Mexico's.
                let other = named(act.source, apartFrom: acts[answered].source)
                if !other.isEmpty { acts[answered].target = other }
            }
            guard answer.isNamed || act.meaning.type == .threaten, isHostile(act),
                acts[answered].meaning.type.quad == .materialConflict
            else { continue }
            findDoer(answered, &acts)
            if act.meaning.type == .threaten, isNameless(act.target) || Sides.compare(act.target, act.source) == .same {
                let other = named(acts[answered].source, apartFrom: act.source)
                if !other.isEmpty { acts[answer.act].target = other }
            }
            completeCause(answered, act, &acts)
        }
    }

    private func isNameless(_ side: [Party]) -> Bool {
        side.allSatisfy { $0.kind == .open && $0.actor.country == nil }
    }

    /// "the killing of its commander by Israel", wherever the parser puts what stands behind "by".
    private func findDoer(_ cause: Int, _ acts: inout [Act]) {
        guard let noun = acts[cause].noun, acts[cause].source.isEmpty else { return }
        let end = text.document.sentences[acts[cause].sentence].tokens.upperBound
        for token in (noun + 1)..<max(min(noun + 12, end), noun + 1) {
            if text.grammar.isVerbal(token) || text.tokens[token].lemma == "," { return }
            guard text.tokens[token].lemma == "by", let mention = text.actor(after: token, reach: 5) else { continue }
            acts[cause].source = [Party(actor: mention.actor, kind: .actor, head: mention.head)]
            acts[cause].target.removeAll { $0.head == mention.head }
            return
        }
    }

    private func completeCause(_ cause: Int, _ answer: Act, _ acts: inout [Act]) {
        let told = acts[cause]
        // "the attack" alone points back to what is told elsewhere.
        guard !told.isDefinite || !told.target.isEmpty, !told.hasIdleSubject else { return }
        if told.source.isEmpty {
            let other = named(answer.target, apartFrom: told.target)
            if !other.isEmpty { acts[cause].source = other }
        }
        if told.target.isEmpty, !acts[cause].source.isEmpty {
            let other = named(answer.source, apartFrom: acts[cause].source)
            if !other.isEmpty { acts[cause].target = other }
        }
        if !acts[cause].source.isEmpty, !acts[cause].target.isEmpty { acts[cause].isReference = false }
    }

    /// Those of a side who are armed or political and named, and are none of the other side.
    private func named(_ side: [Party], apartFrom other: [Party]) -> [Party] {
        guard Sides.compare(side, other) < .related else { return [] }
        return side.filter { party in
            let standing = Plausibility.standing(party.actor, party.kind)
            return party.kind == .actor && standing >= .political || party.kind == .open && standing >= .armed
        }.map { party in
            var party = party
            party.isInferred = true
            return party
        }
    }

    /// Whether an act hits those who do it by way of a pronoun that may be another's: "its embassy".
    private func isUponSelf(_ act: Act) -> Bool {
        guard act.meaning.type.quad == .materialConflict, Sides.compare(act.source, act.target) == .same else {
            return false
        }
        return act.target.allSatisfy { party in
            text.tree.children(of: party.head).contains { text.tokens[$0].upos == .pron && $0 < party.head }
                || text.tokens[party.head].upos == .pron
        }
    }

    private func isHostile(_ act: Act) -> Bool {
        act.meaning.type.quad == .materialConflict || act.meaning.type.quad == .verbalConflict
    }
}
