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
        guard !asked.isEmpty, act.meaning.type.quad != .materialConflict || !act.source.isEmpty else { return }
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

    /// "X said that Y must do something": a request, whatever it is that Y must do.
    func ask(in sentence: Int, _ board: inout ActBoard) {
        for token in text.document.sentences[sentence].tokens
        where tokens[token].relation == .aux && tokens[token].tag == "MD" && text.cues(token).contains(.obligation) {
            guard let clause = tokens[token].head, board.acts[clause] == nil, grammar.isVerbal(clause) else { continue }
            guard !board.acts.values.contains(where: { tree.isWithin($0.trigger, clause) }) else { continue }
            guard let speaker = speakers.speaker(of: clause) else { continue }
            let asked = grammar.surfaceSubjects(of: clause).flatMap { parties.parties(at: $0) }
                .filter { $0.actor.id != speaker.actor.id && $0.kind != .open }
            guard !asked.isEmpty, !moods.mood(of: clause).isNegated else { continue }
            let isDemand = tokens[token].lemma == "must"
            var act = Act(
                trigger: clause,
                words: token..<(max(clause, token) + 1),
                clause: speakerClause(of: clause),
                meaning: ActMeaning(
                    cameo: isDemand ? "100" : "020",
                    type: .request,
                    mode: nil,
                    flags: [.speech, .strict]
                ),
                origins: [],
                sentence: sentence
            )
            act.source = [speaker]
            act.target = asked
            board.acts[clause] = act
        }
    }

    /// "called the president to congratulate her": what a call is made to say has been said.
    func converse(_ board: inout ActBoard) {
        for (token, act) in board.acts.sorted(by: { $0.key < $1.key }) where act.meaning.flags.contains(.speech) {
            guard act.noun == nil || act.words.contains(act.clause), tokens[act.clause].tag == "VB",
                tokens[act.clause].relation == .advcl || tokens[act.clause].relation == .xcomp,
                let above = tokens[act.clause].head, let call = board.acts[above], call.meaning.cameo == "041",
                !call.source.isEmpty, !call.target.isEmpty
            else { continue }
            board.acts[token]?.source = call.source
            board.acts[token]?.target = call.target
            board.acts[token]?.clause = above
            board.acts[token]?.origins.append(contentsOf: call.origins)
            board.acts[above] = nil
        }
    }

    private func speakerClause(of clause: Int) -> Int {
        guard let head = tokens[clause].head, tokens[clause].relation == .ccomp else { return clause }
        return head
    }
}
