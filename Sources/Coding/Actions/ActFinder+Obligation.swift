// What a speaker asks of another, or refuses: "X said Y must withdraw", "X will not lift the ban".
import EventModel
import Language

extension ActFinder {
    /// Makes an act under "must" and "should" the request of the one who says so, and a refused one a refusal.
    func turn(_ act: inout Act, negated: Bool, future: Bool) {
        if negated {
            guard future, isRefusable(act.meaning.type), !act.source.isEmpty,
                let shift = text.lexicon.shift(act.meaning.cameo, by: .refuse)
            else { return }
            become(shift, &act)
            act.meaning.flags = [.speech, .strict]
            return
        }
        guard let obligation = obligation(in: act.clause), let speaker = speakers.speaker(of: act.clause),
            !act.source.contains(where: { $0.actor.id == speaker.actor.id })
        else { return }
        let group: ActionGroup = tokens[obligation].lemma == "must" ? .demand : .appeal
        guard let shift = text.lexicon.shift(act.meaning.cameo, by: group) else { return }
        let asked = act.source.isEmpty ? act.target : act.source
        guard !asked.isEmpty, act.meaning.type.quad != .materialConflict || !act.source.isEmpty else { return }
        become(shift, &act)
        act.meaning.flags = [.speech, .strict]
        act.source = [speaker]
        act.target = asked
    }

    /// Makes of an act what the line says.
    func become(_ shift: ActionShift, _ act: inout Act) {
        act.meaning.cameo = shift.cameo
        act.meaning.type = shift.type
        act.meaning.mode = nil
        act.modality = .actual
        act.origins.append(.shift(shift.number))
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
            guard !board.acts.values.contains(where: { isPart($0.trigger, of: clause) }) else { continue }
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

    /// Whether a token belongs to what the clause says, and not to its time or reason ("before he would lift the ban").
    private func isPart(_ token: Int, of clause: Int) -> Bool {
        var current = token
        var steps = 0
        while current != clause, steps < 32 {
            guard let head = tokens[current].head else { return false }
            if tokens[current].relation == .advcl { return false }
            if tokens[current].relation == .obl, grammar.preposition(of: current) == "after" { return false }
            current = head
            steps += 1
        }
        return current == clause
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

    /// "after the truce expired", "the ceasefire is fragile": a truce is made where it is reached, signed or begins.
    func referTruces(_ board: inout ActBoard) {
        for (token, act) in board.acts where act.noun == token && act.trigger == token && act.meaning.cameo == "0356" {
            if board.lifted.contains(token) { continue }
            if tokens[token].relation == .nsubj, let verb = tokens[token].head, grammar.isVerbal(verb) {
                if ["begin", "start", "take", "come", "go", "enter"].contains(tokens[verb].lemma) { continue }
            }
            // "the announcement tonight of a ceasefire"
            let makings = ["announcement", "declaration", "signing", "start", "beginning", "conclusion", "brokering"]
            let isMade = (max(0, token - 6)..<token).contains { makings.contains(tokens[$0].lemma) }
            if isMade, grammar.preposition(of: token) == "of" { continue }
            // "a truce agreed by both sides"
            let isAgreed = tree.children(of: token).contains { child in
                tokens[child].relation == .acl && ["agree", "negotiate", "mediate"].contains(tokens[child].lemma)
            }
            if isAgreed, !act.isDefinite { continue }
            board.refer(token)
        }
    }

    /// "X said Y was responsible", "… was behind the attack": an accusation, for it is X who says so.
    func blame(in sentence: Int, _ board: inout ActBoard) {
        for token in text.document.sentences[sentence].tokens
        where tree.child(of: token, .cop) != nil && isBlame(token) {
            // "responsible for the killing of" tells the killing itself.
            let isTold = board.acts.contains { inner, act in
                inner != token && tree.isWithin(inner, token) && !act.source.isEmpty && !act.target.isEmpty
            }
            if isTold { continue }
            guard board.acts[token].map({ $0.noun == token && $0.source.isEmpty }) ?? true,
                let subject = tree.child(of: token, .nsubj),
                let speaker = speakers.speaker(of: token) ?? reporter(beside: token),
                !isUnsaid(token)
            else { continue }
            let blamed = parties.parties(at: subject)
                .filter { $0.actor.id != speaker.actor.id && Plausibility.standing($0.actor, $0.kind) >= .political }
            guard !blamed.isEmpty else { continue }
            var act = Act(
                trigger: token,
                words: token..<(token + 1),
                clause: speakerClause(of: token),
                meaning: ActMeaning(cameo: "112", type: .accuse, mode: "allege", flags: [.speech, .strict]),
                origins: [],
                sentence: sentence
            )
            act.source = [speaker]
            act.target = blamed
            board.refer(token)
            board.acts[token] = act
        }
    }

    /// "said the rebels were behind it": the subject of a report on which the parser hung what is said as an oblique.
    private func reporter(beside token: Int) -> Party? {
        guard tokens[token].relation == .obl, let verb = tokens[token].head, text.cues(verb).contains(.reporting) else {
            return nil
        }
        return grammar.surfaceSubjects(of: verb).flatMap { parties.parties(at: $0) }.first { $0.kind != .place }
    }

    /// Whether it is denied or doubted: "does not say Hamas was behind it".
    private func isUnsaid(_ token: Int) -> Bool {
        let mood = moods.context(of: token)
        return mood.isNegated || mood.isDoubtful
    }

    private func isBlame(_ token: Int) -> Bool {
        switch tokens[token].lemma {
        case "responsible", "culpable", "complicit": true
        default: tree.child(of: token, .case_).map { tokens[$0].lemma == "behind" } ?? false
        }
    }

    private func speakerClause(of clause: Int) -> Int {
        guard let head = tokens[clause].head, tokens[clause].relation == .ccomp else { return clause }
        return head
    }
}
