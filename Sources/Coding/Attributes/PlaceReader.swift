// Where an act happened: the nearest place that the text ties to it.
import EventModel
import Language

/// Finds the place of an act in its sentence.
struct PlaceReader: Sendable {
    let text: CodedText
    /// By sentence, the place where acts without one of their own are set.
    private let scenes: [PlaceMention?]

    /// Places of kind country by their code.
    private let countries: [String: GazetteerEntry]

    init(text: CodedText, countries: [String: GazetteerEntry] = [:]) {
        self.text = text
        self.countries = countries
        scenes = Self.scenes(text)
    }

    /// The place of an act: of its sentence, else the only country in which the article places anything.
    func place(of act: Act) -> PlaceMention? {
        if act.meaning.type == .mobilize, isOffOwnCoast(act), let home = home(of: act) { return home }
        let own = ownPlace(of: act)
        if let hit = hit(by: act), isFiner(hit, than: own) { return hit }
        if let own { return own }
        if let base = base(of: act) { return base }
        if let country = definiteCountry(of: act) { return country }
        if act.meaning.type == .mobilize { return home(of: act) }
        guard act.meaning.type == .assault || act.meaning.type == .protest || act.meaning.cameo.hasPrefix("19") else {
            return nil
        }
        return scenes[act.sentence] ?? countryOfArticle(near: act.sentence)
    }

    /// "struck Balochistan": what is hit, where it is a place smaller than a country, is where it happened.
    private func hit(by act: Act) -> PlaceMention? {
        guard act.meaning.type == .assault, act.target.count == 1, let target = act.target.first, target.kind == .place,
            let place = text.place(at: target.head), place.kind != .country, place.kind != .sea
        else { return nil }
        return place
    }

    /// Whether a place says more than another: it lies elsewhere, or is a town and the other a land.
    private func isFiner(_ place: PlaceMention, than other: PlaceMention?) -> Bool {
        guard let other else { return true }
        if place.place.country != other.place.country { return true }
        if other.kind == .country { return true }
        return other.kind == .region && place.kind != .region
    }

    /// "a truce with Gaza-based militants", "strikes on the Baghdad-based group": where those are based.
    private func base(of act: Act) -> PlaceMention? {
        switch act.meaning.type {
        case .assault, .coerce, .mobilize, .agree, .retreat: break
        default: return nil
        }
        for mention in text.places(in: act.sentence) {
            let hyphen = mention.tokens.upperBound
            guard hyphen + 1 < text.tokens.count, text.tokens[hyphen].lemma == "-",
                text.document.form(hyphen + 1).lowercased() == "based"
            else { continue }
            let isParty = (act.target + act.source).contains { party in
                text.tree.isWithin(mention.head, party.head)
                    || (party.head > hyphen && party.head - hyphen <= 3)
            }
            if isParty { return mention }
        }
        return nil
    }

    /// "fired a missile off its east coast", "from an area near its capital": in the land of the one who acts.
    private func isOffOwnCoast(_ act: Act) -> Bool {
        let end = text.document.sentences[act.sentence].tokens.upperBound
        var token = act.words.lowerBound
        while token + 1 < end, token < act.words.upperBound + 14 {
            let word = text.document.form(token).lowercased()
            if ["off", "near", "from", "along", "in"].contains(word) {
                let possessor = text.document.form(token + 1).lowercased()
                let isOwn = possessor == "its" || possessor == "their" || possessor == "his"
                let noun = (token + 2..<min(token + 5, end)).contains { next in
                    ["coast", "capital", "shore", "territory", "border", "soil"].contains(text.tokens[next].lemma)
                }
                if isOwn, noun { return true }
            }
            token += 1
        }
        return false
    }

    /// Forces that are not said to be elsewhere are at home.
    private func home(of act: Act) -> PlaceMention? {
        let found = Set(act.source.compactMap(\.actor.country))
        guard found.count == 1, let country = found.first, let party = act.source.first else { return nil }
        return implied(country, by: party.head)
    }

    /// "sent troops to the country", "in the north of the country": the country that is meant.
    private func definiteCountry(of act: Act) -> PlaceMention? {
        switch act.meaning.type.quad {
        case .materialConflict: break
        default: return nil
        }
        let sentence = text.document.sentences[act.sentence].tokens
        for token in sentence where text.tokens[token].lemma == "country" || text.tokens[token].lemma == "nation" {
            guard let mention = text.actor(at: token), mention.antecedent != nil, let country = mention.actor.country,
                mention.possessor == nil, distance(token, act) >= 0
            else { continue }
            switch text.grammar.preposition(of: token) {
            case "to", "in", "into", "across", "inside", "of", "throughout", "within":
                return implied(country, by: token)
            default: continue
            }
        }
        return nil
    }

    /// "the north of the country": where an article names no place, the country in which it says that it plays.
    private func countryOfArticle(near sentence: Int) -> PlaceMention? {
        guard !text.places.contains(where: { $0.isLocative && $0.place.country != nil && $0.preposition != "from" })
        else { return nil }
        var found: (country: String, token: Int)?
        for mention in text.actors where mention.antecedent != nil {
            guard text.tokens[mention.head].lemma == "country", let country = mention.actor.country,
                let preposition = text.grammar.preposition(of: mention.head),
                ["in", "of", "across"].contains(preposition)
            else { continue }
            if let found, found.country != country { return nil }
            found = (country, mention.head)
        }
        return found.flatMap { implied($0.country, by: $0.token) }
    }

    /// The country of a code as a word implies it.
    private func implied(_ country: String, by token: Int) -> PlaceMention? {
        countries[country].map { entry in
            PlaceMention(
                tokens: token..<token + 1,
                head: token,
                place: entry.place,
                kind: .country,
                preposition: nil,
                isLocative: true,
                line: entry.line
            )
        }
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
