// Which act the text says another one answers: "in response to", "after", "followed", "vowed revenge".
import EventModel
import Language

/// Finds the acts that acts of the same text answer.
struct AnswerFinder: Sendable {
    let text: CodedText
    let acts: ActList
    /// The act at each token that some act is told by.
    private let byToken: [Int: Int]

    init(text: CodedText, acts: ActList) {
        self.text = text
        self.acts = acts
        var byToken: [Int: Int] = [:]
        for (index, act) in acts.enumerated() {
            for token in [act.trigger] + act.others + (act.noun.map { [$0] } ?? []) {
                // What is only spoken of gives way to an act at the same token.
                if byToken[token].map({ acts[$0].isReference }) ?? true { byToken[token] = index }
            }
        }
        for (index, act) in acts.enumerated() {
            for token in act.words where byToken[token] == nil { byToken[token] = index }
        }
        self.byToken = byToken
    }

    /// The answers that the tree shows, and those that only the order of the words does.
    func answers() -> [Answer] {
        var found: [Answer] = []
        for index in acts.indices {
            let isNamed = isAnswer(acts[index])
            for answered in answered(by: index) where answered != index {
                let isNamed = isNamed || answered.map { isGround($0, of: index) } ?? false
                found.append(Answer(act: index, answered: answered, isNamed: isNamed))
            }
        }
        addTold(to: &found)
        return found.filter { !isSequel($0) && !isAfterTalks($0) }
    }

    /// "summoned the ambassador over the seizure of a ship": what a reaction is over is what the other side has done.
    private func isGround(_ answered: Int, of index: Int) -> Bool {
        switch acts[index].meaning.type {
        case .accuse, .sanction, .reject, .coerce: break
        default: return false
        }
        guard let noun = acts[answered].noun else { return false }
        return text.grammar.preposition(of: noun) == "over"
    }

    /// Adds what cue words tie together; where the tree shows what an act answers, that stays.
    private func addTold(to found: inout [Answer]) {
        let finder = AnswerCueFinder(text: text)
        let reader = AnswerCueReader(text: text, acts: acts)
        for (number, sentence) in text.document.sentences.enumerated()
        where !acts.indices(ofSentence: number).isEmpty {
            for cue in finder.cues(in: sentence.tokens) {
                guard let told = reader.answer(cue, sentence: number) else { continue }
                add(told, to: &found)
            }
        }
    }

    private func add(_ told: Answer, to found: inout [Answer]) {
        if let known = found.firstIndex(where: { $0.act == told.act && $0.answered == told.answered }) {
            found[known].isNamed = found[known].isNamed || told.isNamed
            found[known].isFact = told.isFact
            found[known].verb = told.verb
            return
        }
        if found.contains(where: { $0.act == told.answered && $0.answered == told.act }) { return }
        // Words that name an answer say more than a tree in which one act hangs on another.
        let isSure = told.isNamed && told.answered != nil
        let isKnown = found.contains { $0.act == told.act && $0.answered != nil && !(isSure && !$0.isNamed) }
        if isKnown { return }
        if let answered = told.answered {
            // "to avenge the beheading": the verb of the cue stands above what is answered too.
            found.removeAll { $0.act == told.act || $0.act == answered && $0.answered == nil }
        }
        found.append(told)
    }

    /// "After the talks, the army attacked": talks and agreements are when something is done, and seldom why.
    private func isAfterTalks(_ answer: Answer) -> Bool {
        guard !answer.isNamed, let answered = answer.answered,
            acts[answer.act].meaning.type.quad == .materialConflict
        else { return false }
        return acts[answered].noun != nil && acts[answered].meaning.type.quad == .verbalCooperation
    }

    /// Whether one side only goes on: "attacked the town after shelling it", "was executed after being captured".
    private func isSequel(_ answer: Answer) -> Bool {
        guard !answer.isNamed, let answered = answer.answered, !acts[answered].meaning.flags.contains(.mutual),
            acts[answer.act].meaning.type.quad == .materialConflict
        else { return false }
        let act = acts[answer.act]
        let other = acts[answered]
        if Sides.compare(act.source, other.source) == .same { return true }
        return !act.target.isEmpty && Sides.compare(act.target, other.target) == .same
            && Sides.compare(other.target, act.source) < .related && Sides.compare(other.source, act.target) < .related
    }

    private func answered(by index: Int) -> [Int?] {
        let act = acts[index]
        var found: [Int?] = act.reactsTo.map { [$0] } ?? []
        // An event noun shares the adverbials of a verb only where that verb is its own.
        let isOwnClause = act.noun == nil || act.words.contains(act.clause)
        for site in Set([act.trigger] + act.others + (isOwnClause ? [act.clause] : [])).sorted() {
            for child in text.tree.children(of: site) {
                found += answered(at: child, by: index)
            }
            found += predicate(of: site, index)
        }
        if found.isEmpty, isReaction(act) { found += object(of: index) }
        if found.isEmpty { found += prompted(index) }
        if found.isEmpty, isAnswer(act) { found.append(nil) }
        return found
    }

    /// Whether the act's own words, or the verb above it, say that it answers something.
    private func isAnswer(_ act: Act) -> Bool {
        if act.words.contains(where: { isAnswerNoun($0) || text.cues($0).contains(.answerVerb) }) { return true }
        if text.cues(act.clause).contains(.answerVerb) { return true }
        if let noun = act.noun, isRetaliatory(noun) { return true }
        guard let head = text.tokens[act.clause].head, text.tokens[act.clause].relation == .advcl else { return false }
        return text.cues(head).contains(.answerVerb)
    }

    /// "retaliatory strikes", "revenge attacks".
    private func isRetaliatory(_ noun: Int) -> Bool {
        guard noun > 0 else { return false }
        return (max(noun - 2, 0)..<noun).contains { token in
            switch text.tokens[token].lemma {
            case "retaliatory", "retaliation", "revenge", "reprisal", "punitive":
                text.sentences[token] == text.sentences[noun]
            default: false
            }
        }
    }

    /// "were injured …, prompting the alliance to send troops": what was prompted answers what prompted it.
    private func prompted(_ index: Int) -> [Int] {
        var current = acts[index].clause
        var steps = 0
        while let head = text.tokens[current].head, steps < 6 {
            if text.cues(head).contains(.following), text.tokens[head].lemma != "follow", head != acts[index].trigger {
                if let above = text.tokens[head].head, text.tokens[head].relation == .advcl, let cause = byToken[above],
                    cause != index
                {
                    return [cause]
                }
                return text.grammar.agents(of: head).flatMap { events(at: $0, before: index) }
            }
            current = head
            steps += 1
        }
        return []
    }

    /// "in response to X", "after X", "following X", "after X did Y".
    private func answered(at child: Int, by index: Int) -> [Int?] {
        let cues = text.cues(child)
        switch text.tokens[child].relation {
        case .obl, .nmod, .advcl, .advmod, .dep, .acl, .obj:
            let preposition = text.grammar.preposition(of: child)
            if cues.contains(.answerNoun), ["in", "as", "of", "by", "for"].contains(preposition ?? "") {
                let causes = ["to", "for", "against", "after"].flatMap { text.grammar.objects(of: $0, beside: child) }
                let found = causes.flatMap { events(at: $0, before: index) }
                if !found.isEmpty { return found }
                return [nil]
            }
            if preposition == "after" || preposition == "following" || preposition == "over" {
                return events(at: child, before: index)
            }
            if text.tokens[child].lemma == "follow", text.tokens[child].tag == "VBG" {
                return text.grammar.objects(of: child).flatMap { events(at: $0, before: index) }
            }
            if text.tokens[child].relation == .advcl, let mark = text.tree.child(of: child, .mark) {
                switch text.tokens[mark].lemma {
                case "after", "because": return events(at: child, before: index)
                default: return []
                }
            }
            return []
        default: return []
        }
    }

    /// "The strikes followed attacks", "the strikes are in response to attacks".
    private func predicate(of noun: Int, _ index: Int) -> [Int?] {
        guard text.tokens[noun].relation == .nsubj, let predicate = text.tokens[noun].head else { return [] }
        if text.cues(predicate).contains(.answerNoun) {
            return ["to", "for"].flatMap { text.grammar.objects(of: $0, beside: predicate) }
                .flatMap { events(at: $0, before: index) }
        }
        guard text.grammar.isVerbal(predicate) else { return [] }
        for verb in [predicate] + text.tree.children(of: predicate).filter({ text.tokens[$0].relation == .conj }) {
            if text.tokens[verb].lemma == "follow" || text.tokens[verb].lemma == "come" {
                let heads = text.grammar.objects(of: verb) + text.grammar.objects(of: "after", beside: verb)
                let found = heads.flatMap { events(at: $0, before: index) }
                if !found.isEmpty { return found }
            }
            for child in text.tree.children(of: verb) {
                let found = answered(at: child, by: index)
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    /// What words react to: "condemned the attack", "cease these attacks"; behind another verb they speak of else.
    private func object(of index: Int) -> [Int] {
        let act = acts[index]
        let end = text.document.sentences[act.sentence].tokens.upperBound
        var isCall = act.meaning.type != .request
        for token in act.words.lowerBound..<max(min(act.words.upperBound + 14, end), act.words.lowerBound) {
            if ["end", "stop", "cease", "halt", "cessation"].contains(text.tokens[token].lemma) { isCall = true }
            if act.meaning.type != .threaten, token >= act.words.upperBound, isBreak(token) { return [] }
            guard isCall else { continue }
            if let other = byToken[token], other != index, acts[other].noun == token,
                acts[other].meaning.type.quad == .materialConflict
            {
                return [other]
            }
        }
        return []
    }

    /// Whether another clause begins at a token.
    private func isBreak(_ token: Int) -> Bool {
        switch text.tokens[token].tag {
        case "VBD", "VBZ", "VBP", "MD":
            // "demanded that it stop the raids", "condemned what it called an attack"
            return !["end", "stop", "cease", "halt", "call", "term", "describe"].contains(text.tokens[token].lemma)
        default: return text.tokens[token].lemma == ";"
        }
    }

    /// Whether an act is of words that tend to be about what another has done.
    private func isReaction(_ act: Act) -> Bool {
        switch act.meaning.type {
        case .accuse, .request, .threaten: true
        default: false
        }
    }

    /// The acts told at a token or in what hangs on it.
    private func events(at token: Int, before index: Int) -> [Int] {
        for candidate in text.grammar.coordinated(token) {
            if let act = byToken[candidate], act != index { return [act] }
        }
        if text.cues(token).contains(.quantity) || text.cues(token).contains(.aggregateNoun) {
            for inner in text.grammar.objects(of: "of", beside: token) {
                if let act = byToken[inner], act != index { return [act] }
            }
        }
        return []
    }

    private func isAnswerNoun(_ token: Int) -> Bool {
        text.cues(token).contains(.answerNoun) && text.tokens[token].upos == .noun
    }
}
