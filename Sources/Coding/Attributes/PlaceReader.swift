// Where an act happened: the nearest place that the text ties to it.
import EventModel
import Language

/// Finds the place of an act in its sentence.
struct PlaceReader: Sendable {
    let text: CodedText
    /// By sentence, the place where acts without one of their own are set.
    private let scenes: [PlaceMention?]

    init(text: CodedText) {
        self.text = text
        scenes = Self.scenes(text)
    }

    /// The place of an act: of its sentence, else the only country in which the article places anything.
    func place(of act: Act) -> PlaceMention? {
        if let own = ownPlace(of: act) { return own }
        guard act.meaning.type == .assault || act.meaning.type == .protest || act.meaning.cameo.hasPrefix("19") else {
            return nil
        }
        return scenes[act.sentence]
    }

    /// The nearest place up to each sentence, or the first after it; none where the article sets acts in two countries.
    private static func scenes(_ text: CodedText) -> [PlaceMention?] {
        var scenes = [PlaceMention?](repeating: nil, count: text.document.sentences.count)
        var first: PlaceMention?
        for mention in text.places where mention.isLocative && mention.preposition != "from" {
            guard let country = mention.place.country, !isModifier(mention, text) else { continue }
            guard first.map({ $0.place.country == country }) ?? true else {
                return scenes.map { _ in nil }
            }
            first = first ?? mention
            scenes[Int(text.sentences[mention.head])] = mention
        }
        var nearest = first
        for sentence in scenes.indices {
            nearest = scenes[sentence] ?? nearest
            scenes[sentence] = nearest
        }
        return scenes
    }

    private func ownPlace(of act: Act) -> PlaceMention? {
        let isMaterial = act.meaning.type.quad == .materialConflict || act.meaning.type == .retreat
        var best: (place: PlaceMention, score: Int)?
        for mention in text.places(in: act.sentence) {
            let score = self.score(mention, act, isMaterial: isMaterial)
            if score > 0, best.map({ score > $0.score }) ?? true { best = (mention, score) }
        }
        return best?.place
    }

    private func score(_ mention: PlaceMention, _ act: Act, isMaterial: Bool) -> Int {
        let isSource = act.source.contains { mention.tokens.contains($0.head) }
        if isSource { return 0 }
        let isTarget = act.target.contains { mention.tokens.contains($0.head) }
        if isTarget, !mention.isLocative { return isMaterial ? 6 + precision(mention) : 0 }
        guard mention.isLocative || isTarget else { return 0 }
        if let actor = text.actor(covering: mention.head), actor.use != .locative,
            actor.tokens.count > mention.tokens.count,
            !isTarget
        {
            return 0  // "US" of "US forces" is no place
        }
        if mention.preposition == "from" || mention.preposition == "of" && !isMaterial { return 0 }
        if !isTarget, Self.isModifier(mention, text) { return 0 }
        let distance = self.distance(mention.head, act)
        if distance < 0 { return isMaterial ? 2 + precision(mention) : 0 }
        return (distance == 0 ? 12 : max(4, 10 - distance)) + precision(mention)
    }

    /// "on American forces": a name before a noun tells whose it is, not where.
    private static func isModifier(_ mention: PlaceMention, _ text: CodedText) -> Bool {
        guard let noun = text.tokens[mention.head].head else { return false }
        let isOfPeople = !text.cues(noun).isDisjoint(with: [.armed, .people, .body])
        guard isOfPeople || text.actor(covering: mention.head).map({ $0.head == noun }) == true else { return false }
        switch text.tokens[mention.head].relation {
        case .amod, .compound, .nmodPossessive: return true
        default: return false
        }
    }

    /// A city says more than its country.
    private func precision(_ mention: PlaceMention) -> Int {
        mention.kind == .country ? 0 : 1
    }

    /// Steps from the place up to the act, −1 where the place does not hang on it.
    private func distance(_ token: Int, _ act: Act) -> Int {
        var current = token
        var steps = 0
        while let head = text.tokens[current].head, steps < 12 {
            if head == act.trigger || head == act.clause || act.others.contains(head) { return steps }
            current = head
            steps += 1
        }
        return -1
    }
}
