// How many were killed and wounded, given to the act that did it, also from later sentences.
import EventModel
import Language

/// Gives counts of victims to acts.
struct VictimReader: Sendable {
    let text: CodedText
    let counts: [CasualtyCount]

    /// Killed and wounded of one act.
    struct Victims: Sendable {
        var killed: Int?
        var wounded: Int?

        /// Takes over the figures of a further telling: of the same act's the highest, for tolls rise.
        mutating func pool(_ more: Victims, isWhole: Bool) {
            killed = Self.pooled(killed, more.killed, isWhole)
            wounded = Self.pooled(wounded, more.wounded, isWhole)
        }

        private static func pooled(_ known: Int?, _ more: Int?, _ isWhole: Bool) -> Int? {
            guard let known, let more else { return known ?? more }
            return isWhole ? max(known, more) : known
        }
    }

    private static let reach = 3

    /// The victims of each of the acts, which stand in the order of the text.
    func victims(of acts: ActList) -> [Int: Victims] {
        var found: [Int: Victims] = [:]
        var next = 0
        while next < counts.count {
            // "killed two soldiers and a civilian": three.
            let joined = counts[next...].prefix { $0.cue == counts[next].cue && $0.kind == counts[next].kind }
            next += joined.count
            guard let first = joined.first, first.kind == .killed || first.kind == .wounded, !isSum(first),
                let index = act(of: first, among: acts)
            else { continue }
            // "wounded three soldiers, one critically": a number alone is a part of those before it.
            let figures = joined.filter { $0 == first || !isBare($0) }.compactMap { figure($0) }
            guard !figures.isEmpty else { continue }
            let sum = figures.reduce(0) { $0.addingReportingOverflow($1).partialValue }
            var victims = found[index, default: Victims()]
            let keyPath = first.kind == .killed ? \Victims.killed : \Victims.wounded
            victims[keyPath: keyPath] = max(victims[keyPath: keyPath] ?? 0, sum)
            found[index] = victims
        }
        return found
    }

    /// "bringing the total to 78", "an earlier toll of 27": figures of more than the act that stands beside them.
    private func isSum(_ count: CasualtyCount) -> Bool {
        guard let first = count.cue.first, let last = count.cue.last else { return false }
        let sentence = text.document.sentences[Int(text.sentences[first])].tokens
        return (max(sentence.lowerBound, first - 4)..<min(sentence.upperBound, last + 4)).contains { token in
            let lemma = text.tokens[token].lemma
            if lemma == "total", token >= sentence.lowerBound + 2,
                ["bring", "take", "raise", "push"].contains(text.tokens[token - 2].lemma)
            {
                return true
            }
            guard ["total", "overall", "earlier", "previous", "cumulative"].contains(lemma) else { return false }
            return (token..<min(sentence.upperBound, token + 3)).contains { next in
                ["toll", "count", "figure", "tally"].contains(text.tokens[next].lemma)
            }
        }
    }

    private func isBare(_ count: CasualtyCount) -> Bool {
        count.victims.allSatisfy { text.tokens[$0].upos == .num || text.tokens[$0].upos == .det }
    }

    private func figure(_ count: CasualtyCount) -> Int? { count.quantity.figure }

    private func act(of count: CasualtyCount, among acts: ActList) -> Int? {
        guard let cue = count.cue.first else { return nil }
        let sentence = Int(text.sentences[cue])
        let all = acts.indices(ofSentence: sentence)
        let sufferers = self.sufferers(count)
        let here = all.filter { isViolent(acts[$0]) && !isAttacker(sufferers, of: acts[$0]) }
        if let own = here.first(where: { index in
            let act = acts[index]
            return count.cue.contains(act.trigger) || act.others.contains { count.cue.contains($0) }
        }) {
            return own
        }
        if let near = here.min(by: { distance(acts[$0], cue) < distance(acts[$1], cue) }) { return near }
        for index in (0..<all.lowerBound).reversed() {
            if sentence - acts[index].sentence > Self.reach { return nil }
            if isViolent(acts[index]), !acts[index].isAggregate, !isAttacker(sufferers, of: acts[index]) {
                return index
            }
        }
        return nil
    }

    /// The actors that the words of a count name.
    private func sufferers(_ count: CasualtyCount) -> [Actor] {
        count.victims.compactMap { text.actor(at: $0) }
            .filter { $0.form != .pronoun && $0.actor.sector != .civilians }.map(\.actor)
    }

    /// Whether those who suffered are those who attacked, and not of those attacked: an attack wounds its target.
    private func isAttacker(_ sufferers: [Actor], of act: Act) -> Bool {
        guard let first = sufferers.first, !act.source.isEmpty else { return false }
        return Sides.compare(act.source.map(\.actor), [first]) == .same
            && Sides.compare(act.target.map(\.actor), [first]) < .related
    }

    private func isViolent(_ act: Act) -> Bool {
        act.meaning.type == .assault && (act.modality == .actual || act.modality == .claimed)
    }

    private func distance(_ act: Act, _ token: Int) -> Int {
        ([act.trigger] + act.others).map { abs($0 - token) }.min() ?? 0
    }
}
