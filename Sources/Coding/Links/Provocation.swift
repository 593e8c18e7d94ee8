// Which events answers and what they answer have become, where the text only points at them.
import EventModel
import Language

/// Ties tellings together that the acts of a text tie.
struct Provocation: Sendable {
    let text: CodedText
    let acts: ActList
    /// By act, the telling that it went into, −1 for none.
    let byAct: [Int]

    /// Sentences in which what is only pointed at is told.
    private static let reach = 3
    /// Sentences over which a blow and its answer may be told.
    private static let span = 5

    /// Gives the tellings what they answer.
    func link(_ answers: [Answer], _ tellings: inout [Telling]) {
        for answer in answers {
            let from = telling(of: answer.act)
            guard from >= 0 else { continue }
            var to = cause(answer, of: from, tellings)
            if to >= 0, isLater(tellings[to], tellings[from]) {
                to = provocation(of: from, act: answer.act, tellings, isSure: true)
            }
            guard to >= 0, from != to, !tellings[from].answers.contains(to), !tellings[to].answers.contains(from),
                !isOwn(tellings[to], tellings[from])
            else { continue }
            tellings[from].answers.append(to)
        }
        avenge(&tellings, Set(answers.map { acts[$0.act].sentence }))
    }

    // MARK: Blows and counter-blows

    /// Ties a blow to the one dealt before it by whom it hits, where the text between speaks of an answer.
    ///
    /// "… wounded three soldiers. The President ordered options for a response. During the call he directed strikes".
    private func avenge(_ tellings: inout [Telling], _ known: Set<Int>) {
        for index in tellings.indices.dropFirst() where tellings[index].answers.isEmpty && isStruck(tellings[index]) {
            let answer = tellings[index]
            guard !answer.isAggregate else { continue }
            let cause = tellings[..<index].lastIndex { telling in
                isStruck(telling) && !isLater(telling, answer) && !telling.answers.contains(index)
                    && Sides.compare(telling.source, answer.target) >= .related
                    && Sides.compare(telling.target, answer.source) >= .related
                    && Sides.compare(telling.source, answer.source) < .related
            }
            guard let cause, speaksOfAnswer(from: tellings[cause], to: answer, known) else { continue }
            tellings[index].answers.append(cause)
        }
    }

    private func isStruck(_ telling: Telling) -> Bool {
        guard telling.meaning.type == .assault || telling.meaning.type == .coerce else { return false }
        return telling.modality == .actual || telling.modality == .claimed
    }

    /// Whether words of revenge stand in the sentences of two tellings or between them, and tie no other acts there.
    private func speaksOfAnswer(from cause: Telling, to answer: Telling, _ known: Set<Int>) -> Bool {
        let first = acts[cause.acts[0]].sentence
        let last = acts[answer.acts[0]].sentence
        guard first < last, last - first <= Self.span else { return false }
        return (first...last).filter { !known.contains($0) }.contains { sentence in
            text.document.sentences[sentence].tokens.contains { token in
                switch text.tokens[token].lemma {
                case "retaliate", "retaliation", "retaliatory", "revenge", "avenge", "reprisal", "retribution",
                    "vengeance", "payback", "respond", "response":
                    true
                default: false
                }
            }
        }
    }

    /// Nobody answers a blow of their own.
    private func isOwn(_ blow: Telling, _ answer: Telling) -> Bool {
        blow.meaning.type.quad == .materialConflict && Sides.compare(blow.source, answer.source) == .same
            && Sides.compare(blow.target, answer.source) < .related
    }

    /// The telling of an act; one that names no party is looked for beside it under the same noun.
    private func telling(of act: Int) -> Int {
        if byAct[act] >= 0 { return byAct[act] }
        guard let noun = acts[act].noun else { return -1 }
        let lemma = text.tokens[noun].lemma
        var best: (telling: Int, distance: Int)?
        for index in acts.indices where byAct[index] >= 0 && acts[index].meaning.type == acts[act].meaning.type {
            let distance = abs(acts[index].sentence - acts[act].sentence)
            guard distance <= Self.reach, best.map({ distance < $0.distance }) ?? true,
                ([acts[index].trigger] + acts[index].others).contains(where: { text.tokens[$0].lemma == lemma }),
                Sides.compare(acts[index].source, acts[act].source) > .different,
                Sides.compare(acts[index].target, acts[act].target) > .different
            else { continue }
            best = (byAct[index], distance)
        }
        return best?.telling ?? -1
    }

    /// The telling of the act that is answered; what only points back is looked for among what its target has done.
    private func cause(_ answer: Answer, of index: Int, _ tellings: [Telling]) -> Int {
        guard let answered = answer.answered else { return provocation(of: index, act: answer.act, tellings) }
        let told = telling(of: answered)
        guard acts[answered].isDefinite, acts[answered].source.isEmpty else {
            // The words name an answer to something that is no event here: what else has the other side done?
            return told < 0 && answer.isNamed ? provocation(of: index, act: answer.act, tellings, isSure: true) : told
        }
        let hostile = tellings[index].target
        if told >= 0, told != index, Sides.compare(tellings[told].source, hostile) >= .related { return told }
        let other = provocation(of: index, act: answer.act, tellings)
        guard other >= 0 else { return told }
        let isNear = acts[answer.act].sentence - acts[tellings[other].acts.last ?? 0].sentence <= Self.reach
        return answer.isNamed || isNear ? other : told
    }

    /// The last hostile act told before an act, done by its target, best upon its source; −1 where there is none.
    private func provocation(of index: Int, act: Int, _ tellings: [Telling], isSure: Bool = false) -> Int {
        let answer = tellings[index]
        var other = -1
        var nearest = -1
        for number in tellings.indices.reversed() where number != index {
            let telling = tellings[number]
            guard telling.meaning.type.quad == .materialConflict, telling.acts[0] < act, !isLater(telling, answer)
            else { continue }
            let isByTarget = compareGround(telling.source, answer.target)
            let isUponSource = Sides.compare(telling.target, answer.source)
            if isByTarget >= .related, isUponSource >= .related { return number }
            if isByTarget >= .related, other < 0 { other = number }
            // "In reprisal, soldiers bombed a camp": who is hit is not named, and the sentence before tells of a blow.
            if nearest < 0, acts[act].sentence - acts[telling.acts[0]].sentence <= 1,
                isNameless(answer.target), isBlow(telling), Sides.compare(telling.source, answer.source) != .same
            {
                nearest = number
            }
        }
        return isSure || other >= 0 ? other : nearest
    }

    /// How far a side is whom another hits: those at home in a place that is hit are hit.
    private func compareGround(_ side: [Party], _ hit: [Party]) -> Sides.Match {
        let match = Sides.compare(side, hit)
        guard match < .related else { return match }
        let isAtHome = hit.contains { ground in
            (ground.kind == .place || text.actor(at: ground.head)?.use == .locative || ground.actor.sector == nil)
                && ground.actor.country != nil
                && side.contains { $0.kind == .actor && $0.actor.country == ground.actor.country }
        }
        return isAtHome ? .related : match
    }

    /// Whether the text gives both days, and that of what would be answered lies after the answer's.
    private func isLater(_ telling: Telling, _ answer: Telling) -> Bool {
        guard telling.isDated, answer.isDated, let one = telling.date, let other = answer.date else { return false }
        return one.start > other.end
    }

    private func isBlow(_ telling: Telling) -> Bool {
        guard !telling.target.isEmpty else { return false }
        switch telling.meaning.type {
        case .assault, .coerce, .sanction: return true
        default: return false
        }
    }

    private func isNameless(_ side: [Party]) -> Bool {
        side.allSatisfy { $0.kind != .actor || $0.actor.country == nil }
    }
}
