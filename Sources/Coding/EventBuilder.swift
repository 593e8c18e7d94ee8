// Runs the stages of coding on one article and turns its tellings into event records.
import Chronology
import EventModel
import Language

/// Builds the events of one article.
struct EventBuilder {
    let coder: Coder
    let text: CodedText
    let annotations: Annotations
    /// What the whole article is about, its headline included.
    let domain: TextDomain

    /// The acts of all sentences, in the order of the text, with weapons and final types.
    func acts() -> [Act] {
        let finder = ActFinder(text: text, states: coder.actors, passages: passages())
        var acts = text.document.sentences.indices.flatMap { finder.acts(in: $0) }
        let weapons = WeaponReader(text: text)
        for index in acts.indices {
            weapons.read(&acts[index])
            classify(&acts[index])
        }
        Inference(text: text).complete(&acts)
        let oblique = ObliqueTarget(text: text, parties: finder.parties)
        for index in acts.indices {
            let found = oblique.target(of: acts[index])
            if !found.isEmpty { acts[index].target = found }
            dropScenes(&acts[index])
        }
        for (aim, whole) in CasualtyFinder(text: text, acts: acts).aims() {
            // "Strikes in Iraq targeting militias": the strikes are on the militias, and the place is no attacker.
            if !acts[aim].target.isEmpty, acts[whole].target.allSatisfy(isScene) {
                acts[whole].target = acts[aim].target
            }
            acts[aim].source = acts[whole].source
        }
        return acts
    }

    /// "Attacks on US forces in Iraq and Syria": where others are the target, countries in which it stands are not.
    private func dropScenes(_ act: inout Act) {
        let isHit = act.target.contains { party in
            party.kind == .actor && !isScene(party) && Plausibility.standing(party.actor, party.kind) >= .political
        }
        guard isHit else { return }
        act.target.removeAll(where: isScene)
    }

    private func isScene(_ party: Party) -> Bool {
        if let mention = text.actor(at: party.head) { return party.kind != .open && mention.use == .locative }
        return party.kind == .place && text.places.contains { $0.isLocative && $0.tokens.contains(party.head) }
    }

    /// Every act that was considered, with what speaks against it; for explanations.
    func considered() -> [Considered] {
        let plausibility = Plausibility(text: text, domain: domain)
        return acts().filter { !$0.isReference }.map { act in
            Considered(
                sentence: act.sentence,
                action: text.words(act.words),
                type: act.meaning.type,
                cameo: act.meaning.cameo,
                source: act.source.map(\.actor),
                target: act.target.map(\.actor),
                modality: act.modality,
                objection: plausibility.objection(to: act) ?? (isKept(act) ? nil : "not told as a fact"),
                origins: act.origins.map(origin)
            )
        }
    }

    private func origin(_ origin: Origin) -> String {
        switch origin {
        case .pattern(let number): text.lexicon.patterns[number].origin
        case .embedding(let number): text.lexicon.embeddings[number].origin
        }
    }

    /// The events, in the order of the text.
    func events() -> [Event] {
        let acts = self.acts()
        guard !acts.isEmpty else { return [] }
        let plausibility = Plausibility(text: text, domain: domain)
        let objections = acts.map { plausibility.objection(to: $0) }
        let isEvent = acts.indices.map { objections[$0] == nil && isKept(acts[$0]) && !acts[$0].isReference }
        let dateReader = DateReader(text: text, times: annotations.times)
        let dates = acts.map { act in
            isPointer(act, among: acts)
                ? (nil, .none) : dateReader.days(of: act, among: acts.filter { $0.sentence == act.sentence })
        }
        let answers = AnswerFinder(text: text, acts: acts).answers()
        var apart: [Int: Set<Int>] = [:]
        for case (let answer, let answered?) in answers {
            apart[answer, default: []].insert(answered)
            apart[answered, default: []].insert(answer)
        }
        let placeReader = PlaceReader(text: text)
        let builder = StoryBuilder(
            text: text,
            acts: acts,
            dates: dates,
            places: acts.map { placeReader.place(of: $0) },
            victims: VictimReader(text: text, counts: annotations.counts).victims(of: acts),
            causes: CasualtyFinder(text: text, acts: acts).causes(),
            apart: apart,
            merges: coder.options.merge != .none
        )
        var (tellings, byAct) = builder.build(isEvent: isEvent)
        for index in tellings.indices { infer(&tellings[index], tellings) }
        for (answer, answered) in answers {
            let from = byAct[answer]
            let to = from < 0 ? -1 : cause(answered, acts, byAct, of: from, act: answer, tellings)
            guard from >= 0, to >= 0, from != to, !tellings[from].answers.contains(to) else { continue }
            tellings[from].answers.append(to)
        }
        return records(tellings, acts: acts, dates: dates)
    }

    /// Names the attacker of an attack, or the one who is threatened, where the article knows only one adversary.
    private func infer(_ telling: inout Telling, _ tellings: [Telling]) {
        if telling.meaning.type == .assault, telling.source.isEmpty,
            let other = Inference.adversary(of: telling.target.map(\.actor), in: tellings)
        {
            telling.source = other
        }
        if telling.meaning.type == .threaten, telling.target.isEmpty,
            let other = Inference.adversary(of: telling.source.map(\.actor), in: tellings)
        {
            telling.target = other
        }
    }

    /// The quotations and reported clauses with their speakers.
    private func passages() -> [SpokenPassage] {
        annotations.attributions.map { attribution in
            let head = attribution.sourceTokens.map { tokens in
                tokens.first { token in text.tokens[token].head.map { !tokens.contains($0) } ?? true }
                    ?? tokens.lowerBound
            }
            return SpokenPassage(tokens: attribution.contentTokens, speaker: head, isDirect: attribution.isDirect)
        }
    }

    /// Whether a noun only points back ("the attack") in the clause of another act, whose day is not its own.
    private func isPointer(_ act: Act, among acts: [Act]) -> Bool {
        guard act.isDefinite, act.noun != nil, act.source.isEmpty, !act.words.contains(act.clause) else { return false }
        return acts.contains { $0.trigger != act.trigger && $0.sentence == act.sentence && $0.clause == act.clause }
    }

    /// The telling of the act that is answered; what only points back is looked for among what its target has done.
    private func cause(
        _ answered: Int?,
        _ acts: [Act],
        _ byAct: [Int],
        of index: Int,
        act: Int,
        _ tellings: [Telling]
    ) -> Int {
        guard let answered else { return provocation(of: index, act: act, tellings) }
        let told = byAct[answered]
        guard acts[answered].isDefinite, acts[answered].source.isEmpty else { return told }
        let hostile = tellings[index].target.map(\.actor)
        if told >= 0, told != index, Sides.compare(tellings[told].source.map(\.actor), hostile) >= .related {
            return told
        }
        let other = provocation(of: index, act: act, tellings)
        return other >= 0 ? other : told
    }

    /// The last act of force before an act, done by its target, best upon its source; −1 where there is none.
    private func provocation(of index: Int, act: Int, _ tellings: [Telling]) -> Int {
        let answer = tellings[index]
        var best = (telling: -1, score: 0)
        for (number, telling) in tellings.enumerated() where number != index {
            guard telling.meaning.type.quad == .materialConflict, telling.acts[0] < act,
                Sides.compare(telling.source.map(\.actor), answer.target.map(\.actor)) >= .related
            else { continue }
            let isReturned = Sides.compare(telling.target.map(\.actor), answer.source.map(\.actor)) >= .related
            let score = isReturned ? 2 : 1
            if score >= best.score { best = (number, score) }
        }
        return best.telling
    }

    private func isKept(_ act: Act) -> Bool {
        switch act.modality {
        case .actual, .claimed, .planned: true
        case .negated: false
        case .hypothetical: coder.options.keepsHypothetical
        }
    }

    /// "will withdraw unless the government …": a threat.
    private func hasUntil(_ act: Act) -> Bool {
        text.tree.children(of: act.clause).contains { child in
            text.tokens[child].relation == .advcl
                && text.tree.children(of: child).contains { text.tokens[$0].lemma == "unless" }
        }
    }

    /// Completes what the code decides, and makes of announced acts what they are: promises or threats.
    private func classify(_ act: inout Act) {
        if act.modality == .planned {
            let isConditional = hasUntil(act)
            let isForces = !isConditional && act.meaning.type == .mobilize || act.meaning.cameo == "0874"
            let group: ActionGroup? =
                switch act.meaning.type.quad {
                case .materialConflict: isForces || act.meaning.type == .protest && !isConditional ? nil : .threaten
                case .materialCooperation: isForces ? nil : isConditional && act.meaning.type == .retreat ? .threaten : .intend
                case .verbalCooperation: act.meaning.type == .agree ? nil : .intend
                case .verbalConflict: nil
                }
            if let group, !act.origins.contains(where: { if case .embedding = $0 { true } else { false } }),
                let code = text.lexicon.shifted(act.meaning.cameo, by: group)
            {
                act.meaning.cameo = code
                act.meaning.mode = nil
                act.meaning.flags.insert(.strict)
                act.modality = .actual
            }
        }
        guard let entry = coder.ontology.entry(cameo: act.meaning.cameo), let type = entry.type else { return }
        act.meaning.type = type
        if let mode = act.meaning.mode, coder.ontology.modes[type]?.contains(mode) == true { return }
        act.meaning.mode = entry.mode
    }

    // MARK: Records

    private func records(
        _ tellings: [Telling],
        acts: [Act],
        dates: [(days: DaySpan?, rule: DateReader.Rule)]
    ) -> [Event] {
        var ordinals: [String: Int] = [:]
        var ids: [String] = []
        for telling in tellings {
            let act = acts[telling.acts[0]]
            let span = self.span(act.sentence)
            let trigger = text.document.span(act.words)
            let key = "\(span.lowerBound) \(trigger.lowerBound) \(trigger.upperBound)"
            let ordinal = ordinals[key, default: 0]
            ordinals[key] = ordinal + 1
            ids.append(Digest.eventID(article: text.article.id, span: span, trigger: trigger, ordinal: ordinal))
        }
        return tellings.indices.map { index in
            record(tellings[index], acts, id: ids[index], answers: tellings[index].answers.map { ids[$0] }, dates)
        }
    }

    private func record(
        _ telling: Telling,
        _ acts: [Act],
        id: String,
        answers: [String],
        _ dates: [(days: DaySpan?, rule: DateReader.Rule)]
    ) -> Event {
        let act = acts[telling.acts[0]]
        let meaning = telling.meaning
        let entry = coder.ontology.entry(cameo: meaning.cameo)
        let span = self.span(act.sentence)
        var event = Event(
            id: id,
            date: telling.date,
            source: telling.source.map(\.actor),
            target: telling.target.map(\.actor),
            action: text.words(act.words),
            type: meaning.type,
            mode: meaning.mode,
            context: entry?.contexts ?? [],
            cameo: meaning.cameo,
            goldstein: entry?.goldstein,
            hostility: coder.ontology.hostility(type: meaning.type, mode: meaning.mode),
            article: text.article.id,
            published: text.article.published,
            sentence: act.sentence,
            span: span,
            trigger: text.document.span(act.words),
            text: text.document.text.string(text.document.sentences[act.sentence].bytes)
        )
        event.modality = telling.modality
        event.quoted = act.isQuoted
        event.speaker = act.speaker?.actor.name
        event.aggregate = telling.isAggregate
        event.location = telling.place
        event.weapon = meaning.weapon
        event.killed = telling.victims.killed
        event.wounded = telling.victims.wounded
        event.inResponseTo = answers
        event.mentions = mentions(telling, acts)
        if coder.options.traces {
            event.trace = TraceWriter(text: text).trace(telling, acts, rule: dates[telling.acts[0]].rule.rawValue)
        }
        return event
    }

    private func mentions(_ telling: Telling, _ acts: [Act]) -> [EventModel.Mention] {
        var sentences: [Int] = []
        let own = acts[telling.acts[0]].sentence
        for index in telling.acts where acts[index].sentence != own && !sentences.contains(acts[index].sentence) {
            sentences.append(acts[index].sentence)
        }
        return sentences.sorted().map { sentence in
            EventModel.Mention(
                article: text.article.id,
                sentence: sentence,
                span: span(sentence),
                text: text.document.text.string(text.document.sentences[sentence].bytes)
            )
        }
    }

    private func span(_ sentence: Int) -> Range<Int> {
        text.document.text.scalars(text.document.sentences[sentence].bytes)
    }
}
