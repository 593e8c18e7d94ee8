// Runs the stages of coding on one article and turns its tellings into event records.
import Chronology
import EventModel
import Language

/// Builds the events of one article.
struct EventBuilder {
    let text: CodedText
    let annotations: Annotations
    /// What the whole article is about, its headline included.
    let domain: TextDomain
    let actors: ActorLexicon
    let ontology: Ontology
    /// The places of kind country by their codes.
    let countries: [String: GazetteerEntry]
    let options: Coder.Options

    /// The acts of all sentences, in the order of the text, with weapons and final types.
    func acts() -> [Act] {
        let finder = finder()
        var acts = text.document.sentences.indices.flatMap { finder.acts(in: $0) }
        guard !acts.isEmpty else { return [] }
        let weapons = WeaponReader(text: text)
        for index in acts.indices {
            weapons.read(&acts[index])
            classify(&acts[index])
        }
        if acts.contains(where: DateReader.mayHaveDays) {
            acts = DateReader(text: text, times: annotations.times).apart(acts)
        }
        Inference(text: text, parties: finder.parties).complete(&acts)
        let oblique = ObliqueTarget(text: text, parties: finder.parties)
        for index in acts.indices {
            let found = oblique.target(of: acts[index])
            if !found.isEmpty { acts[index].target = found }
            dropScenes(&acts[index])
        }
        let casualties = CasualtyFinder(text: text, acts: list(acts))
        for (toll, attack) in casualties.strays() { acts[toll].source = acts[attack].source }
        for (toll, use) in casualties.bearers() { acts[toll].source = acts[use].source }
        for (aim, whole) in casualties.aims() {
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
        // "a summit in Nairobi", "spoke at a forum in Rome": those who meet do not meet the town.
        if ["040", "041", "046"].contains(act.meaning.cameo) {
            act.target.removeAll { isScene($0) && ["in", "at"].contains(text.grammar.preposition(of: $0.head) ?? "") }
        }
        let isHit = act.target.contains { party in
            party.kind == .actor && !isScene(party) && Plausibility.standing(party.actor, party.kind) >= .political
        }
        guard isHit else { return }
        act.target.removeAll(where: isScene)
    }

    private func isScene(_ party: Party) -> Bool {
        if let mention = text.actor(at: party.head) { return party.kind != .open && mention.use == .locative }
        return party.kind == .place && text.isScene(party.head)
    }

    private func list(_ acts: [Act]) -> ActList { ActList(acts, sentenceCount: text.document.sentences.count) }

    /// The events, in the order of the text.
    func events() -> [Event] {
        let story = story()
        return story.tellings.indices.map { record($0, story) }
    }

    /// What the stages made of a sentence of this text, for explanations.
    func reading(_ sentence: Int) -> SentenceReading {
        SentenceReader(text: text, story: story(), finder: finder(), ontology: ontology).reading(sentence)
    }

    private func finder() -> ActFinder { ActFinder(text: text, states: actors, passages: passages) }

    private func traceWriter(_ story: Story) -> TraceWriter {
        TraceWriter(text: text, story: story, times: annotations.times, ontology: ontology)
    }

    /// What becomes of all acts.
    func story() -> Story {
        var found = self.acts()
        guard !found.isEmpty else { return Story(acts: list(found), objections: []) }
        let answers = AnswerFinder(text: text, acts: list(found)).answers()
        AnswerCompletion(text: text).complete(&found, answers)
        let acts = list(found)
        let plausibility = Plausibility(text: text, domain: domain)
        var story = Story(acts: acts, objections: acts.map { plausibility.objection(to: $0) ?? doubt($0) })
        guard story.objections.contains(nil) else { return story }
        let dateReader = DateReader(text: text, times: annotations.times)
        story.times = dateReader.bySentence
        story.dates = acts.map { act in
            let others = acts.acts(ofSentence: act.sentence)
            return isPointer(act, among: others) ? Dating(rule: .pointer) : dateReader.days(of: act, among: others)
        }
        let placeReader = PlaceReader(text: text, countries: countries)
        story.places = acts.map { placeReader.place(of: $0) }
        StoryDates(text: text, acts: acts, times: annotations.times, bySentence: story.times)
            .complete(&story.dates, answers)
        var apart: [Int: Set<Int>] = [:]
        for answer in answers {
            guard let answered = answer.answered else { continue }
            apart[answer.act, default: []].insert(answered)
            apart[answered, default: []].insert(answer.act)
        }
        let builder = StoryBuilder(
            text: text,
            acts: acts,
            dates: story.dates,
            places: story.places,
            victims: VictimReader(text: text, counts: annotations.counts).victims(of: acts),
            causes: CasualtyFinder(text: text, acts: acts).causes(),
            apart: apart,
            merges: options.merge != .none
        )
        var (tellings, byAct) = builder.build(isEvent: story.objections.map { $0 == nil })
        for index in tellings.indices { infer(index, &tellings) }
        Provocation(text: text, acts: acts, byAct: byAct).link(answers, &tellings)
        story.ids = ids(tellings, acts)
        story.tellings = tellings
        story.byAct = byAct
        return story
    }

    /// Names the attacker of an attack, or the one who is threatened, where the article knows only one adversary.
    private func infer(_ index: Int, _ tellings: inout [Telling]) {
        if tellings[index].meaning.type == .assault, tellings[index].source.isEmpty,
            let other = Inference.adversary(of: tellings[index].target, in: tellings)
        {
            tellings[index].source = other
        }
        if tellings[index].meaning.type == .threaten, tellings[index].target.isEmpty,
            let other = Inference.adversary(of: tellings[index].source, in: tellings)
        {
            tellings[index].target = other
        }
    }

    /// Whether an attribution is of speech by another: "I welcome the truce" is the narrator's own, "is proud of" no speech.
    private func isSpeech(_ attribution: Attribution) -> Bool {
        if attribution.isDirect { return true }
        if attribution.sourceTokens?.contains(where: { text.cues($0).contains(.firstPerson) }) == true { return false }
        guard let cue = attribution.cueTokens else { return true }
        return cue.contains { token in
            !text.cues(token).isDisjoint(with: [.reporting, .claiming]) || text.tokens[token].lemma.hasPrefix("accord")
        }
    }

    /// The quotations and reported clauses with their speakers.
    private func passages() -> [SpokenPassage] {
        annotations.attributions.filter(isSpeech).map { attribution in
            let head = attribution.sourceTokens.map { tokens in
                tokens.first { token in text.tokens[token].head.map { !tokens.contains($0) } ?? true }
                    ?? tokens.lowerBound
            }
            return SpokenPassage(tokens: attribution.contentTokens, speaker: head, isDirect: attribution.isDirect)
        }
    }

    /// Whether a noun only points back ("the attack") in the clause of another act, whose day is not its own.
    private func isPointer(_ act: Act, among acts: ArraySlice<Act>) -> Bool {
        guard act.isDefinite, act.noun != nil, act.source.allSatisfy(\.isInferred), !act.words.contains(act.clause)
        else { return false }
        return acts.contains { $0.trigger != act.trigger && $0.clause == act.clause }
    }

    /// What in its telling keeps an act of fitting parties from being an event.
    private func doubt(_ act: Act) -> String? {
        if act.isReference { return "only spoken of" }
        switch act.modality {
        case .actual, .claimed, .planned: return nil
        case .negated: return "told as not done"
        case .hypothetical: return options.keepsHypothetical ? nil : "told as possible, not as a fact"
        }
    }

    /// "will withdraw unless the government …": a threat.
    private func hasUntil(_ act: Act) -> Bool {
        text.tree.children(of: act.clause).contains { child in
            text.tokens[child].relation == .advcl
                && text.tree.children(of: child).contains { text.tokens[$0].lemma == "unless" }
        }
    }

    /// Whether people announce a protest, which governments and parties threaten with.
    private func isCrowd(_ act: Act) -> Bool {
        act.meaning.type == .protest
            && !act.source.contains { Plausibility.standing($0.actor, $0.kind) >= .political }
    }

    /// Completes what the code decides, and makes of announced acts what they are: promises or threats.
    private func classify(_ act: inout Act) {
        if act.modality == .planned {
            let isConditional = hasUntil(act)
            let isForces = !isConditional && act.meaning.type == .mobilize || act.meaning.cameo == "0874"
            let group: ActionGroup? =
                switch act.meaning.type.quad {
                case .materialConflict: isForces || isCrowd(act) && !isConditional ? nil : .threaten
                case .materialCooperation:
                    isForces ? nil : isConditional && act.meaning.type == .retreat ? .threaten : .intend
                case .verbalCooperation: act.meaning.type == .agree ? nil : .intend
                case .verbalConflict: nil
                }
            if let group, isOpen(act), let shift = text.lexicon.shift(act.meaning.cameo, by: group) {
                act.meaning.cameo = shift.cameo
                act.meaning.mode = nil
                act.meaning.flags.insert(.strict)
                act.modality = .actual
                act.origins.append(.shift(shift.number))
            }
        }
        guard let entry = ontology.entry(cameo: act.meaning.cameo), let type = entry.type else { return }
        act.meaning.type = type
        if let mode = act.meaning.mode, ontology.modes[type]?.contains(mode) == true { return }
        act.meaning.mode = entry.mode
    }

    /// Whether what is announced is an act of its own: "will attack", "would allow them to", not "plans to attack".
    private func isOpen(_ act: Act) -> Bool {
        guard
            case .embedding(let number)? = act.origins.last(where: { if case .embedding = $0 { true } else { false } })
        else { return true }
        // "will continue to attack" is as open as "will attack".
        let group = text.lexicon.embeddings[number].group
        return group == .permit || group == .pass
    }

    // MARK: Records

    private func ids(_ tellings: [Telling], _ acts: ActList) -> [String] {
        var ordinals: [String: Int] = [:]
        return tellings.map { telling in
            let act = acts[telling.acts[0]]
            let span = text.span(ofSentence: act.sentence)
            let trigger = text.span(act.words)
            let key = "\(span.lowerBound) \(trigger.lowerBound) \(trigger.upperBound)"
            let ordinal = ordinals[key, default: 0]
            ordinals[key] = ordinal + 1
            return Digest.eventID(article: text.article.id, span: span, trigger: trigger, ordinal: ordinal)
        }
    }

    private func record(_ number: Int, _ story: Story) -> Event {
        let telling = story.tellings[number]
        let act = story.acts[telling.acts[0]]
        let meaning = telling.meaning
        let entry = ontology.entry(cameo: meaning.cameo)
        var event = Event(
            id: story.ids[number],
            date: telling.date,
            source: telling.source.map(\.actor),
            target: telling.target.map(\.actor),
            action: text.words(act.words),
            type: meaning.type,
            mode: meaning.mode,
            context: entry?.contexts ?? [],
            cameo: meaning.cameo,
            goldstein: entry?.goldstein,
            hostility: ontology.hostility(type: meaning.type, mode: meaning.mode),
            article: text.article.id,
            published: text.article.published,
            sentence: act.sentence + text.origin.sentences,
            span: text.span(ofSentence: act.sentence),
            trigger: text.span(act.words),
            text: text.document.text.string(text.document.sentences[act.sentence].bytes)
        )
        event.modality = telling.modality
        event.quoted = act.isQuoted
        event.speaker = act.speaker?.actor.name
        event.aggregate = telling.isAggregate
        event.location = telling.place?.place
        event.weapon = meaning.weapon
        event.killed = telling.victims.killed
        event.wounded = telling.victims.wounded
        event.inResponseTo = telling.answers.map { story.ids[$0] }
        event.mentions = mentions(telling, story.acts)
        if options.traces { event.trace = traceWriter(story).trace(number) }
        return event
    }

    private func mentions(_ telling: Telling, _ acts: ActList) -> [EventModel.Mention] {
        var sentences: [Int] = []
        let own = acts[telling.acts[0]].sentence
        for index in telling.acts where acts[index].sentence != own && !sentences.contains(acts[index].sentence) {
            sentences.append(acts[index].sentence)
        }
        return sentences.sorted().map { sentence in
            EventModel.Mention(
                article: text.article.id,
                sentence: sentence + text.origin.sentences,
                span: text.span(ofSentence: sentence),
                text: text.document.text.string(text.document.sentences[sentence].bytes)
            )
        }
    }
}
