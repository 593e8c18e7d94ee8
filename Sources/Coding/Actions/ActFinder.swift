// From the triggers of a sentence to its acts: verbs, nouns, light verbs, and words that take acts as complements.
import EventModel
import Language

/// Finds the acts of one sentence at a time; a class, for its many small functions would each copy its parts.
final class ActFinder {
    /// How many words before a relative clause its noun is looked for.
    static let reach = 14

    let text: CodedText
    let parties: PartyFinder
    let roles: RoleFinder
    let matcher: PatternMatcher
    let moods: ModalityReader
    /// Who speaks, which only acts ask.
    private(set) lazy var speakers = SpeakerFinder(text: text, parties: parties, passages: passages())
    private let passages: () -> [SpokenPassage]

    init(text: CodedText, states: ActorLexicon, passages: @escaping () -> [SpokenPassage]) {
        self.text = text
        parties = PartyFinder(text: text, states: states)
        roles = RoleFinder(text: text, parties: parties)
        matcher = PatternMatcher(text: text)
        moods = ModalityReader(text: text)
        self.passages = passages
    }

    var tree: ParseTree { text.tree }
    var tokens: [Token] { text.tokens }
    var grammar: Grammar { text.grammar }

    /// The acts of a sentence, in the order of their triggers, modality read, nothing yet judged.
    func acts(in sentence: Int) -> [Act] {
        let triggers = triggers(in: sentence)
        var board = ActBoard()
        for trigger in triggers where trigger.kind == .noun { readNoun(trigger, sentence, &board) }
        for trigger in triggers where trigger.kind == .verb { readVerb(trigger, sentence, &board) }
        for token in board.absorbed { board.acts[token] = nil }
        for trigger in triggers where trigger.kind == .verb { claim(trigger.token, &board) }
        for (verb, noun) in board.carriers.sorted(by: { $0.key < $1.key }) { lift(noun, by: verb, &board) }
        let inmostFirst = triggers.map { (depth: depth($0.token), trigger: $0) }
            .sorted { ($0.depth, $0.trigger.token) > ($1.depth, $1.trigger.token) }
        for (_, trigger) in inmostFirst { embed(trigger, sentence, &board) }
        ask(in: sentence, &board)
        converse(&board)
        referTruces(&board)
        blame(in: sentence, &board)
        board.dropInner(tree)
        var acts = (board.acts.values + board.references).sorted {
            ($0.trigger, $0.words.lowerBound) < ($1.trigger, $1.words.lowerBound)
        }
        for index in acts.indices { finish(&acts[index]) }
        return acts
    }

    // MARK: Triggers

    /// A token that the action lexicon knows.
    struct Trigger {
        enum Kind { case verb, noun, adjective }
        var token: Int
        var entry: ActionLexicon.Entry
        var kind: Kind
    }

    func triggers(in sentence: Int) -> [Trigger] {
        var found: [Trigger] = []
        for token in text.document.sentences[sentence].tokens {
            guard let entry = text.lexicon.entry(text.numbers[token]) else { continue }
            guard text.actor(covering: token).map({ $0.form == .pronoun || $0.form == .common }) ?? true else {
                continue
            }
            switch tokens[token].upos {
            case .verb:
                if tokens[token].relation == .amod || tokens[token].relation == .compound { continue }
                if isCompound(token) { continue }
                if let adjective = adjective(token) {
                    found.append(Trigger(token: token, entry: adjective, kind: .adjective))
                } else {
                    found.append(Trigger(token: token, entry: entry, kind: .verb))
                }
            case .noun: found.append(Trigger(token: token, entry: entry, kind: .noun))
            case .adj where isCompound(token): continue
            case .adj: found.append(Trigger(token: token, entry: entry, kind: .adjective))
            default: continue
            }
        }
        return found
    }

    /// "is prepared to", "is opposed to": a state of mind that parsers take for a passive.
    private func adjective(_ verb: Int) -> ActionLexicon.Entry? {
        guard tokens[verb].tag == "VBN", tree.child(of: verb, .auxPassive, .cop) != nil, verb + 1 < tokens.count,
            tokens[verb + 1].lemma == "to",
            let entry = text.lexicon.entry(text.lexicon.number(ofLemma: text.document.form(verb).lowercased()))
        else { return nil }
        return entry.embeddingAdjectives.isEmpty ? nil : entry
    }

    /// Whether a participle is the end of "Iranian-backed", which tells of no act.
    func isCompound(_ token: Int) -> Bool {
        // "test-fired" is a word of the lexicon itself.
        if text.numbers[token] != text.lexicon.number(ofLemma: tokens[token].lemma) { return false }
        if token + 1 < tokens.count, tokens[token + 1].lemma == "-",
            tokens[token + 1].bytes.lowerBound == tokens[token].bytes.upperBound
        {
            return true
        }
        guard token > 0, tokens[token - 1].lemma == "-" || tokens[token - 1].tag == "HYPH" else { return false }
        return tokens[token - 1].bytes.upperBound == tokens[token].bytes.lowerBound
    }

    func depth(_ token: Int) -> Int {
        var depth = 0
        var current = token
        while let head = tokens[current].head, depth < 64 {
            current = head
            depth += 1
        }
        return depth
    }

    // MARK: What both share

    func act(_ match: PatternMatcher.Match, trigger: Int, _ sentence: Int) -> Act {
        let pattern = text.lexicon.patterns[match.number]
        var act = Act(
            trigger: trigger,
            words: trigger..<(trigger + 1),
            clause: trigger,
            meaning: ActMeaning(
                cameo: pattern.cameo,
                type: pattern.type,
                mode: pattern.mode,
                weapon: pattern.weapon.map { [$0] } ?? [],
                flags: pattern.flags
            ),
            origins: [.pattern(pattern.number)],
            sentence: sentence
        )
        act.passedOver = match.rejected
        return act
    }

    /// "A and B met", "talks between A and B": the first is the source, the rest the target.
    func shareBetween(_ act: inout Act, _ slots: [ActionSlot]) {
        guard slots.contains(.mutual) || slots.contains(.preposition("between")) else { return }
        // "schools and colleges are closed" is no act between them.
        if act.target.isEmpty, act.source.count >= 2, slots.contains(.mutual) || act.noun != nil {
            act.target = Array(act.source.dropFirst())
            act.source = [act.source[0]]
        } else if act.source.isEmpty, act.target.count >= 2 {
            act.source = [act.target[0]]
            act.target = Array(act.target.dropFirst())
        }
    }

    func finish(_ act: inout Act) {
        act.isQuoted = speakers.isQuoted(act.trigger)
        act.speaker = speakers.speaker(of: act.clause)
        if act.source.isEmpty, act.meaning.flags.contains(.speech), act.noun == nil, let speaker = act.speaker,
            act.isQuoted
        {
            act.source = [speaker]
        }
        if act.meaning.cameo == "196", act.target.isEmpty, let victim = act.speaker,
            !act.source.contains(where: { $0.actor.id == victim.actor.id }),
            Plausibility.standing(victim.actor, victim.kind) >= .political
        {
            act.target = [victim]  // who tells of a breach of a truce is the other side of it
        }
        var mood = moods.context(of: act.clause)
        if let noun = act.noun {
            let doubt = moods.isDoubtful(noun: noun)
            if doubt.doubtful { mood.isDoubtful = true }
            if doubt.negated { mood.isNegated = true }
        }
        if isOfNone(act) { mood.isNegated = true }
        if isTopic(act) { mood.isFuture = false }
        if isBareInfinitive(act) { mood.isPurpose = true }
        if act.meaning.flags.contains(.not) { mood.isNegated = false }
        if act.meaning.flags.contains(.readiness) || act.meaning.flags.contains(.future) {
            mood.isFuture = false
        }
        let before = act.meaning.cameo
        if mood.isNegated || mood.isDoubtful { turn(&act, negated: mood.isNegated, future: mood.isFuture) }
        if act.meaning.cameo != before {
            act.modality = .actual
        } else if mood.isNegated || act.modality == .negated {
            act.modality = .negated
        } else if mood.isDoubtful || mood.isPurpose {
            act.modality = .hypothetical
        } else if mood.isFuture {
            act.modality = .planned
        } else if mood.isClaimed, act.modality == .actual {
            act.modality = .claimed
        }
        act.isAggregate = isAggregate(act)
    }

    /// "Russia's war in Ukraine will dominate the summit": what is to come is said of an act that is there.
    private func isTopic(_ act: Act) -> Bool {
        guard let noun = act.noun, act.trigger == noun, act.meaning.type == .assault, act.clause != noun,
            !act.words.contains(act.clause), tokens[noun].relation == .nsubj, !act.source.isEmpty, !act.target.isEmpty
        else { return false }
        let entry = text.lexicon.entry(text.numbers[act.clause])
        let carries = entry.map { !$0.light.isEmpty || !$0.embeddingVerbs.isEmpty } ?? false
        return !carries && !["come", "follow", "happen", "occur"].contains(tokens[act.clause].lemma)
    }

    /// "lifted no sanctions", "no troops were sent": nothing was done to nothing.
    private func isOfNone(_ act: Act) -> Bool {
        guard act.noun == nil, grammar.isVerbal(act.trigger) else { return false }
        return tree.children(of: act.trigger).contains { child in
            switch tokens[child].relation {
            case .obj, .nsubj, .nsubjPassive: isNobody(child)
            default: false
            }
        }
    }

    /// "to cease the attacks": an infinitive that no embedding word has taken over is not told to have happened.
    func isBareInfinitive(_ act: Act) -> Bool {
        let isEmbedded = act.origins.contains { if case .embedding = $0 { true } else { false } }
        guard !isEmbedded, tokens[act.clause].tag == "VB" else { return false }
        // "efforts to end the war, protect villagers and expand trade": one "to" for all.
        var first = act.clause
        while tokens[first].relation == .conj, let head = tokens[first].head, head < first, tokens[head].tag == "VB",
            tree.child(of: first, .nsubj, .aux) == nil
        {
            first = head
        }
        return tree.children(of: first).contains { tokens[$0].lemma == "to" && tokens[$0].relation == .mark }
    }

    func isAggregate(_ act: Act) -> Bool {
        var sites = [act.trigger] + (act.noun.map { [$0] } ?? []) + act.others
        // "retaliated several times by striking": the count stands with the verb above.
        if tokens[act.clause].relation == .advcl, tokens[act.clause].tag == "VBG", let head = tokens[act.clause].head {
            sites.append(head)
        }
        if let noun = act.noun, noun > 0, text.cues(noun - 1).contains(.aggregateAdjective) { return true }
        for token in sites {
            for child in tree.children(of: token) {
                switch tokens[child].relation {
                case .amod, .advmod:
                    if text.cues(child).contains(.aggregateAdjective) { return true }
                case .obl, .oblTemporal, .oblUnmarked, .nummod:
                    // "three times", and not "for the first time"
                    if tokens[child].lemma == "time", tokens[child].tag == "NNS" { return true }
                default: continue
                }
            }
            if tokens[token].relation == .nmod, let head = tokens[token].head, text.cues(head).contains(.aggregateNoun)
            {
                return true
            }
        }
        return false
    }
}
