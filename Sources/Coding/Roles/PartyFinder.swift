// From the head of a phrase to the actors that it names, or that what it names belongs to.
import EventModel
import Language

/// Finds the parties that a noun phrase stands for.
struct PartyFinder: Sendable {
    let text: CodedText
    let states: ActorLexicon

    private static let depthLimit = 4
    /// Prepositions that tie a thing to an actor, the closest tie first.
    private static let ties = [
        "of", "by", "from", "against", "between", "in", "at", "near", "on", "inside", "within", "across", "to", "for",
        "along", "with",
    ]

    private var tree: ParseTree { text.tree }
    private var tokens: [Token] { text.tokens }

    /// The parties at a head and at all that is joined to it, each once.
    func parties(at head: Int, depth: Int = 0) -> [Party] {
        guard depth < Self.depthLimit else { return [] }
        var found: [Party] = []
        for token in text.grammar.coordinated(head) + followers(of: head) {
            var here = single(token, depth: depth)
            if here.isEmpty, token != head, let mention = text.actor(at: token), mention.form != .pronoun {
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
            place.tokens.count > mention.core.count, place.tokens.contains(mention.core.lowerBound)
        {
            return place.place.country == nil ? [] : [party(of: place)]
        }
        if var mention = text.actor(at: token) ?? text.name(covering: token),
            mention.use != .attribute || isOwnPhrase(token)
        {
            if mention.use == .embedded, let whole = text.phrase(containing: token) { mention = whole }
            let isThing = text.cues(token).contains(.thing)
            if mention.form == .common, mention.antecedent == nil, mention.actor.country == nil || isThing {
                let owners = self.owners(of: token, depth: depth + 1)
                if !owners.isEmpty {
                    let cues = text.cues(token)
                    let isPerson = !cues.isDisjoint(with: [.people, .armed]) || mention.isPerson
                    return isPerson ? owners.map { described($0, by: token) } : owners
                }
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
        if let place = text.place(at: token), isOwnPhrase(token) { return [party(of: place)] }
        let owners = self.owners(of: token, depth: depth + 1)
        if !owners.isEmpty {
            let isPerson = !cues.isDisjoint(with: [.people, .armed])
            return isPerson ? owners.map { described($0, by: token) } : owners
        }
        return open(token).map { [$0] } ?? []
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
        return Party(actor: actor, kind: mention.form == .common ? .open : .actor, head: mention.head)
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

    // MARK: Owners

    /// The parties that what a noun names belongs to: its possessor, its adjective, its `of`, "used by …".
    func owners(of noun: Int, depth: Int = 0) -> [Party] {
        guard depth < Self.depthLimit else { return [] }
        if let possessor = tree.child(of: noun, .nmodPossessive) {
            let found = parties(at: possessor, depth: depth)
            if !found.isEmpty { return found }
        }
        let modifiers = self.modifiers(of: noun)
        if !modifiers.isEmpty { return modifiers }
        let clauses = belonging(to: noun, depth: depth)
        if !clauses.isEmpty { return clauses }
        for preposition in Self.ties {
            let found = text.grammar.objects(of: preposition, beside: noun)
                .filter { !text.grammar.isVerbal($0) }
                .flatMap { parties(at: $0, depth: depth) }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The parties named by the adjectives and compounds before a noun ("Iranian-linked sites", "US and coalition bases").
    func modifiers(of noun: Int) -> [Party] {
        var found: [Party] = []
        func add(_ token: Int, depth: Int) {
            guard depth < 3 else { return }
            if let mention = text.actor(covering: token), mention.head == noun { return }
            if let mention = text.actor(covering: token), mention.use != .locative, let party = party(of: mention) {
                if !found.contains(where: { $0.actor.id == party.actor.id }) { found.append(party) }
            } else if let place = text.place(at: token) {
                found.append(party(of: place))
            }
            for child in tree.children(of: token) {
                switch tokens[child].relation {
                case .compound, .amod, .conj, .obl, .oblUnmarked, .nmod, .nmodUnmarked, .advmod, .flat, .nummod:
                    add(child, depth: depth + 1)
                default: continue
                }
            }
        }
        for child in tree.children(of: noun) where child < noun {
            switch tokens[child].relation {
            case .compound, .amod, .nmodDescriptive, .nmodUnmarked, .flat: add(child, depth: 0)
            default: continue
            }
        }
        return found
    }

    /// The parties of clauses that tie a thing to an actor: "used by …", "hosting …", "linked to …", "which host …".
    private func belonging(to noun: Int, depth: Int) -> [Party] {
        for child in tree.children(of: noun) {
            switch tokens[child].relation {
            case .acl, .aclRelative: break
            default: continue
            }
            guard text.cues(child).contains(.belonging) else { continue }
            var heads: [Int] = []
            if text.grammar.isPassive(child) {
                heads += text.grammar.agents(of: child)
            } else {
                heads += tree.children(of: child).filter { tokens[$0].relation == .obj }
            }
            for preposition in ["to", "with", "by", "from"] where heads.isEmpty {
                heads += text.grammar.objects(of: preposition, beside: child)
            }
            let found = heads.filter { $0 != noun }.flatMap { parties(at: $0, depth: depth) }
            if !found.isEmpty { return found }
        }
        return hosted(after: noun)
    }

    /// "bases in Iraq which host US troops": the clause nearby, whatever the parser hung it on.
    private func hosted(after noun: Int) -> [Party] {
        let end = min(noun + 8, tokens.count - 1)
        for token in (noun + 1)..<max(end, noun + 1) where tokens[token].tag == "WDT" {
            guard text.cues(token + 1).contains(.belonging), text.grammar.isVerbal(token + 1) else { return [] }
            return text.actor(after: token + 1, reach: 3).flatMap { party(of: $0) }.map { [$0] } ?? []
        }
        return []
    }

    /// People of an actor: the actor with the words for the people.
    private func described(_ owner: Party, by noun: Int) -> Party {
        var party = owner
        let words = phrase(of: noun)
        party.actor.text = text.words(words)
        if owner.kind == .place || owner.actor.sector == .government {
            party.actor.sector = sector(noun)
            party.actor.id = ActorLexicon.slug(owner.actor.name + " " + tokens[noun].lemma)
            party.actor.family = owner.actor.id
            party.kind = .open
            party.head = noun
        }
        return party
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
        where mention.use != .embedded && mention.form != .pronoun && text.tree.isWithin(mention.head, token) {
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

    private func sector(_ noun: Int) -> Sector? {
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
