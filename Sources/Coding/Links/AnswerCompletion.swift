// Sides that an answer makes plain: who answers a blow was hit, and whom the answer hits has dealt it.
import EventModel
import Language

/// Fills in sides of acts from the acts that answer them.
struct AnswerCompletion: Sendable {
    let text: CodedText

    /// Sentences in which what "the attack" points back to is looked for.
    private static let back = 3

    /// Fills in what answers tell of their acts.
    func complete(_ acts: inout [Act], _ answers: [Answer]) {
        for index in acts.indices where acts[index].meaning.type.quad == .materialConflict { findDoer(index, &acts) }
        for answer in answers {
            findAnswerer(answer, &acts)
            guard let answered = answer.answered, answered != answer.act else { continue }
            if answer.isFact { makeFact(answer.act, answered, &acts) }
            accuse(answer.act, of: answered, &acts)
            let act = acts[answer.act]
            if acts[answered].isBefore(in: text) { acts[answered].modality = .actual }
            if isUponSelf(acts[answered]), !act.source.isEmpty {
                // "Mexico broke off relations after Ecuadorian police raided its embassy": the embassy is Mexico's.
                let other = named(act.source, apartFrom: acts[answered].source)
                if !other.isEmpty { acts[answered].target = other }
            }
            guard answer.isNamed || act.meaning.type == .threaten, isHostile(act),
                acts[answered].meaning.type.quad == .materialConflict
            else { continue }
            findSubject(answered, &acts)
            if act.meaning.type == .threaten, isNameless(act.target) || Sides.compare(act.target, act.source) == .same {
                let other = named(acts[answered].source, apartFrom: act.source)
                if !other.isEmpty { acts[answer.act].target = other }
            }
            completeCause(answered, told(answer.act, acts), &acts)
        }
        dropNames(&acts, answers)
    }

    /// "The coalition answered with air strikes": the subject of the verb deals the blow.
    private func findAnswerer(_ answer: Answer, _ acts: inout [Act]) {
        guard let verb = answer.verb, acts[answer.act].source.allSatisfy(\.isInferred),
            let mention = text.actor(before: verb),
            !acts[answer.act].target.contains(where: { $0.actor.id == mention.actor.id })
        else { return }
        acts[answer.act].source = [Party(actor: mention.actor, kind: .actor, head: mention.head)]
    }

    /// "condemned Iran's attack against Israel": who attacked is condemned, not who was attacked.
    private func accuse(_ index: Int, of blow: Int, _ acts: inout [Act]) {
        guard acts[index].meaning.type == .accuse, acts[blow].meaning.type.quad == .materialConflict,
            acts[blow].noun != nil, acts[blow].sentence == acts[index].sentence,
            Sides.compare(acts[index].target, acts[blow].target) == .same,
            Sides.compare(acts[index].target, acts[blow].source) < .related,
            Sides.compare(acts[index].source, acts[blow].source) < .related
        else { return }
        let doers = acts[blow].source.filter { $0.kind != .open || Plausibility.standing($0.actor, $0.kind) >= .armed }
        if !doers.isEmpty { acts[index].target = doers }
    }

    /// What was prompted was done, and what is avenged has happened.
    private func makeFact(_ answer: Int, _ answered: Int, _ acts: inout [Act]) {
        if acts[answered].modality == .hypothetical, acts[answer].modality != .hypothetical {
            acts[answered].modality = .actual
        } else if acts[answer].modality == .hypothetical, acts[answered].modality != .hypothetical,
            acts[answer].trigger > acts[answered].trigger
        {
            acts[answer].modality = .actual
        }
    }

    /// The act that a noun without parties points back to ("The attack is a response to"), else the act itself.
    private func told(_ index: Int, _ acts: [Act]) -> Act {
        let act = acts[index]
        guard act.isDefinite, act.source.isEmpty else { return act }
        return acts[..<index].last { other in
            other.meaning.type == act.meaning.type && !other.source.isEmpty && !other.target.isEmpty
                && act.sentence - other.sentence <= Self.back && !other.isReference
        } ?? act
    }

    /// "in retaliation for America seizing the ship": who stands before the gerund does it.
    private func findSubject(_ cause: Int, _ acts: inout [Act]) {
        let trigger = acts[cause].trigger
        guard acts[cause].noun == nil, text.tokens[trigger].tag == "VBG",
            let mention = text.phrase(endingAt: trigger), mention.tokens.lowerBound > 0,
            ["for", "to", "after"].contains(text.tokens[mention.tokens.lowerBound - 1].lemma),
            !acts[cause].target.contains(where: { $0.head == mention.head })
        else { return }
        acts[cause].source = [Party(actor: mention.actor, kind: .actor, head: mention.head)]
    }

    /// "bombed the camp in retaliation for": beside what was done, the name of an answer is no act of its own.
    private func dropNames(_ acts: inout [Act], _ answers: [Answer]) {
        for index in acts.indices {
            guard let noun = acts[index].noun, noun == acts[index].trigger, acts[index].words.count == 1,
                text.cues(noun).contains(.answerNoun),
                ["in", "as"].contains(text.grammar.preposition(of: noun) ?? "")
            else { continue }
            let sentence = acts[index].sentence
            if acts.contains(where: { $0.sentence == sentence && $0.trigger < noun && !$0.isReference }) {
                acts[index].isReference = true
                acts[index].source = []
                acts[index].target = []
            }
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
        guard !told.isDefinite || !told.target.isEmpty || !told.source.isEmpty, !told.hasIdleSubject else { return }
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
        return side.compactMap { party in
            let standing = Plausibility.standing(party.actor, party.kind)
            var party = party
            switch party.kind {
            case .actor: if standing < .political { return nil }
            case .open: if standing < .armed { return nil }
            case .place:
                // "fired rockets at northern Israel in response to the killing": the state whose ground it is.
                guard let state = state(party.actor.country) else { return nil }
                party.actor = state
                party.kind = .actor
            }
            party.isInferred = true
            return party
        }
    }

    /// The state of a country, where the text names it.
    private func state(_ country: String?) -> Actor? {
        guard let country else { return nil }
        return text.actors.first { mention in
            mention.actor.country == country && mention.actor.sector == nil && mention.form == .name
        }?.actor
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
