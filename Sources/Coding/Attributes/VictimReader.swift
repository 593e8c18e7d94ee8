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
    }

    private static let reach = 3

    /// The victims of each of the acts, which stand in the order of the text.
    func victims(of acts: ActList) -> [Int: Victims] {
        var found: [Int: Victims] = [:]
        for count in counts {
            guard count.kind == .killed || count.kind == .wounded, let figure = figure(count),
                let index = self.act(of: count, among: acts)
            else { continue }
            var victims = found[index, default: Victims()]
            if count.kind == .killed { victims.killed = max(victims.killed ?? 0, figure) }
            if count.kind == .wounded { victims.wounded = max(victims.wounded ?? 0, figure) }
            found[index] = victims
        }
        return found
    }

    private func figure(_ count: CasualtyCount) -> Int? { count.quantity.figure }

    private func act(of count: CasualtyCount, among acts: ActList) -> Int? {
        guard let cue = count.cue.first else { return nil }
        let sentence = Int(text.sentences[cue])
        let all = acts.indices(ofSentence: sentence)
        let here = all.filter { isViolent(acts[$0]) }
        if let own = here.first(where: { index in
            let act = acts[index]
            return count.cue.contains(act.trigger) || act.others.contains { count.cue.contains($0) }
        }) {
            return own
        }
        if let near = here.min(by: { distance(acts[$0], cue) < distance(acts[$1], cue) }) { return near }
        for index in (0..<all.lowerBound).reversed() {
            if sentence - acts[index].sentence > Self.reach { return nil }
            if isViolent(acts[index]), !acts[index].isAggregate { return index }
        }
        return nil
    }

    private func isViolent(_ act: Act) -> Bool {
        act.meaning.type == .assault && (act.modality == .actual || act.modality == .claimed)
    }

    private func distance(_ act: Act, _ token: Int) -> Int {
        ([act.trigger] + act.others).map { abs($0 - token) }.min() ?? 0
    }
}
