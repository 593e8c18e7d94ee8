// Sides that a sentence leaves out and the article makes plain.
import EventModel
import Language

/// Fills in missing sides from the rest of the article; only where one answer remains.
struct Inference: Sendable {
    let text: CodedText
    let parties: PartyFinder

    /// How many words behind a charge, and how many sentences before it, the blow is looked for.
    private static let reach = 12
    private static let sentenceReach = 3

    /// Fills in what acts of reaction and agreements leave out, before acts are judged.
    func complete(_ acts: inout [Act]) {
        for index in acts.indices {
            switch acts[index].meaning.type {
            case .accuse:
                blame(index, &acts)
                charge(index, &acts)
            case .support, .reject: blame(index, &acts)
            case .agree: pair(index, &acts)
            case .retreat:
                pair(index, &acts)
                authorities(&acts[index])
            case .sanction: expellers(&acts[index])
            case .coerce, .assault:
                authorities(&acts[index])
                settlePolice(&acts[index])
            default: continue
            }
        }
    }

    /// "The operation was condemned by …": those who carried it out are meant.
    private func blame(_ index: Int, _ acts: inout [Act]) {
        let act = acts[index]
        let isNamed = act.target.contains { $0.kind != .open || $0.actor.country != nil }
        guard !isNamed, !act.source.isEmpty, let noun = act.target.first?.head ?? objectNoun(of: act), isEventNoun(noun)
        else { return }
        // "The shelling" is what was told with a code of shelling, before it is what stands nearest.
        let lines = text.lexicon.entry(text.numbers[noun])?.nouns ?? []
        let codes = Set(lines.map { text.lexicon.patterns[$0.number].cameo }).filter { !$0.hasSuffix("0") }
        var nearest: Int?
        // Back to the beginning, then on from here to the end.
        for position in (1..<acts.count).lazy.map({ $0 <= index ? index - $0 : $0 }) {
            guard isBlamed(acts[position], by: act) else { continue }
            nearest = nearest ?? position
            guard codes.isEmpty || codes.contains(acts[position].meaning.cameo) else { continue }
            return put(blame: position, on: index, &acts)
        }
        if let nearest { put(blame: nearest, on: index, &acts) }
    }

    private func isBlamed(_ other: Act, by act: Act) -> Bool {
        other.meaning.type.quad == .materialConflict && !other.source.isEmpty && !other.isReference
            && Sides.compare(other.source, act.source) == .different
    }

    private func put(blame position: Int, on index: Int, _ acts: inout [Act]) {
        acts[index].reactsTo = position
        acts[index].target = acts[position].source.map { party in
            var party = party
            party.isInferred = true
            return party
        }
    }

    /// The blow that nobody is named for is theirs who are then charged with it: "… killed nine; the army said the
    /// rebels were behind it".
    private func charge(_ index: Int, _ acts: inout [Act]) {
        let charge = acts[index]
        guard charge.meaning.cameo.hasPrefix("112"), !charge.isReference, charge.modality == .actual,
            Plausibility.standing(charge.target.first?.actor ?? Actor(id: "", name: "", text: "")) >= .political
        else { return }
        let sentence = text.document.sentences[charge.sentence].tokens
        let points = (charge.trigger..<min(sentence.upperBound, charge.trigger + Self.reach)).contains { token in
            // "the rebels were behind it"
            text.tokens[token].upos == .pron ? token == charge.trigger : isPointer(token)
        }
        guard points || text.tokens[charge.trigger].lemma == "blame" else { return }
        let blow = acts.indices.last { position in
            let act = acts[position]
            return position < index && charge.sentence - act.sentence <= Self.sentenceReach
                && act.meaning.type == .assault && !act.isReference && act.modality == .actual && !act.target.isEmpty
        }
        guard let blow, acts[blow].source.isEmpty, Sides.compare(acts[blow].target, charge.target) == .different
        else { return }
        acts[blow].modality = .claimed
        acts[blow].source = charge.target.map { party in
            var party = party
            party.isInferred = true
            return party
        }
    }

    /// Whether a noun points back to a blow: "the attack", "that bombing".
    private func isPointer(_ token: Int) -> Bool {
        guard isEventNoun(token), let determiner = text.tree.child(of: token, .det) else { return false }
        return ["the", "this", "that", "these", "those"].contains(text.tokens[determiner].lemma)
    }

    private func objectNoun(of act: Act) -> Int? { text.grammar.objects(of: act.trigger).first }

    private func isEventNoun(_ token: Int) -> Bool {
        guard text.tree.child(of: token, .det) != nil, let entry = text.lexicon.entry(text.numbers[token]) else {
            return false
        }
        return entry.nouns.contains { text.lexicon.patterns[$0.number].type.quad == .materialConflict }
    }

    /// "A ceasefire has been agreed": between those who fight in the sentence.
    private func pair(_ index: Int, _ acts: inout [Act]) {
        let act = acts[index]
        let isTruce = act.meaning.cameo == "0356" || act.meaning.cameo == "0871" || act.meaning.cameo == "057"
        guard isTruce, act.target.isEmpty else { return }
        if !act.source.isEmpty {
            // "The army fighting rebels in the east declared a ceasefire": with those whom it fights.
            let fight = acts.first {
                $0.sentence == act.sentence && $0.meaning.type == .assault && !$0.target.isEmpty
                    && [.same, .unknown].contains(Sides.compare($0.source, act.source))
            }
            if let fight { acts[index].target = fight.target }
            return
        }
        let fights = acts.filter {
            $0.sentence == act.sentence && $0.meaning.type == .assault && !$0.source.isEmpty && !$0.target.isEmpty
        }
        guard let fight = fights.first else { return }
        acts[index].source = fight.source
        acts[index].target = fight.target
    }

    /// "was arrested in Niger": by the authorities there.
    private func authorities(_ act: inout Act) {
        let isOfAuthorities = ["172", "173", "174", "1822", "0841"].contains { act.meaning.cameo.hasPrefix($0) }
        guard act.source.isEmpty, !act.target.isEmpty, isOfAuthorities, text.grammar.isPassive(act.trigger)
        else { return }
        let places =
            text.grammar.objects(of: "in", beside: act.trigger) + text.grammar.objects(of: "in", beside: act.clause)
        // "in a prison in X", "from captivity in X"
        let inner = (places + text.grammar.objects(of: "from", beside: act.trigger))
            .flatMap { text.grammar.objects(of: "in", beside: $0) }
        for head in places + inner {
            guard let mention = text.actor(at: head), mention.actor.country != nil, mention.use == .locative,
                !act.target.contains(where: { $0.head == mention.head })
            else { continue }
            var actor = mention.actor
            actor.text = text.words(mention.tokens)
            act.source = [Party(actor: actor, kind: .place, head: mention.head, isInferred: true)]
            return
        }
        guard act.meaning.cameo.hasPrefix("173"), !["capture", "catch"].contains(text.tokens[act.trigger].lemma),
            act.target.contains(where: isPolitical), let state = stateOfArticle()
        else { return }
        act.source = [state]
    }

    /// "Police detained protesters in Minsk": the police of the country where it was.
    private func settlePolice(_ act: inout Act) {
        func isNobodys(_ party: Party) -> Bool { party.actor.sector == .police && party.actor.country == nil }
        guard act.source.contains(where: isNobodys) else { return }
        let here = text.places(in: act.sentence).scenes
        let country = here.count == 1 ? here.first : here.isEmpty ? stateOfArticle()?.actor.country : nil
        guard let state = country.flatMap({ parties.states.state(country: $0) }) else { return }
        for index in act.source.indices where isNobodys(act.source[index]) {
            act.source[index].actor.id = state.id
            act.source[index].actor.name = state.name
            act.source[index].actor.country = state.country
            act.source[index].kind = .actor
        }
    }

    /// Whether an arrest is one for politics: of officials, fighters, or those who speak up.
    private func isPolitical(_ party: Party) -> Bool {
        if Plausibility.standing(party.actor, party.kind) >= .political { return true }
        switch text.tokens[party.head].lemma {
        case "activist", "journalist", "reporter", "protester", "demonstrator", "dissident", "opponent", "critic":
            return true
        default: return false
        }
    }

    /// The state whose land alone the article names as a scene.
    private func stateOfArticle() -> Party? {
        let countries = text.places.scenes
        guard countries.count == 1, let country = countries.first, let state = parties.states.state(country: country),
            let head = text.places.first(where: { $0.isLocative && $0.place.country == country })?.head
        else { return nil }
        return Party(actor: state.government, kind: .place, head: head, isInferred: true)
    }

    /// "Two inspectors were expelled from Syria": by Syria.
    private func expellers(_ act: inout Act) {
        guard act.source.isEmpty, act.noun == nil, text.grammar.isPassive(act.trigger), !act.target.isEmpty else {
            return
        }
        let places = text.grammar.objects(of: "from", beside: act.trigger)
        guard act.target.allSatisfy({ places.contains($0.head) }),
            act.target.contains(where: { $0.actor.country != nil })
        else { return }
        let expelled = text.grammar.objects(of: act.trigger).flatMap { parties.parties(at: $0) }
        guard !expelled.isEmpty else { return }
        act.source = act.target
        act.target = expelled
    }

    /// The only adversary that the article's acts of force give to a side, nil where there are none or several.
    static func adversary(of side: [Party], in tellings: [Telling]) -> [Party]? {
        var found: [Party] = []
        for index in tellings.indices
        where tellings[index].meaning.type == .assault && !tellings[index].source.isEmpty
            && !tellings[index].target.isEmpty
        {
            let other: [Party]
            if Sides.compare(tellings[index].target, side) >= .related {
                other = tellings[index].source
            } else if Sides.compare(tellings[index].source, side) >= .related {
                other = tellings[index].target
            } else {
                continue
            }
            let armed = other.filter { Plausibility.standing($0.actor, $0.kind) >= .political && $0.kind != .place }
            guard !armed.isEmpty else { continue }
            if !found.isEmpty, Sides.compare(found, armed) == .different { return nil }
            if found.isEmpty { found = armed }
        }
        return found.isEmpty
            ? nil
            : found.prefix(2).map { party in
                var party = party
                party.isInferred = true
                return party
            }
    }
}
