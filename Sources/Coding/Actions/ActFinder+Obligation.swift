// What a speaker asks of another, or refuses: "X said Y must withdraw", "X will not lift the ban".
import EventModel
import Language

extension ActFinder {
    /// Makes an act under "must" and "should" the request of the one who says so, and a refused one a refusal.
    func turn(_ act: inout Act, negated: Bool, future: Bool) {
        if negated {
            guard future, isRefusable(act.meaning.type), !act.source.isEmpty,
                let code = text.lexicon.shifted(act.meaning.cameo, by: .refuse)
            else { return }
            change(&act, to: code, type: .reject)
            return
        }
        guard let obligation = obligation(in: act.clause), let speaker = speakers.speaker(of: act.clause),
            !act.source.contains(where: { $0.actor.id == speaker.actor.id })
        else { return }
        let group: ActionGroup = tokens[obligation].lemma == "must" ? .demand : .appeal
        guard let code = text.lexicon.shifted(act.meaning.cameo, by: group) else { return }
        let asked = act.source.isEmpty ? act.target : act.source
        guard !asked.isEmpty else { return }
        change(&act, to: code, type: .request)
        act.source = [speaker]
        act.target = asked
    }

    private func change(_ act: inout Act, to code: String, type: EventType) {
        act.meaning.cameo = code
        act.meaning.type = type
        act.meaning.mode = nil
        act.meaning.flags = [.speech, .strict]
        act.modality = .actual
    }

    private func obligation(in clause: Int) -> Int? {
        tree.children(of: clause).first { child in
            tokens[child].relation == .aux && tokens[child].tag == "MD" && text.cues(child).contains(.obligation)
        }
    }

    private func isRefusable(_ type: EventType) -> Bool {
        switch type {
        case .concede, .retreat, .aid, .cooperate, .consult, .agree, .support: true
        default: false
        }
    }
}
