// From the head of a phrase to the actors that it names, or that what it names belongs to.
import EventModel
import Language

/// Finds the parties that a noun phrase stands for.
struct PartyFinder: Sendable {
    let text: CodedText
    let states: ActorLexicon

    static let depthLimit = 4
    var tree: ParseTree { text.tree }
    var tokens: [Token] { text.tokens }

    /// The parties at a head and at all that is joined to it, each once.
    func parties(at head: Int, depth: Int = 0) -> [Party] {
        guard depth < Self.depthLimit else { return [] }
        if text.isDateline(head) { return behindDateline(head).flatMap { parties(at: $0, depth: depth + 1) } }
        var found: [Party] = []
        for token in (text.grammar.coordinated(head) + followers(of: head)).sorted() {
            var here = text.sharers(of: token).compactMap { party(of: $0) } + single(token, depth: depth)
            if here.isEmpty, token != head, !text.isDateline(token), let mention = text.actor(at: token),
                mention.form != .pronoun
            {
                here = party(of: mention).map { [$0] } ?? []
            }
            for party in here where !found.contains(where: { $0.actor.id == party.actor.id }) {
                found.append(party)
            }
        }
        // "headquarters, storage and training locations": beside named actors, bare things are none of their own.
        if found.contains(where: { $0.kind != .open }) {
            found.removeAll { $0.kind == .open && text.cues($0.head).isDisjoint(with: [.people, .armed]) }
        }
        return found
    }

    /// "BEIRUT, Lebanon - Israeli jets bombed": parsers make a subject of the dateline and hang the real one on it.
    private func behindDateline(_ head: Int) -> [Int] {
        var heads: [Int] = []
        var open = [head]
        while let token = open.popLast() {
            for child in tree.children(of: token) where child > token || text.isDateline(child) {
                if text.isDateline(child) {
                    open.append(child)
                    continue
                }
                switch tokens[child].relation {
                case .appos, .conj, .flat, .dep, .nmod, .list, .parataxis:
                    if tokens[child].upos == .noun || tokens[child].upos == .propn { heads.append(child) }
                default: continue
                }
            }
        }
        return Array(heads.prefix(1))
    }

    /// Actors that "and" joins on although the parser does not see it.
    private func followers(of head: Int) -> [Int] {
        var heads: [Int] = []
        guard var mention = text.actor(at: head), mention.use != .locative else { return [] }
        let first = mention.tokens.lowerBound
        if first >= 2, tokens[first - 1].lemma == "and", let before = text.phrase(endingAt: first - 1) {
            let sentence = text.document.sentences[Int(text.sentences[first])].tokens
            let isOpening = !(sentence.lowerBound..<before.tokens.lowerBound).contains { tokens[$0].upos == .verb }
            if isOpening { heads.append(before.head) }
        }
        while mention.tokens.upperBound + 1 < tokens.count, tokens[mention.tokens.upperBound].lemma == "and",
            let next = text.phrase(startingAt: mention.tokens.upperBound + 1), heads.count < 4
        {
            switch tokens[next.head].relation {
            case .nsubj, .nsubjPassive, .root, .obl: return heads
            default: heads.append(next.head)
            }
            mention = next
        }
        return heads
    }

    private func single(_ token: Int, depth: Int) -> [Party] {
        if text.isDateline(token) { return [] }
        // "the Gulf of Oman" is a place, whatever "Gulf" alone would be; a sea is no party.
        if let place = text.place(at: token), let mention = text.actor(at: token),
            place.tokens.count > mention.core.count || mention.form == .unknown && place.kind == .sea,
            place.tokens.contains(mention.core.lowerBound)
        {
            // A strait can be closed, and is a target then.
            let isObject = tokens[token].relation == .obj
            return place.place.country == nil && !isObject ? [] : [party(of: place)]
        }
        if var mention = text.actor(at: token) ?? text.name(covering: token),
            mention.use != .attribute || isOwnPhrase(token), !isBuilding(mention, token)
        {
            if mention.use == .embedded, let whole = text.phrase(containing: token) { mention = whole }
            let isThing = text.cues(token).contains(.thing)
            if mention.form == .common, mention.antecedent == nil, mention.actor.country == nil || isThing {
                // The "state" of "heads of state" is a word of the noun.
                let owners = self.owners(of: token, depth: depth + 1).filter { !mention.core.contains($0.head) }
                if !owners.isEmpty { return owned(owners, by: token) }
                if let scene = scene(after: token) { return [described(scene, by: token)] }
                if text.cues(token).contains(.placeNoun) { return [] }
            }
            if let possessor = mention.possessor, text.cues(possessor).contains(.firstPerson), mention.antecedent == nil
            {
                return []
            }
            if let party = party(of: mention) {
                let isTheirs =
                    mention.possessor != nil && text.cues(token).contains(.people) && mention.form != .pronoun
                return [isTheirs ? described(party, by: token) : party]
            }
            if mention.form == .pronoun { return [] }
        }
        let cues = text.cues(token)
        if cues.contains(.time) { return [] }
        if cues.contains(.quantity) {
            let contents = text.grammar.objects(of: "of", beside: token).flatMap { parties(at: $0, depth: depth + 1) }
            if !contents.isEmpty { return contents }
        }
        if let place = text.place(at: token), isOwnPhrase(token) {
            // "attacks on ships in the Red Sea": wherever the parser hangs a sea, it is not attacked.
            if place.kind == .sea, tokens[token].relation != .obj { return [] }
            return [party(of: place)]
        }
        var owners = self.owners(of: token, depth: depth + 1)
        // "a ship in the Red Sea": a sea owns nothing.
        if cues.contains(.thing) { owners.removeAll { $0.kind == .place && $0.actor.country == nil } }
        if !owners.isEmpty { return owned(owners, by: token) }
        if !cues.isDisjoint(with: [.thing, .people]), let scene = scene(after: token) {
            return owned([scene], by: token)
        }
        return open(token).map { [$0] } ?? []
    }

    /// "a house in the village" is no house of parliament.
    private func isBuilding(_ mention: ActorMention, _ token: Int) -> Bool {
        mention.form == .common && mention.actor.sector == .legislature && text.cues(token).contains(.thing)
            && tokens[token].tag.hasPrefix("NN")
            && tree.child(of: token, .det).map { tokens[$0].lemma != "the" } ?? true
    }

    /// Whether the token heads a phrase and does not modify a noun.
    private func isOwnPhrase(_ token: Int) -> Bool {
        switch tokens[token].relation {
        case .compound, .amod, .flat: false
        default: true
        }
    }

    /// The party of a mention; nil for a pronoun that points to nothing known.
    func party(of mention: ActorMention) -> Party? {
        var mention = mention
        var steps = 0
        while mention.form == .pronoun, steps < 8 {
            guard let antecedent = mention.antecedent, text.actors.indices.contains(antecedent) else { return nil }
            mention = text.actors[antecedent]
            steps += 1
        }
        guard mention.form != .pronoun else { return nil }
        var actor = mention.actor
        if actor.text.isEmpty { actor.text = text.words(mention.tokens) }
        let head = mention.isShared ? mention.core.upperBound - 1 : mention.head
        return Party(actor: actor, kind: mention.form == .common ? .open : .actor, head: head)
    }

    /// The state of a place, named by the place's words.
    func party(of place: PlaceMention) -> Party {
        let words = text.words(place.tokens)
        let state = place.place.country.flatMap { states.state(country: $0) }
        let isState = state?.name == place.place.name
        let actor = Actor(
            id: isState ? state?.id ?? "" : ActorLexicon.slug(place.place.name),
            name: isState ? state?.name ?? place.place.name : place.place.name,
            country: place.place.country,
            sector: isState ? .government : nil,
            family: isState ? nil : state?.id,
            text: words
        )
        return Party(actor: actor, kind: .place, head: place.head)
    }

    // MARK: Phrases that no dictionary knows

    /// The party of a phrase whose head is a noun for people, bodies or things; nil for abstract nouns.
    private func open(_ token: Int) -> Party? {
        let cues = text.cues(token)
        guard cues.isDisjoint(with: [.munition, .placeNoun]) else { return nil }
        let isNamed = tokens[token].upos == .propn || isCapital(token)
        guard isNamed || !cues.isDisjoint(with: [.people, .body, .thing, .armed]) else { return nil }
        switch tokens[token].upos {
        case .noun, .propn, .adj: break
        default: return nil
        }
        let words = text.words(phrase(of: token))
        let id = ActorLexicon.slug(words)
        guard !id.isEmpty else { return nil }
        let actor = Actor(id: id, name: words, country: nil, sector: sector(token), text: words)
        return Party(actor: actor, kind: isNamed ? .actor : .open, head: token)
    }

    /// Whether a word is written in capitals throughout, as names of agencies are.
    private func isCapital(_ token: Int) -> Bool {
        let bytes = text.document.text.utf8[tokens[token].bytes]
        return bytes.count >= 2 && bytes.allSatisfy { (0x41...0x5A).contains($0) }
    }

    /// The parties named anywhere in what hangs on a token, in the order of the text.
    func within(_ token: Int) -> [Party] {
        var found: [Party] = []
        for mention in text.actors
        where mention.use != .embedded && mention.form != .pronoun
            && !(mention.form == .unknown && mention.use == .locative) && text.tree.isWithin(mention.head, token)
        {
            if let party = party(of: mention) { found.append(party) }
        }
        return found
    }

    /// The phrase itself as a party, whatever it names.
    func thing(at token: Int) -> Party? {
        switch tokens[token].upos {
        case .noun, .propn, .adj: break
        default: return nil
        }
        guard !text.cues(token).contains(.time) else { return nil }
        let words = text.words(phrase(of: token))
        let id = ActorLexicon.slug(words)
        return id.isEmpty
            ? nil
            : Party(actor: Actor(id: id, name: words, sector: sector(token), text: words), kind: .open, head: token)
    }

    func sector(_ noun: Int) -> Sector? {
        let cues = text.cues(noun)
        if cues.contains(.armed) { return .unidentifiedArmed }
        if cues.contains(.people) { return .civilians }
        return nil
    }

    /// The tokens of a noun phrase without determiner and without what follows the head.
    func phrase(of head: Int) -> Range<Int> {
        var first = head
        var last = head
        for child in tree.children(of: head) {
            switch tokens[child].relation {
            case .compound, .amod, .nummod, .flat, .nmodPossessive, .goeswith, .nmodDescriptive:
                first = min(first, child)
                if tokens[child].relation == .flat { last = max(last, child) }
                for inner in tree.children(of: child) where tokens[inner].relation != .conj {
                    first = min(first, inner)
                }
            default: continue
            }
        }
        return first..<(last + 1)
    }
}
